/** Messages between bytes and ProtoJSON text, by nothing that was generated: the oracle reads, protobufjs writes. */
import type { Transcoder } from '../../bindings/binding.ts';
import type { Descriptor } from '../../model/descriptor.gen.ts';
import { reflect } from './protobufjs.ts';
import { readMessage } from './read-message.ts';
import { createSchema } from './schema.ts';
import { messageToJsonText } from './to-json.ts';

export async function oracleTranscoder(descriptor: Descriptor): Promise<Transcoder> {
  const schema = createSchema(descriptor);
  const { type, json } = await reflect(descriptor);
  return {
    toJson(name, bytes) {
      const message = schema.message(name);
      return messageToJsonText(schema, message, readMessage({ schema, audit: undefined }, message, bytes));
    },
    toBytes(name, text) {
      const found = type(name);
      return found.encode(json.fromJsonString(found, text)).finish();
    },
  };
}
