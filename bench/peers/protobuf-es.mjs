/** protobuf-es 2, 64-bit integers as bigint. */
import { create, fromBinary, fromJsonString, toBinary, toJsonString } from '@bufbuild/protobuf';
import * as generated from '../gen/es/bench_pb.js';
import { convert } from '../schema.mjs';

export default (type) => {
  const schema = generated[`${type}Schema`];
  return {
    make: (plain) => create(schema, convert(type, plain)),
    encode: (message) => toBinary(schema, message),
    decode: (bytes) => fromBinary(schema, bytes),
    toJson: (message) => toJsonString(schema, message),
    fromJson: (text) => fromJsonString(schema, text),
  };
};
