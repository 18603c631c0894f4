/**
 * The first messages of a fresh process: milliseconds until so many chat messages were decoded and encoded again, code
 * loaded but never run. Processes of all peers in turn, medians.
 *
 *   node cold.mjs [--peers wiremark-bigint,pbf] [--runs 15]
 */
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPeer, ours, rivals } from './peers.mjs';
import { median, quartiles } from './statistics.mjs';
import { reference } from './verify.mjs';

const { values: options } = parseArgs({
  options: {
    peers: { type: 'string', default: [...ours, ...rivals].join(',') },
    runs: { type: 'string', default: '15' },
    worker: { type: 'string' },
  },
});
const stops = [1, 10, 100, 1000];

/** In a process of its own: the messages come as the environment has them, so that nothing of ours is run to make them. */
if (options.worker !== undefined) {
  const bytes = JSON.parse(process.env.MESSAGES).map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const { encode, decode } = await loadPeer(options.worker, 'MsgData');
  const times = [];
  let done = 0;
  const { user, system } = process.cpuUsage();
  const start = performance.now();
  for (const stop of stops) {
    for (; done < stop; done++) encode(decode(bytes[done % bytes.length]));
    times.push(performance.now() - start);
  }
  const spent = process.cpuUsage();
  times.push((spent.user + spent.system - user - system) / 1000);
  process.stdout.write(JSON.stringify(times));
} else {
  const { bytes } = await reference('msg');
  const MESSAGES = JSON.stringify(bytes.map((each) => Buffer.from(each).toString('base64')));
  const env = { ...process.env, MESSAGES };
  const peers = options.peers.split(',');
  const times = new Map(peers.map((peer) => [peer, []]));
  for (let run = 0; run < Number(options.runs); run++) {
    for (let k = 0; k < peers.length; k++) {
      const peer = peers[(k + run) % peers.length];
      const script = [fileURLToPath(import.meta.url), '--worker', peer];
      times.get(peer).push(JSON.parse(execFileSync(process.execPath, script, { env, encoding: 'utf8' })));
    }
  }
  console.log(`Milliseconds for the first messages of a process, median of ${options.runs} (middle half):\n`);
  const columns = [...stops, `CPU time of ${stops.at(-1)}`];
  console.log(`| | ${columns.join(' | ')} |\n|---|${columns.map(() => '---|').join('')}`);
  for (const peer of peers) {
    const cells = columns.map((_, index) => {
      const column = times.get(peer).map((each) => each[index]);
      const [low, high] = quartiles(column).map((x) => x.toFixed(1));
      return `${median(column).toFixed(1)} (${low}–${high})`;
    });
    console.log(`| ${peer} | ${cells.join(' | ')} |`);
  }
  console.log(`\nNode ${process.version}, ${os.cpus().length} cores, ${os.cpus()[0].model.trim()}.`);
}
