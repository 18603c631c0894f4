/** Takes a mutated package with every mutant off, tells what of its code each case passes; cases that do not hold are left out. */
import type { Bench } from './bench.ts';
import { activate, startCovering, takeCovered } from './switchboard.ts';
import type { Answer, Covered, CoverTask } from './task.ts';

export async function cover({ trial, reference }: Bench, { part, of }: CoverTask): Promise<Answer> {
  activate(undefined);
  const ids = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = ids.get(id) ?? ids.size;
    ids.set(id, number);
    return number;
  };
  const cases: Covered[] = [];
  for (const [index, testCase] of trial.cases.entries()) {
    if (index % of !== part || testCase.level === 'informational') continue;
    startCovering(testCase.id);
    let isSound = false;
    await trial.run(reference, [testCase], (_, holds) => (isSound = holds));
    const places = Int32Array.from(takeCovered(testCase.id), numberOf);
    const { clauses, kind } = testCase;
    if (isSound) cases.push({ index, clauses, isFixed: kind === 'fixed', places });
  }
  return { kind: 'covered', ids: [...ids.keys()], cases };
}
