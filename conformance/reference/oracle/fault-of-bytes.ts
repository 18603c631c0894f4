/** Takes bytes that should be a message, gives what is wrong with them: malformed, or such as no conformant writer writes. */
import { readMessage } from './read-message.ts';
import type { Finding } from './reading.ts';
import type { Schema } from './schema.ts';
import { Malformed } from './wire.ts';

/** @param type - Full name of a message of the schema. */
export function faultOfBytes(schema: Schema, type: string, bytes: Uint8Array): string | undefined {
  const audit: Finding[] = [];
  try {
    readMessage({ schema, audit }, schema.message(type), bytes);
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
  const [finding] = audit;
  return finding && `${finding.message} (${finding.clause})`;
}
