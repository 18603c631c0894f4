/**
 * `npm run breaking:buf`: runs buf on the pairs of protos in fixtures/breaking and compares what it finds with what is
 * recorded there (`buf.json` of each pair, `buf-rules.json`), which `npm test` holds our rules against. `--update` records
 * anew. buf is installed apart, with what the benchmark needs.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { x } from 'tinyexec';
import { packageRoot } from '../diagnostics/package-root.ts';

const root = packageRoot();
const folder = path.join(root, 'fixtures/breaking');
const buf = path.join(root, 'bench/node_modules/.bin/buf');
const update = process.argv.includes('--update');
const config = JSON.stringify({ version: 'v2', breaking: { use: ['FILE', 'PACKAGE', 'WIRE_JSON', 'WIRE'] } });

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Lines of JSON on standard output; buf exits with 100 when it has findings. */
async function run(args: readonly string[], cwd: string): Promise<readonly Record<string, unknown>[]> {
  const { stdout, stderr, exitCode } = await x(buf, [...args], { nodeOptions: { cwd } });
  if (exitCode !== 0 && exitCode !== 100)
    throw new Error(`buf ${args[0]} in ${path.basename(path.dirname(cwd))}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** How often each rule finds something, by rule. */
async function findings(pair: string): Promise<Readonly<Record<string, number>>> {
  const args = ['breaking', '.', '--against', '../before', '--error-format', 'json', '--config', config];
  const counts: Record<string, number> = {};
  for (const { type } of await run(args, path.join(folder, pair, 'after'))) {
    counts[String(type)] = (counts[String(type)] ?? 0) + 1;
  }
  return sorted(counts);
}

/** Sets that each of buf's rules belongs to, by rule. */
async function rules(): Promise<Readonly<Record<string, unknown>>> {
  const all = await run(['config', 'ls-breaking-rules', '--version', 'v2', '--format', 'json'], root);
  return sorted(Object.fromEntries(all.map(({ id, categories }) => [String(id), categories])));
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

async function settle(file: string, found: object): Promise<boolean> {
  const text = `${JSON.stringify(found, undefined, 2)}\n`;
  const recorded = existsSync(file) ? await readFile(file, 'utf8') : '';
  if (update) await writeFile(file, text);
  else if (recorded !== text) say(`differs: ${path.relative(root, file)}\n  buf now says ${JSON.stringify(found)}`);
  return update || recorded === text;
}

if (!existsSync(buf)) {
  say('buf is not installed: npm ci --prefix bench');
  process.exitCode = 2;
} else {
  let agreed = await settle(path.join(folder, 'buf-rules.json'), await rules());
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const pairs: string[] = [];
  for (const { name } of entries) {
    if ((await readdir(path.join(folder, name, 'before'))).some((file) => file.endsWith('.proto'))) pairs.push(name);
  }
  for (const pair of pairs.sort()) {
    agreed = (await settle(path.join(folder, pair, 'buf.json'), await findings(pair))) && agreed;
  }
  const [{ stdout }] = [await x(buf, ['--version'])];
  say(
    `${update ? 'recorded' : agreed ? 'as recorded' : 'not as recorded'}: buf ${stdout.trim()} on ${pairs.length} pairs`,
  );
  process.exitCode = agreed ? 0 : 1;
}
