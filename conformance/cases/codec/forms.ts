/** What is known of the JSON of a type, for cases to be made of. */
import type { CanonicalMessage } from '../../reference/oracle/value.ts';

/** What the JSON of a type may look like, and what not. */
export interface Forms {
  /** Texts that are read, and what they mean. */
  readonly read: readonly (readonly [text: string, value: CanonicalMessage])[];
  /** Texts that are refused. */
  readonly refused: readonly string[];
  /** Messages that a writer of JSON refuses. */
  readonly unprintable: readonly CanonicalMessage[];
  /** Clause of the last two. */
  readonly clause: string;
}
