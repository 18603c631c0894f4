/** With the cache or without, the same bytes: nothing is taken from it that is not as it was. */
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SealedPackage } from '../ir/sealed-package.ts';
import { generateAll } from '../generate-all.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'wiremark-cache-'));
  const config = `packages:\n  - { name: chat, out: gen, roots: [protos], protos: ['protos/**/*.proto'] }\n`;
  await write('wiremark.config.yaml', config);
  await write('protos/a.proto', 'syntax = "proto3";\nmessage A { string text = 1; }\n');
  await write('protos/b.proto', 'syntax = "proto3";\nimport "a.proto";\nmessage B { A a = 1; }\n');
  await write('protos/c.proto', 'syntax = "proto3";\nenum C { C_NONE = 0; }\n');
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
  await writeFile(path.join(cwd, file), text);
}

/** Generates; what became of the package. */
async function run(flags: Parameters<typeof generateAll>[1] = {}): Promise<SealedPackage> {
  const { sealed, diagnostics } = await generateAll([], flags, cwd);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return sealed[0]!;
}

async function output(): Promise<Readonly<Record<string, string>>> {
  const dir = path.join(cwd, 'gen');
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  const texts = await Promise.all(paths.map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(paths.map((file, i) => [path.relative(dir, file), texts[i]!]));
}

it('writes nothing when nothing changed, and the same after a change as without a cache', async () => {
  const first = await run();
  expect(first.written).toEqual(first.files);
  const again = await run();
  expect([again.written, again.files]).toEqual([[], first.files]);

  await write('protos/c.proto', 'syntax = "proto3";\nenum C { C_NONE = 0; C_ONE = 1; }\n');
  const changed = await run();
  expect(changed.written).toContain('lib/c.js');
  expect(changed.written.filter((file) => /^lib\/[ab]\./.test(file))).toEqual([]);
  const cached = await output();
  await rm(path.join(cwd, 'gen'), { recursive: true });
  await run({ cache: false });
  expect(await output()).toEqual(cached);
});

it('sees what else decides the result', async () => {
  await run();
  const pristine = await output();
  // An output that was edited, even to the same length at the same time.
  const file = path.join(cwd, 'gen/lib/a.js');
  await writeFile(file, pristine['lib/a.js']!.replace('export', 'exporT'));
  await utimes(file, 1, 1);
  expect((await run()).written).toEqual(['lib/a.js']);
  expect(await output()).toEqual(pristine);
  // An import that now leads elsewhere: an earlier root has the file all of a sudden.
  await write(
    'wiremark.config.yaml',
    'packages: [{ name: chat, out: gen, roots: [first, protos], protos: [b.proto] }]',
  );
  await run();
  await write('first/a.proto', 'syntax = "proto3";\nmessage A { string other = 1; }\n');
  expect((await run()).written).toContain('lib/a.js');
  expect((await output())['lib/a.js']).toContain('other');
});

it('does without what is damaged', async () => {
  await run();
  const before = await output();
  const folder = path.join(cwd, '.wiremark/cache');
  const entries = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  expect(entries).toHaveLength(2);
  expect(await readFile(path.join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  for (const damage of [
    (text: string) => text.slice(0, -20),
    (text: string) => text.replace('"lib/a', '"../a'),
    () => '',
  ]) {
    for (const name of entries) {
      const whole = await readFile(path.join(folder, name), 'utf8');
      await writeFile(path.join(folder, name), damage(whole));
    }
    expect((await run()).written).toEqual([]);
    expect(await output()).toEqual(before);
  }
  // A cache that cannot even be written.
  await rm(path.join(cwd, '.wiremark'), { recursive: true });
  await write('.wiremark', 'a file');
  await run();
  expect(await output()).toEqual(before);
});

it('reports again what it reported', async () => {
  await write('protos/c.proto', 'syntax = "proto3";\nimport "a.proto";\nenum C { C_NONE = 0; }\n');
  const first = await generateAll([], {}, cwd);
  expect(first.diagnostics.map(({ code }) => code)).toEqual(['WM2070']);
  expect(await generateAll([], {}, cwd)).toEqual({ ...first, sealed: [{ ...first.sealed[0]!, written: [] }] });
});
