import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { Manifest } from '../ir/schema/manifest.gen.ts';
import { seal, type SealOptions } from './seal.ts';

let parent: string;
let dir: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'wiremark-seal-'));
  dir = path.join(parent, 'out', 'chat');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const options = (change: Partial<SealOptions> = {}): SealOptions => ({
  packageName: '@acme/chat',
  dir,
  mode: 'write',
  verify: false,
  customized: false,
  generator: '1.2.3',
  sources: {
    protos: [{ kind: 'proto-source', path: 'chat.proto', requested: true, text: 'a\r\nb' }],
    specs: [{ kind: 'spec-source', path: '/home/me/x.spec.yaml', text: 'types: {}' }],
    overlays: [],
  } as unknown as SealOptions['sources'],
  ...change,
});
const files = [
  { path: 'lib/chat.js', text: 'export const a = 1;\n' },
  { path: 'README.md', text: '# Chat\n' },
];
const at = (file: string): string => path.join(dir, file);
const read = (file: string): Promise<string> => readFile(at(file), 'utf8');
const codes = (result: { diagnostics: readonly { code: string; message: string }[] }): string[] =>
  result.diagnostics.map((d) => `${d.code} ${d.message}`);

test('writes a new folder and a manifest that its schema accepts, with nothing of this machine in it', async () => {
  const { value, diagnostics } = await seal(files, options());
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ written: ['README.md', 'lib/chat.js', 'manifest.json'], removed: [], stale: [] });
  expect(await readdir(path.dirname(dir))).toEqual(['chat']);
  const manifest = JSON.parse(await read('manifest.json')) as Manifest;
  const schema = await readFile(path.join(packageRoot(), 'spec/schema/manifest.schema.json'), 'utf8');
  expect(new Ajv2020({ strict: true }).compile(JSON.parse(schema) as object)(manifest)).toBe(true);
  expect(manifest.files.map((file) => file.path)).toEqual(['README.md', 'lib/chat.js']);
  expect(manifest.sources).toEqual([
    // printf 'a\nb' | sha256sum
    { path: 'chat.proto', sha256: '7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78' },
    { path: 'x.spec.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ]);
});

test('line ends of a source do not change its hash', async () => {
  const lf = options();
  const protos = lf.sources.protos.map((proto) => ({ ...proto, text: 'a\nb' }));
  await seal(files, options());
  const first = await read('manifest.json');
  await seal(files, { ...lf, sources: { ...lf.sources, protos } });
  expect(await read('manifest.json')).toBe(first);
});

test('a second run writes what changed, removes what is no longer generated, and keeps files of the user', async () => {
  await seal([...files, { path: 'lib/old/gone.js', text: '' }], options());
  await writeFile(at('notes.txt'), 'mine');
  const before = await stat(at('README.md'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { value } = await seal([files[1]!, { path: 'lib/chat.js', text: 'export const a = 2;\n' }], options());
  expect(value).toMatchObject({ written: ['lib/chat.js', 'manifest.json'], removed: ['lib/old/gone.js'] });
  expect(await read('lib/chat.js')).toBe('export const a = 2;\n');
  expect(await read('notes.txt')).toBe('mine');
  expect((await stat(at('README.md'))).mtimeMs).toBe(before.mtimeMs);
  expect((await readdir(dir, { recursive: true })).sort()).toEqual(
    ['README.md', 'lib', 'lib/chat.js', 'manifest.json', 'notes.txt'].map((file) => path.normalize(file)),
  );
  expect(await readdir(path.dirname(dir))).toEqual(['chat']);
});

test('a file or folder that was not generated is never overwritten, and nothing else is written then', async () => {
  await mkdir(at('lib/chat.js'), { recursive: true });
  await writeFile(at('README.md'), 'my own');
  const result = await seal(files, options());
  expect(result.value).toBeUndefined();
  expect(codes(result)).toEqual([
    'WM4002 Something that was not generated is in the way: README.md.',
    'WM4002 Something that was not generated is in the way: lib/chat.js.',
  ]);
  expect(await readdir(dir)).toEqual(['README.md', 'lib']);
});

test('symbolic links that lead out of the folder are refused; what they point to stays as it was', async () => {
  const outside = path.join(parent, 'outside');
  await mkdir(outside, { recursive: true });
  await mkdir(dir, { recursive: true });
  await symlink(outside, at('lib'));
  expect(codes(await seal(files, options()))).toEqual([
    'WM4003 The symbolic link lib leads out of the folder of the package, or nowhere.',
  ]);
  expect(await readdir(outside)).toEqual([]);
});

test('a manifest cannot make us remove files outside, nor through a link', async () => {
  await mkdir(path.join(parent, 'out/other'), { recursive: true });
  await writeFile(path.join(parent, 'out/other/precious'), 'x');
  await mkdir(dir, { recursive: true });
  await symlink('../other', at('link'));
  const listed = ['../other/precious', 'link/precious', '/etc/hosts', 'a/../../other/precious', null, 7];
  await writeFile(at('manifest.json'), JSON.stringify({ format: 1, files: listed.map((file) => ({ path: file })) }));
  const { value } = await seal(files, options());
  expect(value?.removed).toEqual([]);
  expect(await readFile(path.join(parent, 'out/other/precious'), 'utf8')).toBe('x');
  expect((await lstat(at('link'))).isSymbolicLink()).toBe(true);
});

test('check changes nothing and names changed, missing and surplus files with a diff', async () => {
  await seal([...files, { path: 'lib/old.js', text: 'x' }], options());
  await writeFile(at('lib/chat.js'), 'export const a = 2;\u001b[31m\n');
  await rm(at('README.md'));
  const result = await seal(files, options({ mode: 'check' }));
  expect(codes(result)).toEqual([
    'WM4001 Stale: README.md is missing.',
    'WM4001 Stale: lib/chat.js is changed.',
    'WM4001 Stale: manifest.json is changed.',
    'WM4001 Stale: lib/old.js is surplus.',
  ]);
  expect(result.value?.stale.find((file) => file.path === 'lib/chat.js')?.diff).toBe(
    [
      '--- lib/chat.js (found)',
      '+++ lib/chat.js (generated)',
      '@@ -1,1 +1,1 @@',
      '-export const a = 2;\\u001b[31m',
      '+export const a = 1;',
      '',
    ].join('\n'),
  );
  expect(await readdir(path.join(dir, 'lib'))).toEqual(['chat.js', 'old.js']);
});

test('check passes on what was written, also when a checkout has turned every line end into CRLF', async () => {
  await seal(files, options());
  await writeFile(at('lib/chat.js'), 'export const a = 1;\r\n');
  const { value, diagnostics } = await seal(files, options({ mode: 'check' }));
  expect(diagnostics).toEqual([]);
  expect(value?.stale).toEqual([]);
});

test('diffs are bounded however large the difference is', async () => {
  const lines = (word: string): string => Array.from({ length: 5000 }, (_, i) => `${word} ${i}\n`).join('');
  await seal(
    [
      { path: 'a.txt', text: lines('one') },
      { path: 'b.txt', text: 'x'.repeat(100_000) },
    ],
    options(),
  );
  const changed = [
    { path: 'a.txt', text: lines('two') },
    { path: 'b.txt', text: 'y'.repeat(100_000) },
  ];
  const { value } = await seal(changed, options({ mode: 'check' }));
  for (const { diff } of value!.stale) expect(diff.length).toBeLessThan(20_000);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that cannot be written', async () => {
  await mkdir(path.dirname(dir), { recursive: true });
  await chmod(path.dirname(dir), 0o500);
  expect(codes(await seal(files, options()))[0]).toMatch(/^WM4004 The package @acme\/chat cannot be written/);
  await chmod(path.dirname(dir), 0o700);
});

test('a target that is a file is a diagnostic, and stays', async () => {
  await mkdir(path.dirname(dir), { recursive: true });
  await writeFile(dir, 'a file');
  expect(codes(await seal(files, options()))[0]).toMatch(/^WM4004/);
  expect(await readFile(dir, 'utf8')).toBe('a file');
  expect(await readdir(path.dirname(dir))).toEqual(['chat']);
});

test('when a move fails half way, the folder is put back as it was', async () => {
  await seal(files, options());
  const claimed = JSON.parse(await read('manifest.json')) as { files: { path: string }[] };
  // Claimed by the manifest, yet a folder now: replacing it cannot work.
  await mkdir(at('lib/z/inner'), { recursive: true });
  await writeFile(at('manifest.json'), JSON.stringify({ ...claimed, files: [...claimed.files, { path: 'lib/z' }] }));
  const { changeFolder } = await import('./write.ts');
  const before = await read('lib/chat.js');
  expect(() =>
    changeFolder({
      dir,
      exists: true,
      write: [
        { path: 'lib/chat.js', text: 'new' },
        { path: 'lib/z', text: 'new' },
      ],
      remove: ['README.md'],
    }),
  ).toThrow();
  expect(await read('lib/chat.js')).toBe(before);
  expect(await read('README.md')).toBe('# Chat\n');
});

test.each(['', '/a', 'a//b', '../a', 'a/..', 'a/./b', 'a\\b', 'C:/a', 'a\nb', 'a. ', 'con?'])(
  'the unsafe path %j is a fault of ours',
  async (unsafe) => {
    await expect(seal([{ path: unsafe, text: '' }], options())).rejects.toThrow('not safe');
  },
);

test('paths that differ by case alone are one file', async () => {
  const both = [
    { path: 'lib/A.js', text: '' },
    { path: 'lib/a.js', text: '' },
  ];
  await expect(seal(both, options())).rejects.toThrow('are one file');
});
