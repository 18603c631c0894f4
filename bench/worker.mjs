/** One process runs one peer on one workload: no shared type feedback. Commands come over IPC from codec.mjs. */
import { measure, operationOf, warm } from './measure.mjs';
import { loadPeer } from './peers.mjs';
import { workloads } from './workloads.mjs';

const [peerName, workload] = process.argv.slice(2);
const { type, items } = workloads[workload]();
const operations = {};
const peer = await loadPeer(peerName, type);

const add = (name, operation, inputs) => {
  if (operation !== undefined) operations[name] = operationOf(operation, inputs);
};

const commands = {
  init({ bytes, texts }) {
    const objects = peer.make ? items.map((plain) => peer.make(plain)) : [];
    // All peers decode the same bytes and the same texts, in arrays and strings of their own.
    const inputs = bytes.map((base64) => new Uint8Array(Buffer.from(base64, 'base64')));
    add('encode', peer.encode, objects);
    add('decode', peer.decode, inputs);
    // Reading a character flattens a rope, so nobody wins by not building the string.
    const { toJson } = peer;
    add(
      'toJson',
      toJson &&
        ((message) => {
          const text = toJson(message);
          text.charCodeAt(text.length - 1);
          return text;
        }),
      objects,
    );
    add(
      'fromJson',
      peer.fromJson,
      texts.map((text) => Buffer.from(text, 'utf8').toString('utf8')),
    );
    return Object.keys(operations);
  },
  warm: ({ operation, ms }) => warm(operations[operation], ms),
  round: ({ operation, ms }) => measure(operations[operation], ms),
};

process.on('message', (message) => {
  try {
    process.send({ value: commands[message.command](message) ?? null });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
process.send({ value: 'ready' });
