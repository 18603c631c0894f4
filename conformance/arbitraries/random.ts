/** A small deterministic generator of choices: rewritings of an input are drawn from one number, which fast-check shrinks. */

export interface Random {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  /** True once in `n` times. */
  once(n: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32; 0 makes no changes at all, so that shrinking ends at the plain form. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => (seed === 0 ? 0 : Math.floor(next() * limit));
  return {
    below,
    once: (n) => seed !== 0 && below(n) === 0,
    pick: (items) => items[below(items.length)]!,
  };
}
