/**
 * What stays in memory when a part of a message is kept: one string of it, its field of bytes, or what a message was
 * encoded to. Bytes kept for each, beside those of the message. Exits 1 where ours keeps more than it may.
 *
 *   node --expose-gc memory.mjs [--peers wiremark-bigint,pbf]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPeer, ours, rivals } from './peers.mjs';

const { values: options } = parseArgs({
  options: { peers: { type: 'string', default: [...ours, ...rivals].join(',') }, worker: { type: 'string' } },
});

/** Messages of which something is kept, and those in between of which nothing is. */
const kept = 2000;
const between = 8;

/** Bytes that a string or an array needs beside its content, and what an engine rounds up to. */
const overhead = 250;

const nickname = 'a name that is not so short';
const ex = 'x'.repeat(1500);
/** Chat messages of 1.7 kB and of 6 kB, each with a string at the beginning and bytes. */
const plain = (index, size) => ({
  sendID: `${index}`.padStart(10, '0'),
  senderNickname: `${nickname} ${index}`,
  seq: BigInt(index),
  clientMsgID: '',
  serverMsgID: '',
  recvID: '',
  groupID: '',
  senderFaceURL: '',
  attachedInfo: '',
  senderPlatformID: 1,
  sessionType: 1,
  msgFrom: 100,
  contentType: 101,
  status: 2,
  isRead: true,
  sendTime: 1n,
  createTime: 1n,
  options: {},
  atUserIDList: [],
  offlinePushInfo: undefined,
  content: new Uint8Array(100).fill(7),
  ex: ex.repeat(size),
});

/** What is kept of a message, how large the message is, and what keeping it may keep, if not just that. */
const cases = {
  'a string of 1.7 kB': { size: 1, part: ({ decode, own }) => decode(own).senderNickname },
  'a string of 6 kB': { size: 4, part: ({ decode, own }) => decode(own).senderNickname },
  'bytes of 1.7 kB': { size: 1, part: ({ decode, own }) => decode(own).content },
  'bytes out of a chunk of 64 kB': { size: 1, part: ({ decode, chunk }) => decode(chunk()).content },
  // Small results may be cut from a slab of 8 kB.
  'the output, 0.3 kB': { size: 0, may: 8192, part: ({ encode, decode, own }) => encode(decode(own)) },
  'the output, 1.7 kB': { size: 1, part: ({ encode, decode, own }) => encode(decode(own)) },
  'the output, 6 kB': { size: 4, part: ({ encode, decode, own }) => encode(decode(own)) },
};

const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

async function measure(peerName) {
  const peer = await loadPeer(peerName, 'MsgData');
  const figures = {};
  for (const [name, { size, may, part }] of Object.entries(cases)) {
    const make = (index) => {
      const own = new Uint8Array(peer.encode(peer.make(plain(index, size))));
      // As a socket hands out what it received: the message is a part of a much larger buffer.
      const chunk = () => {
        const received = new Uint8Array(65_536);
        received.set(own, 1000);
        return received.subarray(1000, 1000 + own.length);
      };
      return part({ encode: peer.encode, decode: peer.decode, own, chunk });
    };
    for (let i = 0; i < 200; i++) make(i);
    const list = [];
    const before = memory();
    for (let i = 0; i < kept; i++) {
      list.push(make(i));
      for (let k = 0; k < between; k++) make(i + k);
    }
    const bytes = Math.round((memory() - before) / list.length);
    figures[name] = { bytes, may: may ?? peer.encode(peer.make(plain(1, size))).length };
  }
  return figures;
}

if (options.worker !== undefined) process.stdout.write(JSON.stringify(await measure(options.worker)));
else {
  const script = fileURLToPath(import.meta.url);
  const peers = options.peers.split(',');
  const failures = [];
  console.log(`Bytes kept for each, of ${kept} messages with ${between} others after each:\n`);
  console.log(
    `| | ${Object.keys(cases).join(' | ')} |\n|---|${Object.keys(cases)
      .map(() => '---|')
      .join('')}`,
  );
  for (const peer of peers) {
    const worker = ['--expose-gc', script, '--worker', peer];
    const figures = JSON.parse(execFileSync(process.execPath, worker, { encoding: 'utf8' }));
    console.log(
      `| ${peer} | ${Object.values(figures)
        .map(({ bytes }) => bytes)
        .join(' | ')} |`,
    );
    for (const [name, { bytes, may }] of Object.entries(figures)) {
      if (ours.includes(peer) && bytes > may + overhead) failures.push(`${peer}: ${name}: ${bytes} of ${may}`);
    }
  }
  console.log(failures.length === 0 ? '\nOurs keeps no more than the message.' : failures.join('\n'));
  process.exitCode = failures.length === 0 ? 0 : 1;
}
