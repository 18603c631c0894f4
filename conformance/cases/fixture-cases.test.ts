/** The fixtures are as their schema says, name known clauses, and hold for the references. */
import path from 'node:path';
import { readdir, readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadClauses } from '../load-clauses.ts';
import { loadPackage } from '../load-package.ts';
import type { Fixture } from '../model/fixture.gen.ts';
import { createReferenceTestee } from '../reference/index.ts';
import { failuresOf, runSample } from '../reference/test/run-sample.ts';
import { fixtureCases } from './fixture-cases.ts';

const root = packageRoot();
const json = async (...parts: readonly string[]): Promise<unknown> =>
  JSON.parse(await readFile(path.join(root, ...parts), 'utf8'));

test.each([
  ['wire', 'fixture'],
  ['session', 'fixture'],
  ['known-failures', 'expectation-list'],
])('fixtures/%s is valid', async (folder, schema) => {
  const validate = new Ajv2020({ allErrors: true }).compile(
    (await json('spec/schema', `${schema}.schema.json`)) as object,
  );
  const files = await readdir(path.join(root, 'fixtures', folder));
  expect(files.length).toBeGreaterThan(0);
  const clauses = new Map((await loadClauses()).map((clause) => [clause.id, clause]));
  for (const file of files) {
    const content = await json('fixtures', folder, file);
    expect([file, validate(content), validate.errors]).toEqual([file, true, null]);
    if (schema !== 'fixture') continue;
    const unknown = (content as Fixture).cases.flatMap(({ role, clauses: named }) =>
      named.filter((id) => !clauses.get(id)?.roles.includes(role)),
    );
    expect([file, unknown]).toEqual([file, []]);
  }
});

test.each([
  ['openim-common', 'codec', ''],
  ['floo', 'client', 'json-envelope'],
  ['floo', 'server', 'json-envelope'],
] as const)('the fixtures of %s hold for the reference %s', async (name, role, binding) => {
  const { value: pkg } = await loadPackage(path.join(root, 'out', name), '.');
  const cases = await fixtureCases.cases({ package: pkg!, role, profile: 'interpreted', binding });
  expect(cases.length).toBeGreaterThan(1);
  const results = await runSample(pkg!, role, { cases, create: () => createReferenceTestee(pkg!, role) });
  expect(failuresOf(results).map(({ id, reason }) => [id, reason])).toEqual([]);
});
