/** Reads the table of an enum: what a page has in the column of defaults, or at the start of a description, is the value. */
import type { DocRow, EnumDoc } from './doclet.ts';

const literal = /^(?:(-?\d+(?:\.\d+)?)|"([^"\\]*)"|'([^'\\]*)')(?=\s|$)/;

/** @returns Undefined where a value is missing or is no literal, or where there are values of both kinds. */
export function enumOfRows(head: Omit<EnumDoc, 'members' | 'rule'>, rows: readonly DocRow[]): EnumDoc | undefined {
  const members = rows.flatMap(({ name, default: stated, description, line }) => {
    // A flattened table has no columns: the value stands before the words.
    const source = stated ?? description;
    const found = literal.exec(source);
    if (found === null) return [];
    const [whole, number, double, single] = found;
    const words = stated === undefined ? description.slice(whole.length).trim() : description;
    const deprecated = /^(\W*)deprecated\b/i.test(words);
    const value = number === undefined ? (double ?? single ?? '') : Number(number);
    return [{ name, value, description: words.replace(/^deprecated\b:?\s*/i, ''), deprecated, line }];
  });
  const kinds = new Set(members.map(({ value }) => typeof value));
  if (members.length === 0 || members.length < rows.length || kinds.size > 1) return undefined;
  return { ...head, rule: undefined, members };
}
