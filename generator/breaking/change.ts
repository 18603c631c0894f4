/** What a check reports: the rules that one change breaks, and where it stands in both versions. */
import type { ArgumentsOf } from '../../diagnostics/catalogue.ts';
import type { Origin } from '../ir/origin.ts';
import type { RuleId } from './rules.ts';
import type { Sides } from './sides.ts';

/** Where a change stands. What is gone has the place that it is gone from, if that is still there. */
export interface Places {
  readonly before: Origin | undefined;
  readonly after: Origin | undefined;
}

/**
 * Takes one change. `broken` are all rules that it breaks, whichever of them were asked for; the values fill the messages of
 * all of them.
 */
export type Report = <C extends RuleId>(broken: readonly C[], at: Places, values: ArgumentsOf<C>) => void;

/** Compares the two versions under the rules of one kind. */
export type Check = (sides: Sides, report: Report) => void;
