/** pbf, compiled code; 64-bit integers as numbers that may round. It has no ProtoJSON. */
import { PbfReader, PbfWriter } from 'pbf';
import * as generated from '../gen/pbf/bench.mjs';
import { convert } from '../schema.mjs';

const oneof = (chosen, name) => ({ [name]: chosen.case, [chosen.case]: chosen.value });

export default (type) => {
  const read = generated[`read${type}`];
  const write = generated[`write${type}`];
  return {
    make: (plain) => convert(type, plain, { int64: Number, oneof }),
    encode: (message) => {
      const writer = new PbfWriter();
      write(message, writer);
      return writer.finish();
    },
    decode: (bytes) => read(new PbfReader(bytes)),
  };
};
