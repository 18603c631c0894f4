/**
 * `npm run test:consumers`: both generated packages, packed and installed, with compilers and runtimes of many versions, which
 * are installed apart. Prints a table; exit 1 when one of them fails. What is not on this machine is skipped, and said so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../diagnostics/package-root.ts';
import { chromiumPath, noChromium } from './browser.ts';
import { runInBrowser } from './consumers/in-browser.ts';
import { makeProject } from './consumers/project.ts';

interface Row {
  readonly what: string;
  readonly checked: string;
  /** `''`: as it should be. */
  readonly fault: string;
  readonly skipped?: boolean;
}

const apart = path.join(packageRoot(), 'consumers/node_modules');
const expected = 'all good';
const project = await makeProject();
const rows: Row[] = [];

function run(command: string, args: readonly string[]): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return { code: error === undefined ? status : null, text: error?.message ?? `${stdout}${stderr}`.trim() };
}

function compile(version: string): void {
  const folder = path.join(apart, `typescript-${version}`);
  const compiler = (config: string): string => {
    const { code, text } = run(process.execPath, [path.join(folder, 'bin/tsc'), '-p', config]);
    return code === 0 ? '' : text.split('\n').slice(0, 3).join(' ');
  };
  const { version: exact } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  rows.push({ what: `TypeScript ${exact}`, checked: 'declarations', fault: compiler('tsconfig.json') });
  // The option came with 5.5.
  const [checked, config] =
    version === '5.4'
      ? ['sources', 'tsconfig.sources.json']
      : ['sources, isolatedDeclarations', 'tsconfig.isolated.json'];
  rows.push({ what: `TypeScript ${exact}`, checked, fault: compiler(config) });
}

function execute(name: string, [file, ...args]: readonly [string, ...string[]]): void {
  const program = path.join(apart, file);
  if (!existsSync(program)) {
    const fault = `there is no binary of it for ${process.platform} ${process.arch} in consumers/`;
    rows.push({ what: name, checked: 'run', fault, skipped: true });
    return;
  }
  const version = run(program, ['--version'])
    .text.split('\n')[0]!
    .replace(/^(v|deno )/, '')
    .split(' ')[0]!;
  const { text } = run(program, [...args, 'app.js']);
  rows.push({ what: `${name} ${version}`, checked: 'run', fault: text === expected ? '' : text.slice(0, 300) });
}

async function browse(): Promise<void> {
  if (chromiumPath === undefined) {
    rows.push({ what: 'Chromium', checked: 'run, strict CSP', fault: noChromium, skipped: true });
    return;
  }
  const { said, version } = await runInBrowser(project);
  rows.push({
    what: `Chromium ${version}`,
    checked: 'run, strict CSP',
    fault: said.join() === expected ? '' : said.join(' '),
  });
}

try {
  for (const version of ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']) compile(version);
  for (const version of [20, 22, 24, 26]) execute('Node', [`node-${version}/bin/node`]);
  execute('Bun', ['@oven/bun-linux-x64/bin/bun']);
  execute('Deno', ['@deno/linux-x64-glibc/deno', 'run', '--no-remote']);
  await browse();
} finally {
  await rm(project, { recursive: true, force: true });
}

process.stdout.write('| Consumer | What is tried | |\n|---|---|---|\n');
for (const { what, checked, fault, skipped } of rows) {
  const verdict = fault === '' ? '✓' : `${skipped === true ? 'skipped' : '✗'}: ${fault.replaceAll(/\s+/g, ' ')}`;
  process.stdout.write(`| ${what} | ${checked} | ${verdict} |\n`);
}
process.exitCode = rows.some(({ fault, skipped }) => fault !== '' && skipped !== true) ? 1 : 0;
