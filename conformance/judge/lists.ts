/**
 * Known failures. A case on the known-failing list must fail: when it passes, the list is out of date, and that is a
 * finding. A case on the known-flaky list may do either. An entry without a matching case is a finding too.
 */
import type { CaseResult, ListFinding, VerdictKind } from '../model/report.gen.ts';
import { matcher } from './pattern.ts';

/** An entry of a list, with the place it was read from. */
export interface ListEntry {
  readonly list: ListFinding['list'];
  readonly pattern: string;
  readonly reason: string;
  /** File and line. */
  readonly place: string;
}

/**
 * @param results - As the judge left them.
 * @param ids - All cases of this package and role, selected or not: an entry for one that was not run is no fault.
 */
export function applyLists(
  results: readonly CaseResult[],
  entries: readonly ListEntry[],
  ids: readonly string[],
): { readonly results: readonly CaseResult[]; readonly findings: readonly ListFinding[] } {
  const compiled = entries.map((entry) => ({ entry, matches: matcher(entry.pattern) }));
  const findings: ListFinding[] = [];
  for (const { entry, matches } of compiled) {
    const finding = (problem: ListFinding['problem'], cases: readonly string[]): void => {
      findings.push({ list: entry.list, pattern: entry.pattern, place: entry.place, problem, cases });
    };
    if (!ids.some(matches)) {
      finding('matches-nothing', []);
      continue;
    }
    const passing = results.filter((result) => result.verdict === 'pass' && matches(result.id)).map(({ id }) => id);
    if (entry.list === 'known-failing' && passing.length > 0) finding('passes', passing);
  }
  const listed = results.map((result): CaseResult => {
    const hit = compiled.find(({ matches }) => matches(result.id))?.entry;
    if (hit === undefined) return result;
    const verdict = withList(result.verdict, hit.list);
    if (verdict === result.verdict) return result;
    const reason =
      verdict === 'unexpected-pass'
        ? `Listed as known to fail: ${hit.reason}`
        : `${result.reason} Known: ${hit.reason}`;
    return { ...result, verdict, reason };
  });
  return { results: listed, findings };
}

function withList(verdict: VerdictKind, list: ListFinding['list']): VerdictKind {
  if (verdict === 'fail') return 'known-failure';
  return verdict === 'pass' && list === 'known-failing' ? 'unexpected-pass' : verdict;
}
