/** protobufjs, static code, 64-bit integers as Long. */
import protobuf from 'protobufjs/minimal.js';
import { bench } from '../gen/pbjs/bench.mjs';
import { pbjsPeer } from './pbjs-peer.mjs';

export default (type) => pbjsPeer(bench[type], type, (value) => protobuf.util.Long.fromString(String(value)));
