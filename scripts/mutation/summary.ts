/** Takes the fates of all mutants and faults and the list of survivors, gives the figures: in all, by clause, and what is wrong with the list. */
import type { Fate } from './fate.ts';
import type { Survivors } from './survivors.gen.ts';

type Listed = Survivors['survivors'][number];

export interface Rate {
  readonly killed: number;
  /** Those that could be: equivalent ones and legal ones are left out. */
  readonly of: number;
}

/** How many made one of the clause's cases fail. */
export interface ClauseRates {
  /** Of the mutants whose place its cases pass. */
  readonly mutants: Rate;
  /** Of the faults that are meant for it. */
  readonly faults: Rate;
}

export interface Summary {
  readonly total: Rate;
  readonly mutants: Rate;
  readonly faults: Rate;
  /** Left out of the rates, by the reason that the list gives. */
  readonly equivalent: number;
  readonly legal: number;
  readonly gaps: number;
  /** By id. */
  readonly clauses: Readonly<Record<string, ClauseRates>>;
  /** Survivors that the list does not know. */
  readonly unlisted: readonly Fate[];
  /** Entries that no longer survive, or no longer are. */
  readonly stale: readonly Listed[];
}

const none: Rate = { killed: 0, of: 0 };

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
  const byClause = (wanted: Fate['kind']): ReadonlyMap<string, Rate> => {
    const rates = new Map<string, Rate>();
    for (const { kind, reached, killedBy } of counted) {
      if (kind !== wanted) continue;
      for (const clause of reached) {
        const { killed, of } = rates.get(clause) ?? none;
        rates.set(clause, { killed: killed + (killedBy.includes(clause) ? 1 : 0), of: of + 1 });
      }
    }
    return rates;
  };
  const [ofMutants, ofFaults] = [byClause('mutant'), byClause('fault')];
  const ids = [...new Set([...ofMutants.keys(), ...ofFaults.keys()])].sort();
  return {
    total: rate(counted),
    mutants: rate(counted.filter(({ kind }) => kind === 'mutant')),
    faults: rate(counted.filter(({ kind }) => kind === 'fault')),
    equivalent: count('equivalent'),
    legal: count('legal'),
    gaps: count('gap'),
    clauses: Object.fromEntries(
      ids.map((id) => [id, { mutants: ofMutants.get(id) ?? none, faults: ofFaults.get(id) ?? none }]),
    ),
    unlisted: alive.filter(({ name }) => !listed.has(name)),
    stale: list.filter(({ name, varies = false }) => !varies && !living.has(name)),
  };
}
