/** Takes findings away that somebody decided to live with, and tells of decisions that no longer apply. */
import { diagnose, type Diagnostic, type Place } from '../../diagnostics/diagnostic.ts';
import type { Suppression } from '../ir/schema/config.gen.ts';
import { matches } from './pattern.ts';

/** One decision, wherever it is written. */
export interface PlacedSuppression {
  readonly suppression: Suppression;
  /** Undefined for one in a configuration that is code. */
  readonly place: Place | undefined;
  /** For one above a line: the only line that it speaks of. */
  readonly target?: { readonly file: string; readonly line: number };
}

/** @returns what is left, and a warning for each decision that applied to nothing. */
export function suppress(
  findings: readonly Diagnostic[],
  suppressions: readonly PlacedSuppression[],
  /** Other words for a finding's code that a suppression may use, such as the name of its rule. */
  namesOf: (finding: Diagnostic) => readonly string[],
): { readonly left: readonly Diagnostic[]; readonly suppressed: number; readonly unused: readonly Diagnostic[] } {
  const used = new Set<PlacedSuppression>();
  const left = findings.filter((finding) => {
    const names = [finding.code, ...namesOf(finding)];
    const applying = suppressions.filter((each) => applies(each, finding, names));
    for (const each of applying) used.add(each);
    return applying.length === 0;
  });
  const unused = suppressions
    .filter((each) => !used.has(each))
    .map(({ suppression, place }) => diagnose('WM7901', place, { rule: suppression.rule }));
  return { left, suppressed: findings.length - left.length, unused };
}

function applies({ suppression, target }: PlacedSuppression, finding: Diagnostic, names: readonly string[]): boolean {
  if (!names.includes(suppression.rule)) return false;
  // A finding about what is gone has a place in the old version alone.
  const place = finding.place ?? finding.related[0]?.place;
  if (target !== undefined) return place?.file === target.file && place.line === target.line;
  if (suppression.file !== undefined && !matches(suppression.file, place?.file ?? '')) return false;
  return suppression.message === undefined || matches(suppression.message, finding.message);
}
