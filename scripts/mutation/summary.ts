/** Takes the fates of all mutants and faults and the list of survivors, gives the figures: in all, by clause, and what is wrong with the list. */
import type { Fate } from './fate.ts';
import type { Survivors } from './survivors.gen.ts';

type Listed = Survivors['survivors'][number];

export interface Rate {
  readonly killed: number;
  /** Those that could be: equivalent ones and legal ones are left out. */
  readonly of: number;
}

export interface Summary {
  readonly total: Rate;
  readonly mutants: Rate;
  readonly faults: Rate;
  /** Left out of the rates, by the reason that the list gives. */
  readonly equivalent: number;
  readonly legal: number;
  readonly gaps: number;
  /** By id: of the mutants whose place its cases pass, and the faults that are meant for it, how many made one of its cases fail. */
  readonly clauses: Readonly<Record<string, Rate>>;
  /** Survivors that the list does not know. */
  readonly unlisted: readonly Fate[];
  /** Entries that no longer survive, or no longer are. */
  readonly stale: readonly Listed[];
}

export const isDead = ({ fate }: Fate): boolean => fate === 'killed' || fate === 'timeout';

export function summarise(fates: readonly Fate[], list: readonly Listed[]): Summary {
  const listed = new Map(list.map((entry) => [entry.name, entry]));
  const alive = fates.filter((fate) => !isDead(fate));
  const living = new Set(alive.map(({ name }) => name));
  const excused = ({ name }: Fate): boolean => {
    const why = living.has(name) ? listed.get(name)?.why : undefined;
    return why === 'equivalent' || why === 'legal';
  };
  const counted = fates.filter((fate) => !excused(fate));
  const rate = (of: readonly Fate[]): Rate => ({ killed: of.filter(isDead).length, of: of.length });
  const count = (why: Listed['why']): number => alive.filter(({ name }) => listed.get(name)?.why === why).length;
  const clauses: Record<string, Rate> = {};
  for (const { reached, killedBy } of counted) {
    for (const clause of reached) {
      const { killed, of } = clauses[clause] ?? { killed: 0, of: 0 };
      clauses[clause] = { killed: killed + (killedBy.includes(clause) ? 1 : 0), of: of + 1 };
    }
  }
  return {
    total: rate(counted),
    mutants: rate(counted.filter(({ kind }) => kind === 'mutant')),
    faults: rate(counted.filter(({ kind }) => kind === 'fault')),
    equivalent: count('equivalent'),
    legal: count('legal'),
    gaps: count('gap'),
    clauses: Object.fromEntries(Object.entries(clauses).sort(([a], [b]) => (a < b ? -1 : 1))),
    unlisted: alive.filter(({ name }) => !listed.has(name)),
    stale: list.filter(({ name }) => !living.has(name)),
  };
}
