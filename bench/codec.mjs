/**
 * Encode, decode, to and from ProtoJSON text: ours beside its peers, in one run.
 *
 *   node codec.mjs [--workloads push,msg] [--operations encode,decode] [--peers a,b] [--rounds 9] [--ms 120]
 *
 * One process per peer and workload; rounds in rotating order; a ratio is the median over rounds of the ratio within the
 * round, which cancels the drift of a shared machine.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ours, peers as allPeers, rivals } from './peers.mjs';
import { figure, median, quartiles } from './statistics.mjs';
import { reference } from './verify.mjs';
import { workloads } from './workloads.mjs';

const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: Object.keys(workloads).join(',') },
    operations: { type: 'string', default: 'encode,decode,toJson,fromJson' },
    peers: { type: 'string', default: allPeers.join(',') },
    rounds: { type: 'string', default: '9' },
    ms: { type: 'string', default: '120' },
  },
});
const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const list = (text) => text.split(',');
const peers = list(options.peers);
const [rounds, ms] = [Number(options.rounds), Number(options.ms)];

const wrong = peers.flatMap((peer) =>
  JSON.parse(
    execFileSync(process.execPath, [file('verify.mjs'), '--peer', peer], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
  ),
);
const excluded = new Set(wrong);
for (const fault of wrong) console.log(`wrong, so not measured: ${fault}`);
if (wrong.some((fault) => ours.some((name) => fault.startsWith(name)))) throw new Error('our own code is wrong');
console.log(`Verified: ${peers.join(', ')}.`);

/** Sends a command and waits for its answer. */
const ask = (child, command) =>
  new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the worker ended'));
    child.once('exit', onExit);
    child.once('message', ({ value, error }) => {
      child.off('exit', onExit);
      if (error === undefined) resolve(value);
      else reject(new Error(error));
    });
    if (command !== undefined) child.send(command);
  });

async function startWorkers(workload) {
  const { bytes, texts } = await reference(workload);
  const input = { command: 'init', bytes: bytes.map((b) => Buffer.from(b).toString('base64')), texts };
  const workers = new Map();
  for (const peer of peers) {
    const child = fork(file('worker.mjs'), [peer, workload]);
    await ask(child);
    workers.set(peer, { child, operations: await ask(child, input) });
  }
  return workers;
}

async function measure(workers, operation, workload) {
  const able = [...workers].filter(
    ([peer, { operations }]) => operations.includes(operation) && !excluded.has(`${peer} ${operation} ${workload}`),
  );
  for (const [, { child }] of able) await ask(child, { command: 'warm', operation, ms: ms * 3 });
  const rates = new Map(able.map(([peer]) => [peer, []]));
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < able.length; k++) {
      const [peer, { child }] = able[(k + round) % able.length];
      rates.get(peer).push(await ask(child, { command: 'round', operation, ms }));
    }
  }
  return rates;
}

/** The fastest other peer, and our ratio to it within rounds. */
function compare(rates) {
  const others = rivals.filter((peer) => rates.has(peer));
  const best = others.sort((a, b) => median(rates.get(b)) - median(rates.get(a)))[0];
  const ratios = (peer) => rates.get(peer).map((rate, round) => rate / rates.get(best)[round]);
  return { best, ratios };
}

const results = {};
for (const workload of list(options.workloads)) {
  const workers = await startWorkers(workload);
  for (const operation of list(options.operations)) {
    const rates = await measure(workers, operation, workload);
    if (rates.size === 0) continue;
    const { best, ratios } = compare(rates);
    console.log(`\n${workload}, ${operation} (1.00 = ${best})`);
    for (const [peer] of [...rates].sort((a, b) => median(b[1]) - median(a[1]))) {
      const [low, high] = quartiles(ratios(peer)).map((x) => x.toFixed(2));
      const line = `${figure(median(rates.get(peer))).padStart(8)}/s  x${median(ratios(peer)).toFixed(2)} [${low} .. ${high}]`;
      console.log(`  ${peer.padEnd(24)} ${line}`);
    }
    for (const peer of ours.filter((name) => rates.has(name))) {
      ((results[peer] ??= {})[operation] ??= {})[workload] = {
        best,
        ratio: median(ratios(peer)),
        spread: quartiles(ratios(peer)),
      };
    }
  }
  for (const { child } of workers.values()) child.kill();
}

const table = Object.entries(results).flatMap(([peer, operations]) => {
  const columns = list(options.workloads);
  const cell = (found) =>
    found ? `${found.ratio.toFixed(2)} (${found.spread.map((x) => x.toFixed(2)).join('–')})` : '–';
  return [
    `\n${peer}, ratio to the fastest other peer (middle half of the rounds):\n`,
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...Object.entries(operations).map(
      ([operation, cells]) => `| ${operation} | ${columns.map((w) => cell(cells[w])).join(' | ')} |`,
    ),
  ];
});
const machine = `Node ${process.version}, ${os.cpus().length} cores, ${os.cpus()[0].model.trim()}, ${rounds} rounds of ${ms} ms.`;
console.log(`${table.join('\n')}\n\n${machine}`);
mkdirSync(file('results'), { recursive: true });
writeFileSync(file('results/codec.md'), `${table.join('\n')}\n\n${machine}\n`);
writeFileSync(file('results/codec.json'), `${JSON.stringify(results, undefined, 2)}\n`);
