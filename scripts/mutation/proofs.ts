/** Takes the clauses, what the reference keeps and the fates of the faults, gives the clauses that are not backed by both a passing and a killing case. */
import type { Clause } from '../../conformance/model/clause.ts';
import type { Fate } from './fate.ts';

export interface Unproved {
  readonly clause: string;
  readonly missing: 'a case that the reference passes' | 'a fault that one of its cases notices';
}

/** @param passed - Clauses with a case that the reference passes. */
export function unprovedOf(
  clauses: readonly Clause[],
  { passed, fates }: { readonly passed: ReadonlySet<string>; readonly fates: readonly Fate[] },
): readonly Unproved[] {
  const killing = new Set(
    fates.flatMap(({ kind, reached, killedBy }) =>
      kind === 'fault' ? killedBy.filter((clause) => reached.includes(clause)) : [],
    ),
  );
  return clauses.flatMap(({ id }): Unproved[] => [
    ...(passed.has(id) ? [] : [{ clause: id, missing: 'a case that the reference passes' } as const]),
    ...(killing.has(id) ? [] : [{ clause: id, missing: 'a fault that one of its cases notices' } as const]),
  ]);
}
