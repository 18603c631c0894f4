/** Takes a mutated package and one of its mutants, tells its fate: only the cases that pass its place are run. */
import type { TestCase } from '../../conformance/model/case.ts';
import { whileWanted, type Bench } from './bench.ts';
import { activate, resetHits } from './switchboard.ts';
import type { Answer, MutantTask } from './task.ts';

export async function tryMutant({ place, trial, reference }: Bench, task: MutantTask): Promise<Answer> {
  const casesOf = (numbers: readonly number[]): readonly TestCase[] => numbers.map((index) => trial.cases[index]!);
  const first = casesOf(task.first);
  const rest = casesOf(task.rest);
  const killedBy = new Set<string>();
  let killer: TestCase | undefined;
  const note = (testCase: TestCase, holds: boolean): void => {
    if (holds) return;
    killer ??= testCase;
    for (const clause of testCase.clauses) killedBy.add(clause);
  };
  const tryOn = (cases: readonly TestCase[], isWanted: (testCase: TestCase) => boolean): Promise<void> =>
    trial.run(
      reference,
      whileWanted(cases, (testCase) => {
        resetHits();
        return isWanted(testCase);
      }),
      note,
    );
  activate(task.id);
  await tryOn(first, ({ clauses }) =>
    task.matrix ? clauses.some((clause) => !killedBy.has(clause)) : killer === undefined,
  );
  const isFirstEnough = killer !== undefined;
  if (!isFirstEnough) await tryOn(rest, () => killer === undefined);
  activate(undefined);

  // Clauses that nobody asked are not reached.
  const asked = isFirstEnough ? (task.matrix ? first : []) : [...first, ...rest];

  // What a mutant does to the state of a module outlives it; it must not be held against the next one.
  let isSpoilt = false;
  if (killer !== undefined) await trial.run(reference, [killer], (_, holds) => (isSpoilt = !holds));
  return {
    kind: 'fate',
    isSpoilt,
    fate: {
      name: task.name,
      kind: 'mutant',
      subject: place.subject,
      role: place.role,
      fate: killer !== undefined ? 'killed' : first.length + rest.length > 0 ? 'survived' : 'unreached',
      reached: [...new Set(asked.flatMap(({ clauses }) => clauses))].sort(),
      killedBy: [...killedBy].sort(),
    },
  };
}
