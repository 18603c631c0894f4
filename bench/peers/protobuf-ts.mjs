/** protobuf-ts, optimised for speed, 64-bit integers as bigint. */
import * as generated from '../gen/protobufts/bench.js';
import { convert } from '../schema.mjs';

const oneof = (chosen, name) => ({ [name]: { oneofKind: chosen.case, [chosen.case]: chosen.value } });

export default (type) => {
  const Message = generated[type];
  return {
    make: (plain) => Message.create(convert(type, plain, { oneof })),
    encode: (message) => Message.toBinary(message),
    decode: (bytes) => Message.fromBinary(bytes),
    toJson: (message) => Message.toJsonString(message),
    fromJson: (text) => Message.fromJsonString(text),
  };
};
