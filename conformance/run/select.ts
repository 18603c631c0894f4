/** Which cases a run takes: by pattern, and by shard. */
import type { TestCase } from '../model/case.ts';
import type { Selection } from '../model/report.gen.ts';
import { clauseMatcher, matcher } from '../judge/pattern.ts';

/** Takes cases whose id, or one of whose clauses, matches. Shards take every n-th case of those, in the order of ids. */
export function select<T extends Pick<TestCase, 'id' | 'clauses'>>(
  cases: readonly T[],
  { run, skip, shard }: Omit<Selection, 'level'>,
): readonly T[] {
  const wanted = run.map(hits);
  const unwanted = skip.map(hits);
  const chosen = cases.filter(
    (one) => (wanted.length === 0 || wanted.some((hit) => hit(one))) && !unwanted.some((hit) => hit(one)),
  );
  if (shard === undefined) return chosen;
  return inOrder(chosen).filter((_, index) => index % shard.count === shard.index - 1);
}

/** By id, the same on every platform. */
export function inOrder<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function hits(pattern: string): (one: Pick<TestCase, 'id' | 'clauses'>) => boolean {
  const [byId, byClause] = [matcher(pattern), clauseMatcher(pattern)];
  return ({ id, clauses }) => byId(id) || clauses.some(byClause);
}
