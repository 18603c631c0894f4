/** wiremark, 64-bit integers as numbers that throw when unsafe. */
import * as generated from '../gen/wiremark-number/lib/index.js';
import { wiremarkPeer } from './wiremark-peer.mjs';

export default (type) => wiremarkPeer(generated, type, Number);
