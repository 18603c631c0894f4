/** What ts-proto's message objects have in common. */
import { convert } from '../schema.mjs';
import { flat } from './pbjs-peer.mjs';

export function tsProtoPeer(Message, type, int64) {
  return {
    make: (plain) => Message.fromPartial(convert(type, plain, { int64, oneof: flat })),
    encode: (message) => Message.encode(message).finish(),
    decode: (bytes) => Message.decode(bytes),
    toJson: (message) => JSON.stringify(Message.toJSON(message)),
    fromJson: (text) => Message.fromJSON(JSON.parse(text)),
  };
}
