import { expect, test } from 'vitest';
import type { CaseResult, VerdictKind } from '../model/report.gen.ts';
import { applyLists, type ListEntry } from './lists.ts';

const result = (id: string, verdict: VerdictKind): CaseResult => ({
  id,
  verdict,
  level: 'required',
  clauses: ['a.b'],
  description: '',
  reason: verdict === 'fail' ? 'It differs.' : '',
  examples: 1,
});
const entry = (pattern: string, list: ListEntry['list'] = 'known-failing'): ListEntry => ({
  list,
  pattern,
  reason: 'old bug',
  place: 'list.json:2',
});
const ids = ['a/one', 'a/two', 'b/one'];
const results = [result('a/one', 'fail'), result('a/two', 'pass'), result('b/one', 'skipped')];

test('a listed failure is known, with its reason', () => {
  const applied = applyLists(results, [entry('a/one')], ids);
  expect(applied.findings).toEqual([]);
  expect(applied.results[0]).toMatchObject({ verdict: 'known-failure', reason: 'It differs. Known: old bug' });
});

test('a listed case that passes fails the run, named with its entry', () => {
  const applied = applyLists(results, [entry('a/*')], ids);
  expect(applied.results.map(({ verdict }) => verdict)).toEqual(['known-failure', 'unexpected-pass', 'skipped']);
  expect(applied.findings).toEqual([
    { list: 'known-failing', pattern: 'a/*', place: 'list.json:2', problem: 'passes', cases: ['a/two'] },
  ]);
});

test('an entry that matches nothing fails the run', () => {
  expect(applyLists(results, [entry('c/**')], ids).findings).toMatchObject([{ problem: 'matches-nothing' }]);
});

test('an entry for a case that was not selected is no fault', () => {
  expect(applyLists([results[0]!], [entry('b/one')], ids).findings).toEqual([]);
});

test('a flaky case may do either', () => {
  const applied = applyLists(results, [entry('a/**', 'known-flaky')], ids);
  expect(applied.results.map(({ verdict }) => verdict)).toEqual(['known-failure', 'pass', 'skipped']);
  expect(applied.findings).toEqual([]);
});
