/** Correctness before speed: what each peer writes and reads must mean the same as what the reference does. */
import { isDeepStrictEqual } from 'node:util';
import { loadPeer } from './peers.mjs';
import { normalize } from './schema.mjs';
import { workloads } from './workloads.mjs';

/** Reference bytes and texts of a workload, by protobuf-es; both are what every peer is given to read. */
export async function reference(workload) {
  const { type, items } = workloads[workload]();
  const peer = await loadPeer('protobuf-es', type);
  const messages = items.map((plain) => peer.make(plain));
  return {
    type,
    items,
    bytes: messages.map((message) => peer.encode(message)),
    texts: messages.map((message) => peer.toJson(message)),
    decode: (bytes) => peer.decode(bytes),
  };
}

/** @returns What is wrong with the peer on the workload, one line each; empty when nothing is. */
export async function faults(peerName, workload) {
  const { type, items, bytes, texts, decode } = await reference(workload);
  const peer = await loadPeer(peerName, type);
  if (peer.make === undefined) return []; // a type that the peer cannot have
  const found = [];
  const check = (what, given, wanted) => {
    if (!isDeepStrictEqual(given, wanted)) found.push(`${peerName} ${what} ${workload}`);
  };
  items.forEach((plain, index) => {
    const wanted = normalize(type, plain);
    const message = peer.make(plain);
    if (peer.encode) check('encode', normalize(type, decode(new Uint8Array(peer.encode(message)))), wanted);
    if (peer.decode) check('decode', normalize(type, peer.decode(new Uint8Array(bytes[index]))), wanted);
    if (peer.toJson) check('toJson', normalize(type, JSON.parse(peer.toJson(message))), wanted);
    if (peer.fromJson) check('fromJson', normalize(type, peer.fromJson(texts[index])), wanted);
  });
  return [...new Set(found)];
}

// As a process of its own (one peer changes a global): prints the faults as JSON.
if (process.argv[2] === '--peer') {
  const all = [];
  for (const workload of Object.keys(workloads)) all.push(...(await faults(process.argv[3], workload)));
  process.stdout.write(JSON.stringify(all));
}
