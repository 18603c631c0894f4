/**
 * The committed packages as a consumer meets them: packed, linted as packages, installed into an empty project, type
 * checked under strict settings and run.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { x } from 'tinyexec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../diagnostics/package-root.ts';

const root = packageRoot();
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

/** Runs a command and fails with its output unless it exits 0. */
async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { exitCode, stdout, stderr } = await x(command, [...args], { nodeOptions: { cwd }, throwOnError: false });
  expect(exitCode, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

let project: string;
const packages = ['openim-common', 'floo'] as const;
const tarballs = new Map<string, string>();

beforeAll(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'wiremark-consumer-'));
  for (const name of packages) {
    const packed = await run('npm', ['pack', '--json', '--pack-destination', project], path.join(root, 'out', name));
    const listed = JSON.parse(packed) as { filename: string }[] | Record<string, { filename: string }>;
    tarballs.set(name, path.join(project, Object.values(listed)[0]!.filename));
  }
  await writeFile(
    path.join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs.values()], project);
  await cp(path.join(root, 'fixtures/consumer/app'), project, { recursive: true });
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe.each(packages)('%s', (name) => {
  it('passes publint --strict', async () => {
    await run(bin('publint'), ['--strict', path.join(root, 'out', name)], root);
  });

  it('resolves in every ESM setting of TypeScript (attw)', async () => {
    await run(bin('attw'), [tarballs.get(name)!, '--profile', 'esm-only'], root);
  });

  it('has no dependencies', async () => {
    const installed = path.join(project, 'node_modules/@wiremark', name, 'package.json');
    const manifest = JSON.parse(await readFile(installed, 'utf8')) as Record<string, unknown>;
    expect(manifest['dependencies']).toBeUndefined();
    expect(manifest['sideEffects']).toBe(false);
  });
});

it('type-checks in a strict project, with library checks on', async () => {
  await run(bin('tsc'), ['-p', project], project);
});

it('has event maps that eleven kinds of emitters take, and that refuse wrong payloads', async () => {
  await run(bin('tsc'), ['-p', path.join(root, 'fixtures/consumer/emitters')], root);
});

it('runs in Node', async () => {
  expect(await run(process.execPath, ['app.js'], project)).toBe('all good\n');
});
