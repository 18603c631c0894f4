/** A row of a table of faults. */
import type { Fault } from '../fault.ts';

/** A fault of a codec; `clauses` are those of which at least one must fail. */
export function codec(
  ...[name, clauses, applies, wrap]: readonly [string, readonly string[], Fault['applies'], Fault['wrap']]
): Fault {
  return { name, role: 'codec', clauses, applies, wrap };
}
