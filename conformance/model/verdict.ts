/** What the judge makes of one example, before lists of known failures are consulted. */
import type { Difference, Observation } from './report.gen.ts';

export type Judgement =
  | { readonly kind: 'pass' }
  /** The implementation is wrong; `observation` is set when a fault decided it, not a value. */
  | { readonly kind: 'fail'; readonly difference: Difference; readonly observation?: Observation | undefined }
  /** A capability that the case needs is not declared. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** No judgement: the run ended, the testee could not be started, or the kit failed. */
  | { readonly kind: 'errored'; readonly reason: string; readonly observation: Observation };
