/** What protobufjs' static classes have in common. */
import { convert } from '../schema.mjs';

export const flat = (chosen) => ({ [chosen.case]: chosen.value });

export function pbjsPeer(Message, type, int64) {
  const json = { json: true, longs: String, enums: String, bytes: String };
  return {
    make: (plain) => Message.fromObject(convert(type, plain, { int64, oneof: flat })),
    encode: (message) => Message.encode(message).finish(),
    decode: (bytes) => Message.decode(bytes),
    toJson: (message) => JSON.stringify(Message.toObject(message, json)),
    fromJson: (text) => Message.fromObject(JSON.parse(text)),
  };
}
