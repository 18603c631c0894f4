/** Commits as old versions: what is taken out of git, and what a hostile name or tree cannot do. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBreaking } from '../breaking.ts';
import { openAgainst } from './against.ts';
import { checkOut, type Checkout } from './git.ts';

let top: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.email=a@example.com', '-c', 'user.name=a', ...args], { cwd: top, encoding: 'utf8' });
const proto = (fields: string): string => `syntax = "proto3";\npackage p;\nmessage A {\n${fields}}\n`;

beforeAll(async () => {
  top = await mkdtemp(path.join(os.tmpdir(), 'wiremark-git-'));
  git('init', '-q', '-b', 'main');
  await mkdir(path.join(top, 'sub'));
  await writeFile(path.join(top, 'sub/a.proto'), proto('  string name = 1;\n'));
  await writeFile(path.join(top, 'sub/gone.proto'), proto('').replace('A', 'B'));
  await writeFile(path.join(top, 'sub/picture.png'), 'no source');
  await writeFile(
    path.join(top, 'wiremark.config.yaml'),
    'packages: [{ name: p, out: out, protos: ["sub/*.proto"] }]\n',
  );
  await symlink('/etc/passwd', path.join(top, 'sub/link.json'));
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  git('tag', 'v1');
});
afterAll(() => rm(top, { recursive: true, force: true }));

test('the sources of the commit, whatever has become of the working tree', async () => {
  await rm(path.join(top, 'sub/gone.proto'));
  await writeFile(path.join(top, 'sub/a.proto'), proto('  int32 b = 2;\n'));
  const checkout = (await checkOut('v1', path.join(top, 'sub'))) as Checkout;
  expect((await readdir(checkout.folder)).sort()).toEqual(['a.proto', 'gone.proto']);
  expect(await readFile(path.join(checkout.folder, 'a.proto'), 'utf8')).toContain('string');
  await checkout.dispose();
  expect(existsSync(checkout.folder)).toBe(false);
});

test.each(['--output=x', '-h', 'nope', 'v1:sub', 'HEAD; touch x', '$(touch x)', 'v1\0', ''])(
  '%j is no commit',
  async (ref) => {
    expect(await checkOut(ref, top)).toMatch(/no name of a commit|no commit/);
    expect(existsSync(path.join(top, 'x'))).toBe(false);
  },
);

test('a file gone from the list is found by the list of the old version', async () => {
  const against = (await openAgainst('v1', top, top)).value!;
  const packages = [{ name: 'p', out: 'out', protos: ['sub/a.proto'] }];
  const request = { packages, folder: top, against, sets: new Set(['FILE'] as const), configured: true };
  const { value, diagnostics } = await findBreaking(request);
  await against.dispose();
  expect(diagnostics).toEqual([]);
  expect(value!.findings.map(({ code, related }) => `${code} ${related[0]!.place.file}`)).toEqual([
    'FILE_NO_DELETE v1:sub/gone.proto',
    'FIELD_NO_DELETE v1:sub/a.proto',
  ]);
});
