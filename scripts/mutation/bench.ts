/** A package that is loaded and ready to be tried in this thread. */
import { loadPackage } from '../../conformance/load-package.ts';
import type { TestCase } from '../../conformance/model/case.ts';
import type { LoadedPackage } from '../../conformance/model/package.ts';
import type { InProcessTestee } from '../../conformance/model/testee.ts';
import { createReferenceTestee } from '../../conformance/reference/index.ts';
import type { Place } from './task.ts';
import { trialOf, type Trial } from './trial.ts';

export interface Bench {
  readonly place: Place;
  readonly pkg: LoadedPackage;
  readonly trial: Trial;
  readonly reference: () => InProcessTestee;
}

export async function benchOf(place: Place, beat: () => void): Promise<Bench> {
  const { value: pkg, diagnostics } = await loadPackage(place.folder, '.');
  if (pkg === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return {
    place,
    pkg,
    trial: await trialOf(pkg, place.role, beat),
    reference: () => createReferenceTestee(pkg, place.role),
  };
}

/** The cases as long as they are wanted: asked before each one. */
export function* whileWanted(
  cases: readonly TestCase[],
  isWanted: (testCase: TestCase) => boolean,
): Iterable<TestCase> {
  for (const testCase of cases) if (isWanted(testCase)) yield testCase;
}
