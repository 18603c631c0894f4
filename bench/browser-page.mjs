/** What runs where there is no Buffer: one peer on one workload. `browser.mjs` bundles it with the peer, and calls `bench`. */
import makePeer from 'peer';
import { count, measure, operationOf, warm } from './measure.mjs';
import { workloads } from './workloads.mjs';

const operations = {};

globalThis.bench = {
  /** @param bytes - The messages, an array of numbers each. Returns what the peer makes of them when it decodes and encodes. */
  init(workload, bytes) {
    const { type, items } = workloads[workload]();
    const peer = makePeer(type);
    const messages = items.map((plain) => peer.make(plain));
    const inputs = bytes.map((each) => Uint8Array.from(each));
    operations.encode = operationOf(peer.encode, messages);
    operations.decode = operationOf(peer.decode, inputs);
    return inputs.map((input) => Array.from(peer.encode(peer.decode(input))));
  },
  warm: (operation, ms) => warm(operations[operation], ms),
  count: (operation, ms) => count(operations[operation], ms),
  /** In Node only: a page does not know its CPU time. */
  round: (operation, ms) => measure(operations[operation], ms),
};
