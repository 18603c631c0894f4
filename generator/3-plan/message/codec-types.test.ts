/** Generated TypeScript compiles under the strictest settings; names of the library stay clear of generated ones. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { x } from 'tinyexec';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { strictest } from '../../test/strictest.ts';
import { runtimeNames } from '../runtime-names.ts';
import { generatePackage } from './test/generated.ts';

/** What a caller does with extensions. */
const useOfExtensions = `
import { createBase, fromJsonBase, level, numbers, Point_inPoint } from './lib/extension.ts';
import { clearExtension, getExtension, hasExtension, setExtension } from './lib/runtime/extension.ts';
const message = createBase();
setExtension(message, numbers, [1]);
// @ts-expect-error A string is no number.
setExtension(message, numbers, ['a']);
export const list: number[] | undefined = getExtension(message, numbers);
export const x: number | undefined = getExtension(message, Point_inPoint)?.x;
export const has: boolean = hasExtension(message, level);
clearExtension(message, level);
fromJsonBase({}, { extensions: [level, numbers, Point_inPoint] });
`;

it.each(['bigint', 'number', 'string'] as const)('compiles as TypeScript with int64 as %s', async (int64) => {
  const { folder } = await generatePackage({
    protos: ['proto3.proto', 'proto2.proto', 'edition.proto', 'extension.proto'],
    int64,
    emit: 'ts',
  });
  const modules = (await readdir(path.join(folder, 'lib'))).filter((name) => /^(proto|edition|extension)/.test(name));
  await writeFile(path.join(folder, 'use.ts'), useOfExtensions);
  const files = [...modules.map((name) => `lib/${name}`), 'use.ts'];
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: strictest, files }));
  const tsc = path.join(packageRoot(), 'node_modules/.bin/tsc');
  const { exitCode, stdout } = await x(tsc, ['-p', folder], { nodeOptions: { cwd: folder }, throwOnError: false });
  expect(exitCode, stdout).toBe(0);
});

it('reserves every name that templates take from the library', async () => {
  const folder = path.join(packageRoot(), 'templates');
  const templates = (await readdir(folder)).filter((name) => /^(message|extension)/.test(name));
  const texts = await Promise.all(templates.map((name) => readFile(path.join(folder, name), 'utf8')));
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*use "(\w+)"/g)].map(([, name]) => name!)));
  expect(used.size).toBeGreaterThan(20);
  expect([...used].filter((name) => !runtimeNames.includes(name))).toStrictEqual([]);
});
