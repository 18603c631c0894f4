/** Takes a mutated package and mutants of it, tells the fate of each: only the cases that pass its place are run. */
import type { TestCase } from '../../conformance/model/case.ts';
import { loadPackage } from '../../conformance/load-package.ts';
import { createReferenceTestee } from '../../conformance/reference/index.ts';
import type { Role } from '../../conformance/model/fixture.gen.ts';
import type { Fate } from './fate.ts';
import { draw } from './draw.ts';
import type { Mutant } from './instrument.ts';
import { activate, resetHits, startCovering, takeCovered } from './switchboard.ts';
import { trialOf } from './trial.ts';

export interface MutantJob {
  readonly subject: string;
  readonly role: Role;
  /** Folder of the mutated package. */
  readonly folder: string;
  /** All that can be drawn; those with these names alone where names are given. */
  readonly mutants: readonly Mutant[];
  readonly only: string;
  /** Share that is drawn, by file. */
  readonly shares: Readonly<Record<string, number>>;
  /** Which of the drawn ones to try: every `of`th, from `part`. */
  readonly part: number;
  readonly of: number;
  /** Names of those that are done with. */
  readonly done: readonly string[];
}

/** Cases of the same clauses and rule that pass the same places: the first few tell as much as all, until a mutant survives them. */
const alike = 2;

/** @param told - Hears of each mutant as it begins and of its fate. */
export async function tryMutants(
  job: MutantJob,
  told: { begin(mutant: Mutant): void; end(fate: Fate): void },
): Promise<void> {
  const { subject, role, folder, mutants } = job;
  const loaded = await loadPackage(folder, '.');
  if (loaded.value === undefined) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const pkg = loaded.value;
  const trial = await trialOf(pkg, role);
  const create = () => createReferenceTestee(pkg, role);

  activate(undefined);
  const passing = new Map<string, TestCase[]>();
  const few = new Set<TestCase>();
  const seen = new Map<string, number>();
  for (const testCase of trial.cases) {
    startCovering(testCase.id);
    let holds = true;
    await trial.run(create, [testCase], (_, { verdict }) => (holds = verdict === 'pass'));
    const places = takeCovered(testCase.id);
    if (!holds) continue;
    for (const id of places) {
      const cases = passing.get(id);
      if (cases === undefined) passing.set(id, [testCase]);
      else cases.push(testCase);
    }
    const key = `${testCase.clauses.join()} ${places.join()}`;
    const count = seen.get(key) ?? 0;
    if (testCase.kind === 'fixed' && count < alike) few.add(testCase);
    seen.set(key, count + 1);
  }

  const drawn = draw(mutants, { role, shares: job.shares, passed: new Set(passing.keys()) });
  const own = drawn.filter(
    ({ name }, i) => i % job.of === job.part && name.includes(job.only) && !job.done.includes(name),
  );
  for (const mutant of own) {
    told.begin(mutant);
    const cases = passing.get(mutant.id) ?? [];
    const reached = new Set(cases.flatMap(({ clauses }) => clauses));
    const killedBy = new Set<string>();
    activate(mutant.id);
    const open = function* (chosen: readonly TestCase[], enough: (testCase: TestCase) => boolean): Iterable<TestCase> {
      for (const testCase of chosen) {
        if (enough(testCase)) continue;
        resetHits();
        yield testCase;
      }
    };
    const note = ({ clauses }: TestCase, { verdict }: { readonly verdict: string }): void => {
      if (verdict !== 'pass') for (const clause of clauses) killedBy.add(clause);
    };
    const decided = ({ clauses }: TestCase): boolean => clauses.every((clause) => killedBy.has(clause));
    await trial.run(
      create,
      open(
        cases.filter((one) => few.has(one)),
        decided,
      ),
      note,
    );
    if (killedBy.size === 0)
      await trial.run(
        create,
        open(
          cases.filter((one) => !few.has(one)),
          () => killedBy.size > 0,
        ),
        note,
      );
    activate(undefined);
    told.end({
      name: mutant.name,
      kind: 'mutant',
      subject,
      role,
      fate: killedBy.size > 0 ? 'killed' : cases.length > 0 ? 'survived' : 'unreached',
      reached: [...reached].sort(),
      killedBy: [...killedBy].sort(),
    });
  }
}
