/** Clauses by area, the first word of their ids: how a reader first looks at a run. */
import type { ClauseResult } from '../model/report.gen.ts';

export interface Area {
  readonly name: string;
  readonly clauses: readonly ClauseResult[];
  readonly held: number;
  readonly broken: number;
  /** Clauses among the broken ones that are required. */
  readonly brokenRequired: number;
  /** Clauses that were exercised. */
  readonly judged: number;
}

export function areasOf(clauses: readonly ClauseResult[]): readonly Area[] {
  const names = [...new Set(clauses.map(({ id }) => areaOf(id)))].sort();
  return names.map((name) => {
    const own = clauses.filter(({ id }) => areaOf(id) === name);
    const count = (...statuses: readonly ClauseResult['status'][]): number =>
      own.filter(({ status }) => statuses.includes(status)).length;
    return {
      name,
      clauses: own,
      held: count('passed'),
      broken: count('failed', 'errored'),
      brokenRequired: own.filter(({ level, status }) => level === 'required' && isBroken(status)).length,
      judged: own.length - count('skipped', 'not-exercised'),
    };
  });
}

const isBroken = (status: ClauseResult['status']): boolean => status === 'failed' || status === 'errored';

const areaOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')) || undefined);
