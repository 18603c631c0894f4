/** What the checks of event specs share: the specs that both versions have. */
import type { EventSpec } from '../../ir/event-spec.ts';
import { keyed, paired, type Sides } from '../sides.ts';

export interface SpecPair {
  readonly before: EventSpec;
  readonly after: EventSpec;
}

export const specPairs = (sides: Sides): Iterable<SpecPair> => paired(sides.before.specs, sides.after.specs);

/** By name. */
export const named = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  keyed(all, ({ name }) => name);
