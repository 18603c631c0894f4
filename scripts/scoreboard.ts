/**
 * `npm run conformance`: certifies other codecs and ours on the OpenIM messages, and rewrites conformance/SCOREBOARD.md and the
 * table in the README. Exits 1 when a failure was not yet checked by hand, or a finding is out of date.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { x } from 'tinyexec';
import { packageRoot } from '../diagnostics/package-root.ts';
import type { Report } from '../conformance/model/report.gen.ts';
import { codecs, type Codec, type Protocol } from './scoreboard/codecs.ts';
import { details, summary, unchecked, type Row } from './scoreboard/print.ts';

const root = packageRoot();
const seed = '1';

const introduction = `# Scoreboard

Written by \`npm run conformance\`: each codec on the OpenIM messages, seed ${seed}, at recommended level. A codec without ProtoJSON is
judged on its binary half alone. A case that names several clauses counts against all of them only if none is broken by a case of fewer.
The last column is what a check by hand found; the script fails when a failure has none.
`;

async function main(): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
  try {
    const protos = path.join(root, 'spec/openim');
    const file = path.join(protos, 'common.proto');
    const protocol: Protocol = {
      package: path.join(root, 'out/openim-common'),
      root: protos,
      file,
      set: path.join(folder, 'set.binpb'),
    };
    await must(process.execPath, [path.join(root, 'bench/conformance/generate.mjs'), protos, file]);
    await must(path.join(root, 'bench/node_modules/.bin/buf'), ['build', protos, '-o', protocol.set]);
    const rows: Row[] = [];
    for (const codec of codecs) rows.push(await certified(codec, protocol, folder));
    const table = summary(rows);
    process.stdout.write(`${table}\n`);
    await writeFile(path.join(root, 'conformance/SCOREBOARD.md'), `${introduction}\n${table}\n\n${details(rows)}`);
    await putIntoReadme(table);
    const problems = unchecked(rows);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function certified({ name, command }: Codec, protocol: Protocol, folder: string): Promise<Row> {
  const file = path.join(folder, 'report.json');
  const options = ['--package', protocol.package, '--seed', seed, '--level', 'recommended', '--report', `json=${file}`];
  const cli = path.join(root, 'dist/cli.js');
  const ran = await x(process.execPath, [
    cli,
    'certify',
    'codec',
    ...options,
    '--timeout-ms',
    '5000',
    '--',
    ...command(protocol),
  ]);
  if (ran.exitCode !== 0 && ran.exitCode !== 1) throw new Error(`${name}: ${ran.stderr}`);
  const report = JSON.parse(await readFile(file, 'utf8')) as Report;
  if (report.outcome !== 'not-started') return { codec: name, report, reason: '' };
  return { codec: name, report: undefined, reason: report.summary };
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await x(command, [...args]);
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

async function putIntoReadme(table: string): Promise<void> {
  const file = path.join(root, 'README.md');
  const text = await readFile(file, 'utf8');
  const marked = /(<!-- scoreboard -->\n).*?(<!-- \/scoreboard -->)/s;
  await writeFile(
    file,
    text.replace(marked, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`),
  );
}

process.exitCode = await main();
