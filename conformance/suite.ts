/** What every run of the kit is made from: all sources of cases, and all clauses. */
import { loadClauses } from './load-clauses.ts';
import type { CaseSource } from './model/case.ts';
import type { Clause } from './model/clause.ts';

export interface Suite {
  readonly sources: readonly CaseSource[];
  readonly clauses: readonly Clause[];
}

export async function loadSuite(): Promise<Suite> {
  const [{ caseSources }, clauses] = await Promise.all([import('./cases/index.ts'), loadClauses()]);
  return { sources: caseSources, clauses };
}
