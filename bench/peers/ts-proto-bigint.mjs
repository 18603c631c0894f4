/** ts-proto, 64-bit integers as bigint. */
import * as generated from '../gen/tsproto-bigint/bench.mjs';
import { tsProtoPeer } from './ts-proto-peer.mjs';

export default (type) => tsProtoPeer(generated[type], type, (value) => value);
