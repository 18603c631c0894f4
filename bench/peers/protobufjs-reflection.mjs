/** protobufjs, reflection: code compiled at run time, ProtoJSON by its extension. */
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import protojson from 'protobufjs/ext/protojson.js';
import { convert } from '../schema.mjs';
import { flat } from './pbjs-peer.mjs';

const root = await protobuf.load(fileURLToPath(new URL('../proto/bench.proto', import.meta.url)));

export default (type) => {
  const Message = root.lookupType(`bench.${type}`);
  const int64 = (value) => protobuf.util.Long.fromString(String(value));
  return {
    make: (plain) => Message.fromObject(convert(type, plain, { int64, oneof: flat })),
    encode: (message) => Message.encode(message).finish(),
    decode: (bytes) => Message.decode(bytes),
    toJson: (message) => protojson.toJsonString(Message, message),
    fromJson: (text) => protojson.fromJsonString(Message, text),
  };
};
