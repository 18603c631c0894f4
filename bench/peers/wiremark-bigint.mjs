/** wiremark, 64-bit integers as bigint: the default. */
import * as generated from '../gen/wiremark-bigint/lib/index.js';
import { wiremarkPeer } from './wiremark-peer.mjs';

export default (type) => wiremarkPeer(generated, type, (value) => value);
