/** Gives the clauses that implementations are judged by, those of `spec/clauses`. */
import type { Clause } from './model/clause.ts';

/** @returns All clauses, in the order of their ids. They are part of the kit: a test holds them against their schema. */
export async function loadClauses(): Promise<readonly Clause[]> {
  return (await import('./clause-list.gen.ts')).clauseList;
}
