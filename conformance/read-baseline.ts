/** Reads an earlier report that a run is to be compared with, and refuses one of another kind of run. */
import { diagnose, type Result } from '../diagnostics/diagnostic.ts';
import type { Report } from './model/report.gen.ts';
import { readChecked } from './read-json.ts';

/** What must be as it was, or the cases are not the same ones. */
export interface Comparable extends Pick<Report, 'role' | 'profile' | 'binding'> {
  readonly package: Pick<Report['package'], 'name'>;
}

export async function readBaseline(file: string, run: Comparable): Promise<Result<Report | undefined>> {
  const read = await readChecked<Report>(file, 'report');
  if (read.value === undefined) return read;
  const earlier = read.value;
  const unequal = facts.find(([, of]) => of(earlier) !== of(run));
  if (unequal !== undefined) {
    const [name, of] = unequal;
    const problem = `The report "${file}" is about another ${name}: "${of(earlier)}", and this run is about "${of(run)}".`;
    return refuse(problem, 'Give an earlier report of the same package, role, profile and binding.');
  }
  const { shard } = earlier.selection;
  if (shard === undefined) return read;
  const problem = `The report "${file}" is of shard ${shard.index} of ${shard.count} alone.`;
  return refuse(problem, 'Give the report of the whole run, as "wiremark merge-reports" makes it.');
}

const facts: readonly (readonly [name: string, of: (run: Comparable) => string])[] = [
  ['package', (run) => run.package.name],
  ['role', ({ role }) => role],
  ['profile', ({ profile }) => profile],
  ['binding', ({ binding }) => binding],
];

const refuse = (problem: string, fix: string): Result<undefined> => ({
  value: undefined,
  diagnostics: [diagnose('WM6006', undefined, { problem, fix })],
});
