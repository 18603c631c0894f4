import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { Report } from '../model/report.gen.ts';

const root = packageRoot();
const faulty = path.join(root, 'conformance/testees/test/faulty.mjs');
const codec = ['certify', 'codec', '--package', 'out/openim-common', '--seed', '1'];
/** A clause with few cases, so that a run is short. */
const few = ['--run', 'binary.varint.bool'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled command line in the folder of the project. */
function wiremark(args: readonly string[], interruptAfterMs?: number): Promise<Ran> {
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
    if (interruptAfterMs !== undefined && stderr.includes('cases for')) {
      setTimeout(() => child.kill('SIGINT'), interruptAfterMs);
    }
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

test('the reference is conformant; the seed stands first, reports go where they were asked to', async () => {
  const [json, html, certificate] = ['a/r.json', 'r.html', 'c.json'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const { code, stdout, stderr } = await wiremark([
    ...codec,
    ...few,
    '--reference',
    '--report',
    `json=${json}`,
    '--report',
    `html=${html}`,
    '--certificate',
    certificate,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^seed 1: \d+ cases for the codec of/) });
  expect(stdout).toContain('CONFORMANT');
  expect((JSON.parse(await readFile(json, 'utf8')) as Report).outcome).toBe('conformant');
  expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/);
  expect(JSON.parse(await readFile(certificate, 'utf8'))).toMatchObject({ conformant: true });
});

test('a wrong testee exits 1 and leaves failures that replay runs, until they are fixed', async () => {
  const saved = path.join(folder, 'failures');
  const echo = ['--', process.execPath, faulty, 'errored'];
  const run = await wiremark([...codec, '--run', 'binary.default.omitted', '--save-failures', saved, ...echo]);
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('failed binary.default.omitted');
  const [file] = (await readdir(saved)).map((name) => path.join(saved, name));
  const still = await wiremark(['replay', file!, '--package', 'out/openim-common', ...echo]);
  expect({ code: still.code, last: still.stdout.trim().split('\n').at(-1) }).toEqual({
    code: 1,
    last: expect.stringMatching(/^still failing: codec\//),
  });
  const fixed = await wiremark(['replay', file!, '--package', 'out/openim-common', '--reference']);
  expect(fixed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^fixed: codec\//) });
});

test('Ctrl-C ends the run, not its report', async () => {
  const file = path.join(folder, 'r.json');
  const { code } = await wiremark(
    [...codec, '--report', `json=${file}`, '--', process.execPath, faulty, 'silent'],
    700,
  );
  expect(code).toBe(1);
  expect((JSON.parse(await readFile(file, 'utf8')) as Report).outcome).toBe('interrupted');
});

test('shards are merged into one report', async () => {
  const files = ['1', '2'].map((index) => path.join(folder, `${index}.json`));
  const runs = files.map((file, index) =>
    wiremark([...codec, ...few, '--reference', '--shard', `${index + 1}/2`, '--report', `json=${file}`]),
  );
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0]);
  expect(await wiremark(['merge-reports', ...files])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('CONFORMANT'),
  });
  const alone = await wiremark(['merge-reports', ...files, '--baseline', files[0]!]);
  expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('is of shard 1 of 2 alone') });
  expect(await wiremark(['merge-reports', files[0]!])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('WM6007'),
  });
});

test.each([
  [['certify', 'codec', '--reference'], '--package'],
  [['certify', 'cook', '--package', 'x'], 'Allowed choices are codec, client, server'],
  [codec, 'No implementation to test was given'],
  [[...codec, '--reference', '--module', 'x.mjs'], 'Several implementations were given'],
  [[...codec, '--endpoint', 'gopher://x'], 'not an address of a testee'],
  [[...codec, '--module', 'no-such.mjs'], 'WM5001'],
  [[...codec, '--reference', '--shard', '3/2'], 'I/N'],
  [[...codec, '--reference', '--report', 'papyrus'], 'must be one of'],
  [[...codec, '--reference', '--known-failing', 'no-such.json'], 'WM5001'],
  [[...codec, '--reference', '--baseline', 'no-such.json'], 'WM5001'],
  [['certify', 'codec', '--package', 'out/openim-common', '--reference', '--path', '1:2'], 'without its --seed'],
  [[...codec, '--reference', '--sign', 'key.pem'], 'no certificate to --sign'],
  [['certify', 'codec', '--package', 'no/such', '--reference'], 'WM6001'],
])('%j is refused with exit code 2', async (args, message) => {
  const { code, stderr } = await wiremark(args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});
