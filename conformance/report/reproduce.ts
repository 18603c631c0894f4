/** How a reader makes a failure happen again. */
import { levels } from '../model/case.ts';
import type { CaseResult, Report } from '../model/report.gen.ts';

/** @returns The options that select just this example, to be added to the command that was run. */
export function reproduce(report: Pick<Report, 'seed'>, result: CaseResult): string {
  const { counterexample } = result;
  if (counterexample?.fixture) return `wiremark replay ${quote(counterexample.fixture)} ...`;
  const options = [`--run ${quote(result.id)}`, `--seed ${counterexample?.seed ?? report.seed}`];
  if (counterexample?.path) options.push(`--path ${counterexample.path}`);
  return `wiremark certify ... ${options.join(' ')}`;
}

const quote = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** Is a result something that a reader must look at? */
export const isFailure = ({ verdict }: CaseResult): boolean =>
  verdict === 'fail' || verdict === 'unexpected-pass' || verdict === 'errored';

/** Failures from which a reader has something to learn, the most binding first. Cases that were never run have nothing to tell. */
export function instructive(results: readonly CaseResult[]): readonly CaseResult[] {
  return results
    .filter((result) => isFailure(result) && result.observation?.kind !== 'not-run')
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
