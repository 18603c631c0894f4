/** Takes a package and the names of single faults of the protocol, tells the fate of each: first by the clauses that it breaks, then by all. */
import { loadPackage } from '../../conformance/load-package.ts';
import type { TestCase } from '../../conformance/model/case.ts';
import type { Role } from '../../conformance/model/fixture.gen.ts';
import { faults } from '../../conformance/reference/faults.ts';
import { createReferenceTestee } from '../../conformance/reference/index.ts';
import type { Fate } from './fate.ts';
import { trialOf } from './trial.ts';

export interface FaultJob {
  readonly subject: string;
  readonly role: Role;
  readonly folder: string;
  readonly faults: readonly string[];
}

export async function tryFaults(
  { subject, role, folder, faults: names }: FaultJob,
  told: { begin(fault: { readonly name: string }): void; end(fate: Fate): void },
): Promise<void> {
  const loaded = await loadPackage(folder, '.');
  if (loaded.value === undefined) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const pkg = loaded.value;
  const trial = await trialOf(pkg, role);
  const wanted = new Set(names);
  for (const fault of faults.filter(({ name, applies }) => wanted.has(name) && applies(pkg))) {
    told.begin(fault);
    const killedBy = new Set<string>();
    const concerned = ({ clauses }: TestCase): boolean => clauses.some((clause) => fault.clauses.includes(clause));
    const create = () => fault.wrap(createReferenceTestee(pkg, role), pkg);
    const until = function* (cases: readonly TestCase[], isDone: (testCase: TestCase) => boolean): Iterable<TestCase> {
      for (const testCase of cases) if (!isDone(testCase)) yield testCase;
    };
    const note = ({ clauses }: TestCase, { verdict }: { readonly verdict: string }): void => {
      if (verdict !== 'pass') for (const clause of clauses) killedBy.add(clause);
    };
    const own = trial.cases.filter((one) => one.kind === 'fixed' && concerned(one));
    await trial.run(
      create,
      until(own, ({ clauses }) => clauses.every((clause) => killedBy.has(clause))),
      note,
    );
    const others = trial.cases.filter((one) => !own.includes(one));
    if (killedBy.size === 0)
      await trial.run(
        create,
        until(others, () => killedBy.size > 0),
        note,
      );
    told.end({
      name: `${role} ${fault.name}`,
      kind: 'fault',
      subject,
      role,
      fate: killedBy.size > 0 ? 'killed' : 'survived',
      reached: [...fault.clauses],
      killedBy: [...killedBy].sort(),
    });
  }
}
