/** Every clause is exercised by some case of the sample packages, and the files that state them are as their schema says. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadClauses } from '../load-clauses.ts';
import type { Clauses } from '../model/clauses.gen.ts';
import { casesFor } from '../reference/test/run-sample.ts';
import { sampleEvents } from '../reference/test/sample-events.ts';
import { sampleWithWellKnown } from '../reference/test/sample.ts';

const folder = path.join(packageRoot(), 'spec/clauses');

test('the files of clauses are valid, and named after their areas', async () => {
  const schema = JSON.parse(
    await readFile(path.join(packageRoot(), 'spec/schema/clauses.schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  for (const file of await readdir(folder)) {
    const area = parse(await readFile(path.join(folder, file), 'utf8')) as Clauses;
    expect([file, validate(area), validate.errors]).toEqual([file, true, null]);
    expect(file).toBe(`${area.area}.yaml`);
    expect(area.clauses.filter(({ id }) => !id.startsWith(`${area.area}.`))).toEqual([]);
  }
});

test('ids are unique, and every clause has a case', async () => {
  const clauses = await loadClauses();
  expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  const exercised = new Set<string>();
  for (const descriptor of [sampleWithWellKnown, sampleEvents]) {
    const pkg = { folder: '/sample', descriptor, hash: '', exports: {} };
    for (const role of ['codec', 'client', 'server'] as const) {
      for (const made of await casesFor(pkg, role)) for (const clause of made.clauses) exercised.add(clause);
    }
  }
  expect(clauses.map(({ id }) => id).filter((id) => !exercised.has(id))).toEqual([]);
});
