/** protons, 64-bit integers as bigint, maps as Map. It has no ProtoJSON, no recursion, and cannot read packed fields. */
import { bench as generated } from '../gen/protons/bench.mjs';
import { convert } from '../schema.mjs';
import { flat } from './pbjs-peer.mjs';

export default (type) => {
  if (type === 'Numeric' || type === 'Deep') return {};
  const Message = generated[type];
  const map = (entries, name) =>
    new Map(name === 'pages' ? entries.map(([key, value]) => [Number(key), value]) : entries);
  return {
    make: (plain) => convert(type, plain, { map, oneof: flat }),
    encode: (message) => Message.encode(message),
    decode: (bytes) => Message.decode(bytes),
  };
};
