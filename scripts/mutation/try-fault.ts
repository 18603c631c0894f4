/** Takes a package and the name of a single fault of the protocol, tells its fate: first by the clauses that it breaks, then by all. */
import type { TestCase } from '../../conformance/model/case.ts';
import { faults } from '../../conformance/reference/faults.ts';
import { whileWanted, type Bench } from './bench.ts';
import type { Answer, FaultTask } from './task.ts';

export async function tryFault({ place, pkg, trial, reference }: Bench, task: FaultTask): Promise<Answer> {
  const fault = faults.find(({ name, role }) => name === task.name && role === place.role)!;
  const killedBy = new Set<string>();
  const isConcerned = ({ clauses }: TestCase): boolean => clauses.some((clause) => fault.clauses.includes(clause));
  const isOpen = ({ clauses }: TestCase): boolean =>
    clauses.some((clause) => fault.clauses.includes(clause) && !killedBy.has(clause));
  const note = ({ clauses }: TestCase, holds: boolean): void => {
    if (!holds) for (const clause of clauses) killedBy.add(clause);
  };
  const tryOn = (cases: readonly TestCase[], isWanted: (testCase: TestCase) => boolean): Promise<void> =>
    trial.run(() => fault.wrap(reference(), pkg), whileWanted(cases, isWanted), note);
  // Property cases take long; they are asked where a clause has nothing else.
  const fixed = new Set(trial.cases.flatMap(({ kind, clauses }) => (kind === 'fixed' ? clauses : [])));
  const own = trial.cases.filter(
    (one) =>
      isConcerned(one) &&
      (one.kind === 'fixed' || one.clauses.some((clause) => fault.clauses.includes(clause) && !fixed.has(clause))),
  );
  await tryOn(own, (one) => (task.matrix || killedBy.size === 0) && isOpen(one));
  if (killedBy.size === 0) {
    const others = trial.cases.filter((one) => !own.includes(one) && one.level !== 'informational');
    await tryOn(others, () => killedBy.size === 0);
  }
  return {
    kind: 'fate',
    isSpoilt: false,
    fate: {
      name: `${place.role} ${fault.name}`,
      kind: 'fault',
      subject: place.subject,
      role: place.role,
      fate: killedBy.size > 0 ? 'killed' : 'survived',
      reached: [...fault.clauses],
      killedBy: [...killedBy].sort(),
    },
  };
}
