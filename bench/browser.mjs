/**
 * Encode and decode where Buffer does not exist, ours beside protobufjs: in Chromium, a page for each peer, and in Node with
 * Buffer taken away, a process for each. Without a Chromium on the machine, only the latter.
 *
 *   node browser.mjs [--workload msg] [--rounds 15] [--ms 100]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromiumPath, launchChromium, noChromium } from '../dist/scripts/browser.js';
import { figure, median, quartiles } from './statistics.mjs';
import { reference } from './verify.mjs';

const { values: options } = parseArgs({
  options: {
    workload: { type: 'string', default: 'msg' },
    rounds: { type: 'string', default: '15' },
    ms: { type: 'string', default: '100' },
  },
});
const [rounds, ms] = [Number(options.rounds), Number(options.ms)];
const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const ours = ['wiremark-bigint', 'wiremark-number'];
const rivals = ['protobufjs', 'protobufjs-number'];
const peers = [...ours, ...rivals];
const { bytes } = await reference(options.workload);
const input = bytes.map((each) => [...each]);

/** The peer as a script for browsers. */
async function bundle(peer) {
  const outfile = file(`gen/browser/${peer}.mjs`);
  await build({
    entryPoints: [file('browser-page.mjs')],
    alias: { peer: file(`peers/${peer}.mjs`) },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
  });
  return outfile;
}

/** Each place makes of a peer's bundle what calls its `bench`, and says when all is over. */
const places = {
  'Node without Buffer': async () => {
    const children = [];
    return {
      version: process.version,
      start: async (script) => {
        const child = fork(file('browser-node.mjs'), [script]);
        children.push(child);
        await once(child, 'message');
        return async (...call) => {
          child.send(call);
          return (await once(child, 'message'))[0];
        };
      },
      end: () => children.forEach((child) => child.kill()),
    };
  },
  Chromium: async () => {
    const browser = await launchChromium();
    return {
      version: browser.version(),
      start: async (script) => {
        // A context of its own is a process of its own.
        const page = await (await browser.newContext()).newPage();
        await page.addScriptTag({ path: script, type: 'module' });
        await page.waitForFunction(() => globalThis.bench !== undefined);
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        const seconds = async () => {
          const { metrics } = await session.send('Performance.getMetrics');
          return metrics.find(({ name }) => name === 'ThreadTime').value;
        };
        const run = (...call) => page.evaluate(([method, ...args]) => globalThis.bench[method](...args), call);
        return async (...call) => {
          if (call[0] !== 'round') return run(...call);
          // CPU time of the page's main thread.
          const before = await seconds();
          const done = await run('count', ...call.slice(1));
          return done / ((await seconds()) - before);
        };
      },
      end: () => browser.close(),
    };
  },
};

mkdirSync(file('gen/browser'), { recursive: true });
const scripts = new Map();
for (const peer of peers) scripts.set(peer, await bundle(peer));

const rows = [];
for (const [name, open] of Object.entries(places)) {
  if (name === 'Chromium' && chromiumPath === undefined) {
    console.log(`skipped: Chromium: ${noChromium}`);
    continue;
  }
  const place = await open();
  try {
    const calls = new Map();
    for (const peer of peers) {
      const call = await place.start(scripts.get(peer));
      const written = await call('init', options.workload, input);
      // Peers may order entries of maps, and so on, but not lose anything.
      const same = isDeepStrictEqual(
        written.map(({ length }) => length),
        input.map(({ length }) => length),
      );
      if (!same) throw new Error(`${peer} does not write what it read`);
      calls.set(peer, call);
    }
    for (const operation of ['encode', 'decode']) {
      for (const call of calls.values()) await call('warm', operation, ms * 5);
      const rates = new Map(peers.map((peer) => [peer, []]));
      for (let round = 0; round < rounds; round++) {
        for (let k = 0; k < peers.length; k++) {
          const peer = peers[(k + round) % peers.length];
          rates.get(peer).push(await calls.get(peer)('round', operation, ms));
        }
      }
      const best = rivals.reduce((a, b) => (median(rates.get(a)) >= median(rates.get(b)) ? a : b));
      const ratios = (peer) => rates.get(peer).map((rate, round) => rate / rates.get(best)[round]);
      const cells = ours.map((peer) => {
        const [low, high] = quartiles(ratios(peer)).map((x) => x.toFixed(2));
        return `${median(ratios(peer)).toFixed(2)} (${low}–${high}), ${figure(median(rates.get(peer)))}/s`;
      });
      rows.push(`| ${name} ${place.version}, ${operation} | ${cells.join(' | ')} |`);
      console.error(rows.at(-1));
    }
  } finally {
    await place.end();
  }
}
console.log(
  `\n${options.workload}, ratio to the faster of ${rivals.join(' and ')} (middle half of ${rounds} rounds of ${ms} ms):\n`,
);
console.log(`| | ${ours.join(' | ')} |\n|---|${ours.map(() => '---|').join('')}\n${rows.join('\n')}`);
