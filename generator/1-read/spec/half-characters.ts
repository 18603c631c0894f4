/** Finds the halves of characters in a document: lone surrogates, which escapes can write and UTF-8 cannot. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../../../diagnostics/document.ts';

type Node = SourceDocument['root'];

/** One diagnostic for each key and each string that has any. */
export function halfCharacters({ root, placeAt }: SourceDocument): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = (text: unknown, start: number, end: number): void => {
    const half = typeof text === 'string' ? /\p{Surrogate}/u.exec(text)?.[0] : undefined;
    if (half === undefined) return;
    const problem = `half of a character, U+${half.charCodeAt(0).toString(16).toUpperCase()}, which no file can hold`;
    found.push(diagnose('WM3014', placeAt(start, end), { problem }));
  };
  const visit = ({ value, start, end, members, items }: Node): void => {
    check(value, start, end);
    for (const [key, { keyStart, keyEnd, node }] of members ?? []) {
      check(key, keyStart, keyEnd);
      visit(node);
    }
    items?.forEach(visit);
  };
  visit(root);
  return found;
}
