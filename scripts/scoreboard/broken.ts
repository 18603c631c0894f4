/** Takes a report, gives the clauses that its failures show to be broken, each with the smallest counterexample. */
import type { CaseResult, Counterexample, Report } from '../../conformance/model/report.gen.ts';

export interface Broken {
  readonly clause: string;
  readonly example: CaseResult;
}

/**
 * Many generated cases name several clauses, and fail for one of them. So the cases with the fewest are taken first, and one
 * that names a clause already known to be broken says nothing new of its others.
 */
export function brokenClauses({ results }: Report): readonly Broken[] {
  const found = new Map<string, CaseResult>();
  const failures = results
    .filter(({ verdict, level }) => verdict === 'fail' && level !== 'informational')
    .sort((a, b) => a.clauses.length - b.clauses.length || size(a) - size(b));
  for (const example of failures) {
    if (example.clauses.some((clause) => found.has(clause))) continue;
    for (const clause of example.clauses) found.set(clause, example);
  }
  return [...found].map(([clause, example]) => ({ clause, example })).sort((a, b) => (a.clause < b.clause ? -1 : 1));
}

/** The command that went wrong. */
export const wrongStep = ({ steps, difference }: Counterexample): Counterexample['steps'][number] | undefined =>
  steps[difference.step];

const size = ({ counterexample }: CaseResult): number =>
  counterexample === undefined ? Infinity : JSON.stringify(wrongStep(counterexample) ?? '').length;
