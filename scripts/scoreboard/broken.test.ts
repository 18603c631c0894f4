import { expect, test } from 'vitest';
import type { CaseResult } from '../../conformance/model/report.gen.ts';
import { sampleReport } from '../../conformance/report/test/report.ts';
import { brokenClauses } from './broken.ts';

const failing = (id: string, clauses: readonly string[], more: Partial<CaseResult> = {}): CaseResult => ({
  id,
  verdict: 'fail',
  level: 'required',
  clauses,
  description: id,
  reason: 'It accepted what must be refused.',
  examples: 1,
  ...more,
});

const found = (...results: readonly CaseResult[]): readonly string[] =>
  brokenClauses({ ...sampleReport, results }).map(({ clause, example }) => `${clause} by ${example.id}`);

test('a case of many clauses says nothing new where one of them is broken by a case of its own', () => {
  expect(found(failing('many', ['a', 'b', 'c']), failing('one', ['b']))).toEqual(['b by one']);
  expect(found(failing('many', ['a', 'b', 'c']), failing('one', ['d']))).toEqual([
    'a by many',
    'b by many',
    'c by many',
    'd by one',
  ]);
});

test('what passes, is skipped or is informational breaks nothing', () => {
  const not = [{ verdict: 'pass' }, { verdict: 'skipped' }, { level: 'informational' }] as const;
  expect(found(...not.map((more) => failing('x', ['a'], more)))).toEqual([]);
});
