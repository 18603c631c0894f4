/** Takes the subjects, gives what is to be tried: the mutants that are drawn with the cases that pass their places, and the faults. */
import { loadPackage } from '../../conformance/load-package.ts';
import { faults } from '../../conformance/reference/faults.ts';
import { draw } from './draw.ts';
import type { Mutant } from './instrument.ts';
import { runTasks } from './pool.ts';
import { generate, prepare, type Prepared } from './prepare.ts';
import { subjects, type Subject } from './subjects.ts';
import type { BaselineTask, Covered, FaultTask, MutantTask, Place, Task } from './task.ts';

export interface Choice {
  readonly threads: number;
  readonly seed: number;
  /** How much of the usual share of mutants is drawn: 1 for the usual one. */
  readonly share: number;
  /** Part of the name of what is tried. */
  readonly only: string;
  readonly mutants: boolean;
  readonly faults: boolean;
  readonly matrix: boolean;
}

/** Cases of the same clauses that pass the same places: the first few tell as much as all, until a mutant survives them. */
const alike = 2;

export type PlannedTask = FaultTask | MutantTask;

/** The reference itself, as each of the subjects. */
export const baselineTasks = (): readonly BaselineTask[] =>
  subjects.map(({ name, role, folder }) => ({ kind: 'baseline', place: { subject: name, role, folder } }));

export async function planOf(choice: Choice, say: (line: string) => void): Promise<readonly PlannedTask[]> {
  for (const folder of new Set(subjects.map((subject) => subject.folder))) {
    await generate(subjects.find((subject) => subject.folder === folder)!);
  }
  return [
    ...(choice.faults ? await faultTasks(choice) : []),
    ...(choice.mutants ? await mutantTasks(choice, say) : []),
  ];
}

/** Each fault is tried on the first package that has what it breaks. */
async function faultTasks({ only, matrix }: Choice): Promise<readonly FaultTask[]> {
  const left = new Set(faults.filter(({ role, name }) => `${role} ${name}`.includes(only)));
  const tasks: FaultTask[] = [];
  for (const { name: subject, role, folder } of subjects) {
    const { value: pkg, diagnostics } = await loadPackage(folder, '.');
    if (pkg === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    for (const fault of [...left].filter((one) => one.role === role && one.applies(pkg))) {
      left.delete(fault);
      tasks.push({ kind: 'fault', place: { subject, role, folder }, name: fault.name, matrix });
    }
  }
  if (left.size > 0)
    throw new Error(`No package has what these break: ${[...left].map(({ name }) => name).join(', ')}`);
  return tasks;
}

async function mutantTasks(choice: Choice, say: (line: string) => void): Promise<readonly MutantTask[]> {
  const copies = new Map<string, Prepared>();
  const tasks: MutantTask[] = [];
  for (const subject of subjects.filter(({ files }) => files.length > 0)) {
    const copy = copies.get(subject.name) ?? (await prepare(subject));
    copies.set(subject.name, copy);
    const place = { subject: subject.name, role: subject.role, folder: copy.folder };
    const passing = await casesByPlace(place, choice.threads);
    const drawn = drawnOf(subject, { copy, choice, passed: new Set(passing.keys()) });
    say(`${subject.name} as a ${subject.role}: ${copy.mutants.length} mutants, ${drawn.length} drawn`);
    tasks.push(...drawn.map((mutant) => taskOf(mutant, { place, matrix: choice.matrix, passing })));
  }
  return tasks;
}

function drawnOf(
  { role }: Subject,
  { copy, choice, passed }: { readonly copy: Prepared; readonly choice: Choice; readonly passed: ReadonlySet<string> },
): readonly Mutant[] {
  const shares = Object.fromEntries(Object.entries(copy.shares).map(([file, of]) => [file, of * choice.share]));
  return draw(copy.mutants, { role, seed: choice.seed, shares, passed }).filter(({ name }) =>
    name.includes(choice.only),
  );
}

/** A case among those that pass one place. */
type Passing = Pick<Covered, 'index' | 'clauses'> & {
  /** How many cases of the same clauses and places come before it; endless for one that is drawn by chance. */
  readonly before: number;
};

async function casesByPlace(place: Place, threads: number): Promise<ReadonlyMap<string, readonly Passing[]>> {
  const covered: { readonly one: Covered; readonly ids: readonly string[] }[] = [];
  const tasks: Task[] = Array.from({ length: threads }, (_, part) => ({ kind: 'cover', place, part, of: threads }));
  await runTasks(tasks, threads, {
    answered(_, answer) {
      if (answer?.kind !== 'covered') throw new Error('The cases of a mutated package do not come to an end.');
      covered.push(...answer.cases.map((one) => ({ one, ids: answer.ids })));
    },
    isOver: () => false,
  });
  covered.sort((a, b) => a.one.index - b.one.index);
  const passing = new Map<string, Passing[]>();
  const seen = new Map<string, number>();
  for (const { one, ids } of covered) {
    const { index, clauses, isFixed } = one;
    const places = Array.from(one.places, (number) => ids[number]!);
    const key = `${clauses.join()} ${places.toSorted().join()}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    for (const id of places) {
      const list = passing.get(id) ?? [];
      passing.set(id, list);
      list.push({ index, clauses, before: isFixed ? before : Infinity });
    }
  }
  return passing;
}

/** The first case of every set of clauses, then the second of each: mutants that die mostly die early so. */
function inTurns(cases: readonly Passing[]): readonly number[] {
  const seen = new Map<string, number>();
  return cases
    .map(({ index, clauses }) => {
      const turn = seen.get(clauses.join()) ?? 0;
      seen.set(clauses.join(), turn + 1);
      return { index, turn };
    })
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .map(({ index }) => index);
}

function taskOf(
  { id, name }: Mutant,
  { place, matrix, passing }: { place: Place; matrix: boolean; passing: ReadonlyMap<string, readonly Passing[]> },
): MutantTask {
  const cases = passing.get(id) ?? [];
  const isFirst = ({ before }: Passing): boolean => before < alike;
  const rest = cases.filter((one) => !isFirst(one));
  return {
    kind: 'mutant',
    place,
    id,
    name,
    first: inTurns(cases.filter(isFirst)),
    rest: inTurns(rest),
    matrix,
  };
}
