/** Gathers the cases of all sources for a package and role, and sees to it that they are sound. */
import { diagnose, type Result } from '../diagnostics/diagnostic.ts';
import type { CaseContext, CaseSource, TestCase } from './model/case.ts';
import type { Clause } from './model/clause.ts';

/** @returns All cases; with a diagnostic for each that is there twice or that names an unknown clause. */
export async function collectCases(
  sources: readonly CaseSource[],
  context: CaseContext,
  clauses: readonly Clause[],
): Promise<Result<readonly TestCase[]>> {
  const known = new Set(clauses.map(({ id }) => id));
  const cases = (await Promise.all(sources.map((source) => source.cases(context)))).flat();
  const seen = new Set<string>();
  const diagnostics = cases.flatMap((one) => {
    const unknown = one.clauses.filter((clause) => !known.has(clause));
    const faults = unknown.map((clause) => diagnose('WM6009', undefined, { id: one.id, clause }));
    if (seen.has(one.id)) faults.push(diagnose('WM6008', undefined, { id: one.id }));
    seen.add(one.id);
    return faults;
  });
  return { value: cases, diagnostics };
}
