/** Bytes inside event specs: base64 in JSON. */
import { base64Decode, base64Encode } from './base64.ts';
import { JsonError } from './errors.ts';
import { wrongType } from './json-error.ts';
import { isBytes } from './predicates.ts';

/** @throws {JsonError} `wrong-type`; `bad-format` when the string is not base64. */
export function bytesFromJson(json: unknown): Uint8Array {
  if (typeof json !== 'string') throw wrongType('base64', json);
  const bytes = base64Decode(json);
  if (bytes === undefined) throw new JsonError('bad-format', 'not base64');
  return bytes;
}

/** @throws {JsonError} `wrong-type`. */
export function bytesToJson(value: unknown): string {
  if (!isBytes(value)) throw wrongType('a Uint8Array', value);
  return base64Encode(value);
}

export function bytesToText(value: unknown): string {
  return `"${bytesToJson(value)}"`;
}
