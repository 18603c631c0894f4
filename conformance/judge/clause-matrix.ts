/** Takes the results of cases, gives the standing of each clause. */
import type { Clause } from '../model/clause.ts';
import type { CaseResult, ClauseResult } from '../model/report.gen.ts';

/** @param clauses - All clauses of the role. @returns One row for each, in the order of their ids. */
export function clauseMatrix(clauses: readonly Clause[], results: readonly CaseResult[]): readonly ClauseResult[] {
  const byClause = new Map<string, CaseResult[]>();
  for (const result of results) {
    for (const clause of result.clauses) byClause.set(clause, [...(byClause.get(clause) ?? []), result]);
  }
  return [...clauses]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((clause) => row(clause, byClause.get(clause.id) ?? []));
}

function row({ id, level, text, source }: Clause, results: readonly CaseResult[]): ClauseResult {
  const count = (...verdicts: readonly CaseResult['verdict'][]): number =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const counts = {
    passed: count('pass'),
    failed: count('fail', 'unexpected-pass'),
    knownFailures: count('known-failure'),
    skipped: count('skipped'),
    errored: count('errored'),
  };
  const place = source.section ?? (source.line === undefined ? source.overlay : `line ${source.line}`);
  return { id, level, text, source: `${source.document}, ${place}`, status: statusOf(counts), ...counts };
}

function statusOf(counts: Omit<ClauseResult, 'id' | 'level' | 'text' | 'source' | 'status'>): ClauseResult['status'] {
  if (counts.failed > 0) return 'failed';
  if (counts.errored > 0) return 'errored';
  if (counts.knownFailures > 0) return 'known-failure';
  if (counts.passed > 0) return 'passed';
  return counts.skipped > 0 ? 'skipped' : 'not-exercised';
}
