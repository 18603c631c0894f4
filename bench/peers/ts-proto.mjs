/** ts-proto, 64-bit integers as numbers that throw when unsafe. */
import * as generated from '../gen/tsproto/bench.mjs';
import { tsProtoPeer } from './ts-proto-peer.mjs';

export default (type) => tsProtoPeer(generated[type], type, Number);
