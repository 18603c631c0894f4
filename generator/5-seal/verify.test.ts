import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { seal } from './seal.ts';
import { verify } from './verify.ts';

const manifest = { path: 'package.json', text: '{"name":"x","type":"module"}' };
const schema = (path: string, value: object): { path: string; text: string } => ({
  path: `schemas/${path}`,
  text: JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://x.test/${path}`,
    ...value,
  }),
});

test('a package that holds together passes', async () => {
  await verify([
    manifest,
    {
      path: 'lib/a.d.ts',
      text: "import type { Arbitrary } from 'fast-check';\nexport declare const a: Arbitrary<bigint>;\n",
    },
    { path: 'lib/a.js', text: 'export const a = 1n;\n' },
    { path: 'lib/arbitraries.d.ts', text: "export { a } from './a.js';\n" },
    schema('a.schema.json', { type: 'object', properties: { b: { $ref: 'b.schema.json' } } }),
    schema('b.schema.json', { type: 'string' }),
  ]);
});

test('every fault of types, scripts, exports and schemas is named with its place', async () => {
  const bad = verify([
    manifest,
    { path: 'lib/a.d.ts', text: 'export declare const a: Missing;\nexport declare function b(): void;\n' },
    { path: 'lib/a.js', text: 'export const a = 1;\n' },
    { path: 'lib/c.js', text: 'export const = 1;\n' },
    { path: 'lib/d.d.ts', text: "import type { nothing } from './a.js';\nexport type D = nothing;\n" },
    schema('a.schema.json', { $ref: 'gone.schema.json' }),
    schema('b.schema.json', { typ: 'string' }),
  ]);
  await expect(bad).rejects.toThrow(/fault of wiremark/);
  const message = await bad.catch((error: Error) => error.message);
  expect(message).toContain("lib/a.d.ts:1: Cannot find name 'Missing'");
  expect(message).toContain('lib/a.js: it does not export b, which is declared');
  expect(message).toContain('lib/c.js:1: ');
  expect(message).toMatch(/lib\/d\.d\.ts:1: .*'nothing'/);
  expect(message).toContain("schemas/a.schema.json: can't resolve reference gone.schema.json");
  expect(message).toContain('schemas/b.schema.json: strict mode: unknown keyword: "typ"');
});

test('TypeScript packages are checked whole', async () => {
  const bad = verify([
    manifest,
    { path: 'lib/a.ts', text: 'export function f(list: string[]): string { return list[0]; }\n' },
  ]);
  await expect(bad).rejects.toThrow("lib/a.ts:1: Type 'string | undefined' is not assignable to type 'string'");
});

test('what templates or plugins of a user spoil is their fault, and not written', async () => {
  const sources = { protos: [], specs: [], overlays: [] };
  const { value, diagnostics } = await seal([manifest, { path: 'lib/c.js', text: 'export const = 1;\n' }], {
    packageName: 'x',
    dir: path.join(os.tmpdir(), 'wiremark-never'),
    mode: 'write',
    generator: '1',
    sources,
    verify: true,
    customized: true,
  });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^WM4007 With the templates and plugins of this package, .*: lib\/c\.js:1: /),
  ]);
});
