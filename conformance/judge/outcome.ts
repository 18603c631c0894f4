/** Takes counts, clauses and findings, gives the outcome of a run, and the exit code that it stands for. */
import { levels } from '../model/case.ts';
import type { Level } from '../model/fixture.gen.ts';
import type { CaseResult, ClauseResult, Counts, ListFinding, Report, VerdictKind } from '../model/report.gen.ts';

export function countVerdicts(results: readonly CaseResult[]): Counts {
  const count = (verdict: VerdictKind): number => results.filter((result) => result.verdict === verdict).length;
  const counts = {
    pass: count('pass'),
    fail: count('fail'),
    'known-failure': count('known-failure'),
    'unexpected-pass': count('unexpected-pass'),
    skipped: count('skipped'),
    errored: count('errored'),
  };
  const executed = results.length - counts.skipped - counts.errored;
  return { total: results.length, ...counts, executed };
}

/** What decides the outcome. */
export interface OutcomeFacts {
  readonly clauses: readonly ClauseResult[];
  readonly results: readonly CaseResult[];
  readonly counts: Counts;
  readonly findings: readonly ListFinding[];
  /** Level that must hold. */
  readonly level: Level;
  readonly interrupted: boolean;
  /** Why the testee never stood; undefined when it did. */
  readonly startFault: string | undefined;
}

export function outcomeOf(facts: OutcomeFacts): Pick<Report, 'outcome' | 'summary'> {
  const { counts, clauses, findings } = facts;
  if (facts.startFault !== undefined) {
    return { outcome: 'not-started', summary: `The testee could not be started: ${facts.startFault}` };
  }
  if (facts.interrupted) {
    const left = counts.errored;
    return {
      outcome: 'interrupted',
      summary: `The run was interrupted; ${left} of ${counts.total} cases were not judged.`,
    };
  }
  if (counts.executed === 0) {
    return {
      outcome: 'nothing-executed',
      summary: `Nothing was executed: of ${counts.total} cases, ${counts.skipped} were skipped and ${counts.errored} not judged.`,
    };
  }
  const binding = clauses.filter((clause) => isAtLeast(clause.level, facts.level));
  const broken = binding.filter(({ status }) => status === 'failed' || status === 'errored');
  const wrong = facts.results.filter(
    ({ verdict, level }) =>
      verdict === 'unexpected-pass' || ((verdict === 'fail' || verdict === 'errored') && isAtLeast(level, facts.level)),
  );
  if (broken.length > 0 || wrong.length > 0 || findings.length > 0) {
    return { outcome: 'not-conformant', summary: describeFailure(broken, wrong.length, findings.length) };
  }
  const passed = binding.filter(({ status }) => status === 'passed').length;
  const which =
    facts.level === 'informational' ? '' : facts.level === 'required' ? 'required ' : 'required and recommended ';
  const cases = `${counts.executed} cases`;
  const lesser = clauses.filter(({ level, status }) => status === 'failed' && !isAtLeast(level, facts.level));
  const aside =
    lesser.length === 0 ? '' : ` Not counted: ${lesser.map(({ id, level }) => `${id} (${level})`).join(', ')}.`;
  const known = counts['known-failure'];
  if (known > 0) {
    const listed = `${known} case${known === 1 ? ' is' : 's are'} known to fail`;
    return { outcome: 'known-failures', summary: `${passed} ${which}clauses hold in ${cases}; ${listed}.${aside}` };
  }
  return {
    outcome: 'conformant',
    summary: `All ${passed} ${which}clauses that were exercised hold, in ${cases}.${aside}`,
  };
}

function describeFailure(broken: readonly ClauseResult[], wrong: number, findings: number): string {
  const parts: string[] = [];
  if (broken.length > 0) {
    const names = broken.slice(0, 3).map(({ id }) => id);
    const more = broken.length > 3 ? ` and ${broken.length - 3} more` : '';
    parts.push(`${broken.length} clause${broken.length === 1 ? '' : 's'} broken (${names.join(', ')}${more})`);
  }
  if (wrong > 0) parts.push(`${wrong} case${wrong === 1 ? '' : 's'} failed`);
  if (findings > 0)
    parts.push(`${findings} list entr${findings === 1 ? 'y' : 'ies'} no longer hold${findings === 1 ? 's' : ''}`);
  return `${parts.join('; ')}.`;
}

/** Is a level as binding as another, or more so? */
export const isAtLeast = (level: Level, other: Level): boolean => levels.indexOf(level) <= levels.indexOf(other);
