/** lint and breaking from the command line on: what they print where, and their exit codes. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { runBreaking } from './breaking.ts';
import { runLint } from './lint.ts';

let folder: string;
const home = process.cwd();
const printed = { stdout: '', stderr: '' };
const proto = (field: string): string => `syntax = "proto3";\n\npackage p;\n\nmessage A {\n  ${field}\n}\n`;
const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-findings-'));
  await mkdir(path.join(folder, 'old'));
  await write('old/a.proto', proto('string name = 1;'));
  await write('a.proto', proto('int64 create_time = 1;'));
  await write('bad.proto', 'syntax = "proto3";\nmessage A { Nowhere a = 1; }\n');
  process.chdir(folder);
  vi.stubEnv('GITHUB_ACTIONS', '');
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  }
});
afterEach(async () => {
  Object.assign(printed, { stdout: '', stderr: '' });
  await rm(path.join(folder, 'wiremark.config.yaml'), { force: true });
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.chdir(home);
  await rm(folder, { recursive: true, force: true });
});

test('findings go to stdout and make the exit code 1', async () => {
  expect(await runLint(['a.proto'], {})).toBe(1);
  expect(printed.stdout).toContain('WM7008 (unit-missing)');
  expect(printed.stdout).toMatch(/1 warning\.\n$/);
  expect(printed.stderr).toBe('');
});

test('nothing to say is exit code 0, and so are notes', async () => {
  expect(await runLint(['old/a.proto'], {})).toBe(0);
  expect(printed.stdout).toBe('Nothing to report.\n');
  await write(
    'wiremark.config.yaml',
    'packages: [{ name: p, out: o, protos: [a.proto] }]\nlint: { rules: { unit-missing: info } }\n',
  );
  expect(await runLint([], {})).toBe(0);
});

test('a faulty source is exit code 2, on stderr', async () => {
  expect(await runLint(['bad.proto'], { format: 'json' })).toBe(2);
  expect(printed.stdout).toBe('');
  expect(JSON.parse(printed.stderr)).toMatchObject({ diagnostics: [{ code: 'WM2001' }] });
});

test('suppressions and severities of the configuration; wrong ones are told', async () => {
  const packages = 'packages: [{ name: p, out: o, protos: [a.proto] }]\n';
  await write(
    'wiremark.config.yaml',
    `${packages}lint: { ignore: [{ rule: unit-missing, file: '*.proto', reason: Nobody knows it. }] }\n`,
  );
  expect(await runLint([], {})).toBe(0);
  expect(printed.stdout).toBe('Nothing to report; 1 suppressed.\n');
  await write('wiremark.config.yaml', `${packages}lint: { ignore: [{ rule: unit-missing }] }\n`);
  expect(await runLint([], {})).toBe(2);
  expect(printed.stderr).toContain('The key "reason" is missing');
  await write('wiremark.config.yaml', `${packages}lint: { rules: { unit-mising: off } }\n`);
  expect(await runLint([], {})).toBe(2);
  expect(printed.stderr).toContain('wiremark.config.yaml:2');
});

test('breaking against a folder, with and without an ignore list', async () => {
  expect(await runBreaking(['a.proto'], { against: 'old' })).toBe(1);
  expect(printed.stdout).toContain('before (old/a.proto:6:10)');
  expect(printed.stdout).toMatch(/3 breaking changes against old\. Asks for a major release\.\n$/);
  const ignore = ['FIELD_SAME_NAME', 'FIELD_SAME_JSON_NAME', 'FIELD_SAME_TYPE']
    .map((rule) => `  - { rule: ${rule}, reason: Never released. }\n`)
    .join('');
  await write('ignore.yaml', `ignore:\n${ignore}`);
  printed.stdout = '';
  expect(await runBreaking(['a.proto'], { against: 'old', ignore: 'ignore.yaml' })).toBe(0);
  expect(printed.stdout).toBe('No breaking changes against old. 3 suppressed. Asks for a patch release.\n');
});

test.each([
  [{ against: 'nowhere' }, 'no folder'],
  [{ against: 'old', category: ['WIRED'] }, '"WIRED" is none of them'],
  [{ against: 'old', ignore: 'missing.yaml' }, 'missing.yaml'],
])('%j is wrong usage', async (flags, said) => {
  expect(await runBreaking(['a.proto'], flags)).toBe(2);
  expect(printed.stderr).toContain(said);
});
