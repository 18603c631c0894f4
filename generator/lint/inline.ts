/** Suppressions written above a line: `wiremark-lint-disable-next-line RULE, RULE -- reason`, in a comment of the source. */
import { diagnose, type Result } from '../../diagnostics/diagnostic.ts';
import type { PlacedSuppression } from '../suppress/suppress.ts';

const marker = 'wiremark-lint-disable-next-line';
/** A comment that holds nothing else: `//` of .proto files, `#` of YAML. */
const comment = new RegExp(String.raw`^\s*(?://|#)\s*${marker}\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:--\s*(.*?)\s*)?$`);
/** Reasons shorter than that are none; the configuration's schema says the same. */
const minReason = 10;

/** @param file - As places name it. */
export function inlineSuppressions(file: string, text: string): Result<readonly PlacedSuppression[]> {
  const value: PlacedSuppression[] = [];
  const diagnostics = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const at = line.indexOf(marker);
    const match = at < 0 ? null : comment.exec(line);
    if (match === null) continue;
    const place = { file, line: index + 1, column: at + 1, length: marker.length };
    const [, rules = '', reason = ''] = match;
    if (reason.length < minReason) {
      diagnostics.push(diagnose('WM7902', place, { rule: rules }));
      continue;
    }
    // Several may stand above one line.
    let target = index + 1;
    while (target < lines.length && comment.test(lines[target]!)) target++;
    for (const rule of rules.split(',')) {
      value.push({ suppression: { rule: rule.trim(), reason }, place, target: { file, line: target + 1 } });
    }
  }
  return { value, diagnostics };
}
