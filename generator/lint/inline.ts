/** Suppressions written above a line: `wiremark-lint-disable-next-line RULE, RULE -- reason`, in a comment of the source. */
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { PlacedSuppression } from '../suppress/suppress.ts';

const prefix = 'wiremark-lint-';
/** A comment that speaks to lint, rightly or wrongly. */
const attempt = new RegExp(String.raw`^\s*(?://|#)\s*${prefix}`);
/** A comment that holds nothing else: `//` of .proto files, `#` of YAML. */
const comment = new RegExp(
  String.raw`^\s*(?://|#)\s*${prefix}disable-next-line\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:--\s*(.*?)\s*)?$`,
);
/** Reasons shorter than that are none; the configuration's schema says the same. */
const minReason = 10;

/** Longest line that is looked at: the pattern takes longer the more blanks there are. */
const maxLine = 2000;

/** @param file - As places name it. */
export function inlineSuppressions(file: string, text: string): Result<readonly PlacedSuppression[]> {
  const value: PlacedSuppression[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  // From the last line up, because several may stand above one line.
  let target = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]!.slice(0, maxLine);
    if (!attempt.test(line)) {
      target = index + 1;
      continue;
    }
    const place = { file, line: index + 1, column: line.indexOf(prefix) + 1, length: prefix.length };
    const match = comment.exec(line);
    if (match === null) diagnostics.push(diagnose('WM7904', place, {}));
    else value.push(...read(match, { place, target: { file, line: target } }, diagnostics));
  }
  return { value, diagnostics };
}

function read(
  [, rules = '', reason = '']: RegExpExecArray,
  at: Required<Pick<PlacedSuppression, 'place' | 'target'>>,
  diagnostics: Diagnostic[],
): PlacedSuppression[] {
  if (reason.length < minReason) {
    diagnostics.push(diagnose('WM7902', at.place, { rule: rules }));
    return [];
  }
  return rules.split(',').map((rule) => ({ suppression: { rule: rule.trim(), reason }, ...at }));
}
