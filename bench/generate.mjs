/**
 * Generating the protos of npm `google-proto-files`: ours beside the peers, wall time, CPU time and memory of all processes.
 *
 *   node generate.mjs [--files 400] [--rounds 3] [--peers a,b] [--limit 600]
 *
 * Rounds in rotating order, each into an empty folder; a ratio is the median over rounds of the ratio within the round. Who
 * takes longer than the limit (in s) is not asked again. Every output is looked into: it must name a message of each file.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messagesOf, takeFiles } from './generation/files.mjs';
import { rivals } from './generation/rivals.mjs';
import { run } from './generation/run.mjs';
import { median, quartiles } from './statistics.mjs';

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string' },
    limit: { type: 'string', default: '600' },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const corpus = path.join(here, '../corpus/node_modules');
const work = path.join(here, 'gen/generation');
const protos = path.join(work, 'protos');
const cli = path.join(here, '../dist/cli.js');
const bin = path.join(here, 'node_modules/.bin');
const env = { ...process.env, PATH: `${path.dirname(process.execPath)}:${bin}:${process.env.PATH}` };
const limitMs = Number(options.limit) * 1000;

rmSync(work, { recursive: true, force: true });
const files = takeFiles(path.join(corpus, 'google-proto-files'), Number(options.files), protos);
const messages = messagesOf(protos, files);
const all = rivals({ bin, protoc: path.join(corpus, 'protoc/protoc.cjs'), cli, protos }, files);
const names = options.peers?.split(',').map((name) => name.trim()) ?? Object.keys(all);
const version = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
console.log(`${files.length} files of google-proto-files ${version(path.join(corpus, 'google-proto-files'))}`);

/** One generation into an empty folder, its output verified; with the bytes that it wrote. */
async function generate(name) {
  const out = path.join(work, 'out');
  rmSync(out, { recursive: true, force: true });
  // Ours makes its folder itself, and takes none that it does not know.
  if (!name.startsWith('wiremark')) mkdirSync(out, { recursive: true });
  const total = { wall: 0, cpu: 0, memory: 0 };
  for (const command of all[name].commands(out)) {
    const { over, wall, cpu, memory } = await run(command, { cwd: protos, env, limitMs });
    if (over) return { over };
    total.wall += wall;
    total.cpu += cpu;
    total.memory = Math.max(total.memory, memory);
  }
  const texts = new Map();
  for (const [file, message] of messages) {
    const output = path.join(out, all[name].output(file));
    if (!texts.has(output)) texts.set(output, existsSync(output) ? readFileSync(output, 'utf8') : '');
    if (!texts.get(output).includes(message)) throw new Error(`${name} gives no ${message} of ${file}`);
  }
  const written = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return { ...total, written };
}

const results = new Map(names.map((name) => [name, []]));
const given = new Set();
for (let round = 0; round < Number(options.rounds); round++) {
  for (let k = 0; k < names.length; k++) {
    const name = names[(k + round) % names.length];
    if (given.has(name)) continue;
    const result = await generate(name);
    if (result.over) given.add(name);
    else results.get(name).push(result);
    const { wall, cpu, memory } = result;
    console.log(
      result.over
        ? `  ${name}: longer than ${options.limit} s`
        : `  ${name}: ${wall.toFixed(1)} s, CPU ${cpu.toFixed(1)} s, ${(memory / 1e6).toFixed(0)} MB`,
    );
  }
}

const of = (name, key) => results.get(name).map((result) => result[key]);
const [first] = names;
const ratio = (name, key) => {
  const ratios = of(name, key).map((value, round) => value / of(first, key)[round]);
  const [low, high] = quartiles(ratios).map((value) => value.toFixed(2));
  return `${median(ratios).toFixed(2)} (${low}–${high})`;
};
const rows = names.map((name) => {
  if (results.get(name).length === 0 || given.has(name)) return `| ${name} | over ${options.limit} s | | | | |`;
  const cells = [
    `${median(of(name, 'wall')).toFixed(1)} s`,
    `${median(of(name, 'cpu')).toFixed(1)} s`,
    ratio(name, 'cpu'),
    `${(median(of(name, 'memory')) / 1e6).toFixed(0)} MB`,
    `${(median(of(name, 'written')) / 1e6).toFixed(0)} MB`,
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
});
const table = ['| | wall | CPU | ratio of CPU | memory | output |', '|---|---|---|---|---|---|', ...rows];

/** Again with the cache: nothing changed, then a comment more in one file that others import, then a field more. */
async function again() {
  const out = path.join(work, 'cached');
  const step = async (what, change) => {
    change?.();
    const command = [process.execPath, cli, 'generate', ...files, '-I', '.', '--out', out, '--name', 'bench'];
    const { wall, cpu, memory } = await run(command, { cwd: protos, env, limitMs });
    return `| ${what} | ${wall.toFixed(2)} s | ${cpu.toFixed(2)} s | ${(memory / 1e6).toFixed(0)} MB |`;
  };
  const changed = path.join(protos, 'google/type/date.proto');
  return [
    '| all parts, with the cache | wall | CPU | memory |',
    '|---|---|---|---|',
    await step('the first time'),
    await step('nothing changed'),
    await step('one message more in one file', () => appendFileSync(changed, '\nmessage Added { string text = 1; }\n')),
  ];
}

const machine = `Node ${process.version}, ${os.cpus().length} cores, ${os.cpus()[0].model.trim()}, ${options.rounds} rounds.`;
const text = [...table, '', ...(await again()), '', machine].join('\n');
console.log(`\n${text}`);
mkdirSync(path.join(here, 'results'), { recursive: true });
writeFileSync(path.join(here, 'results/generate.md'), `${text}\n`);
rmSync(work, { recursive: true, force: true });
