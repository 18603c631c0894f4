/** protobufjs, static code without Long: 64-bit integers as numbers that may round; its fastest documented mode. */
import protobuf from 'protobufjs/minimal.js';
import { pbjsPeer } from './pbjs-peer.mjs';

protobuf.util.Long = null;
protobuf.configure();
const { bench } = await import('../gen/pbjs/bench-number.mjs');

export default (type) => pbjsPeer(bench[type], type, Number);
