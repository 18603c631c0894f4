/** Our generated functions. */
import { convert } from '../schema.mjs';

export function wiremarkPeer(generated, type, int64) {
  const create = generated[`create${type}`];
  return {
    make: (plain) => create(convert(type, plain, { int64 })),
    encode: generated[`encode${type}`],
    decode: generated[`decode${type}`],
    toJson: generated[`toJsonString${type}`],
    fromJson: generated[`fromJsonString${type}`],
  };
}
