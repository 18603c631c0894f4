/** Takes a package and a role, tells the clauses that the reference keeps: each has a case that holds for it. */
import type { TestCase } from '../../conformance/model/case.ts';
import { strictestOf } from '../../conformance/reference/faults.ts';
import type { Bench } from './bench.ts';
import type { Answer } from './task.ts';

export async function baseline({ place, pkg, trial, reference }: Bench): Promise<Answer> {
  const clauses = new Set<string>();
  const broken: TestCase[] = [];
  const note = (testCase: TestCase, holds: boolean): void => {
    if (holds) for (const clause of testCase.clauses) clauses.add(clause);
    else broken.push(testCase);
  };
  // One case of each clause would do; but a case that fails is a fault of the kit or of the reference, and must be seen.
  await trial.run(reference, trial.cases, note);
  const required = broken.filter(({ level }) => level !== 'informational');
  if (required.length > 0)
    throw new Error(`The reference ${place.role} fails: ${required.map(({ id }) => id).join(', ')}`);
  await trial.run(() => strictestOf(place.role)(reference(), pkg), broken.splice(0), note);
  return { kind: 'passed', clauses: [...clauses] };
}
