/** Takes a package and a role, gives a way to run its cases on any testee in this thread, one by one. */
import { bindingOf } from '../../conformance/bindings/binding-of.ts';
import { caseSources } from '../../conformance/cases/index.ts';
import type { Example, PropertyCase, TestCase } from '../../conformance/model/case.ts';
import type { Role } from '../../conformance/model/fixture.gen.ts';
import type { LoadedPackage } from '../../conformance/model/package.ts';
import type { InProcessTestee } from '../../conformance/model/testee.ts';
import { createOracle } from '../../conformance/reference/oracle/oracle.ts';
import { tryExample } from '../../conformance/run/example.ts';
import { caseSeed } from '../../conformance/run/seeds.ts';
import { inProcess } from '../../conformance/testees/in-process.ts';
import { Lane } from '../../conformance/testees/lane.ts';

export interface Trial {
  /** All cases of the role, in the same order in every thread. */
  readonly cases: readonly TestCase[];
  /** Runs some of the cases on a testee; `each` hears whether one holds, and a case that needs what the testee has not does not. */
  run(
    create: () => InProcessTestee,
    cases: Iterable<TestCase>,
    each: (testCase: TestCase, holds: boolean) => void,
  ): Promise<void>;
}

/** Wait for an answer, in ms: a testee in this thread answers at once or never. */
const timeoutMs = 200;

const seed = 1;

/** @param beat - Called before each example: a sign of life. */
export async function trialOf(pkg: LoadedPackage, role: Role, beat: () => void): Promise<Trial> {
  const binding = role === 'codec' ? undefined : bindingOf(pkg.descriptor, '');
  const context = { package: pkg, role, profile: 'interpreted', binding: binding?.name ?? '' } as const;
  const cases = (await Promise.all(caseSources.map((source) => source.cases(context)))).flat();
  const judge = { oracle: createOracle(pkg.descriptor, 'interpreted'), binding };
  const examples = new Map<string, readonly Example[]>();

  return {
    cases,
    async run(create, chosen, each) {
      const lane = new Lane({
        transport: inProcess(create, pkg.descriptor.package.name),
        role,
        hello: { suite: 'wiremark', role, package: pkg.descriptor.package.name, binding: context.binding, seed },
        timeoutMs,
      });
      const holds = async (testCase: TestCase): Promise<boolean> => {
        for (const { steps } of testCase.kind === 'fixed' ? [testCase] : await drawn(testCase, examples)) {
          beat();
          const { judgement } = await tryExample(steps, { lane, judge, seed, runs: 0, path: '' });
          const caps = lane.introduction?.caps ?? testCase.needs;
          if (judgement.kind !== 'pass' || !testCase.needs.every((need) => caps.includes(need))) return false;
        }
        return true;
      };
      try {
        for (const testCase of chosen) each(testCase, await holds(testCase));
      } finally {
        await lane.close();
      }
    },
  };
}

/** The examples that a run of the kit draws, once for all mutants: a mutant needs no counterexample, so nothing is shrunk. */
async function drawn(testCase: PropertyCase, known: Map<string, readonly Example[]>): Promise<readonly Example[]> {
  const { id, runs } = testCase;
  const found = known.get(id);
  if (found !== undefined) return found;
  const { sample } = await import('fast-check');
  const examples = sample(await testCase.arbitrary(), { seed: caseSeed(seed, id), numRuns: runs });
  known.set(id, examples);
  return examples;
}
