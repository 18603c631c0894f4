/** Takes a package and a role, gives a way to run its cases on any testee in this thread, one by one, until its clauses are decided. */
import { bindingOf } from '../../conformance/bindings/binding-of.ts';
import { caseSources } from '../../conformance/cases/index.ts';
import type { TestCase } from '../../conformance/model/case.ts';
import type { Role } from '../../conformance/model/fixture.gen.ts';
import type { LoadedPackage } from '../../conformance/model/package.ts';
import type { CaseResult } from '../../conformance/model/report.gen.ts';
import type { InProcessTestee } from '../../conformance/model/testee.ts';
import { createOracle } from '../../conformance/reference/oracle/oracle.ts';
import { runCase } from '../../conformance/run/run-case.ts';
import { inProcess } from '../../conformance/testees/in-process.ts';
import { Lane } from '../../conformance/testees/lane.ts';

/** A case that counts: its level is required or recommended, and it holds for the reference. */
export interface Trial {
  readonly cases: readonly TestCase[];
  /** Runs some of the cases on a testee; `each` says whether to go on. */
  run(
    create: () => InProcessTestee,
    cases: Iterable<TestCase>,
    each: (testCase: TestCase, result: CaseResult) => void,
  ): Promise<void>;
}

/** Wait for an answer, in ms: a testee in this thread answers at once or never. */
const timeoutMs = 200;

const seed = 1;

export async function trialOf(pkg: LoadedPackage, role: Role): Promise<Trial> {
  const binding = role === 'codec' ? undefined : bindingOf(pkg.descriptor, '');
  const context = { package: pkg, role, profile: 'interpreted', binding: binding?.name ?? '' } as const;
  const cases = (await Promise.all(caseSources.map((source) => source.cases(context)))).flat();
  const judge = { oracle: createOracle(pkg.descriptor, 'interpreted'), binding };
  return {
    cases: cases.filter(({ level }) => level !== 'informational'),
    async run(create, chosen, each) {
      const lane = new Lane({
        transport: inProcess(create, pkg.descriptor.package.name),
        role,
        hello: { suite: 'wiremark', role, package: pkg.descriptor.package.name, binding: context.binding, seed },
        timeoutMs,
      });
      try {
        for (const testCase of chosen) {
          each(testCase, await runCase(testCase, { lane, judge, seed, runs: 0, path: '' }));
        }
      } finally {
        await lane.close();
      }
    },
  };
}
