/** The references of the committed packages pass every required case in every role, in process and through the adapters. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadPackage } from '../load-package.ts';
import type { LoadedPackage } from '../model/package.ts';
import { inProcess } from '../testees/in-process.ts';
import { stdio } from '../testees/stdio.ts';
import { createReferenceTestee } from './index.ts';
import { casesFor, failuresOf, runOver } from './test/run-sample.ts';

const folderOf = (name: string): string => path.join(packageRoot(), 'out', name);

async function packageNamed(name: string): Promise<LoadedPackage> {
  const { value, diagnostics } = await loadPackage(folderOf(name), '.');
  expect(diagnostics).toEqual([]);
  return value!;
}

const roles = ['codec', 'client', 'server'] as const;

test.each(['openim-common', 'floo'].flatMap((name) => roles.map((role) => [name, role] as const)))(
  'the reference of %s as a %s',
  async (name, role) => {
    const pkg = await packageNamed(name);
    const cases = await casesFor(pkg, role);
    expect(cases.length).toBeGreaterThan(10);
    const transport = inProcess(() => createReferenceTestee(pkg, role), name);
    const results = await runOver(pkg, role, { cases, transport });
    expect(failuresOf(results).map(({ id, reason }) => [id, reason])).toEqual([]);
  },
);

const adapter = (role: string): string => path.join(packageRoot(), 'conformance/adapters/javascript', `${role}.mjs`);

test.each([
  ['openim-common', 'codec', []],
  ['floo', 'codec', []],
  ['floo', 'client', ['FlooEvent']],
  ['floo', 'server', ['FlooEvent']],
] as const)('the adapter of %s as a %s', async (name, role, args) => {
  const pkg = await packageNamed(name);
  const cases = (await casesFor(pkg, role)).filter(({ needs }) => !needs.includes('enums'));
  const transport = stdio([process.execPath, adapter(role), folderOf(name), ...args]);
  const results = await runOver(pkg, role, { cases, transport });
  expect(failuresOf(results).map(({ id, reason }) => [id, reason])).toEqual([]);
});
