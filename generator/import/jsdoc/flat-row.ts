/** Cuts a row of a flattened table into name, type, default and description, which nothing but blanks part. */
import type { DocRow } from './doclet.ts';

/**
 * A type goes on as long as its brackets are open or a bar joins its words; the description is the rest.
 * @param hasDefault - Whether the head of the table has a column for defaults.
 * @returns Undefined when the line cannot be a row.
 */
export function readFlatRow(text: string, line: number, hasDefault: boolean): DocRow | undefined {
  const [, name, rest] = /^\s*(\[[^\]]*\]|\S+)\s*(.*)$/s.exec(text) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const isOptional = name.startsWith('[');
  const [bare, inline] = isOptional ? cutAt(name.slice(1, -1), '=') : [name, undefined];
  const isColon = bare.endsWith(':');
  const plain = isColon ? bare.slice(0, -1) : bare;
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*(\[\])?(\.[\p{L}\p{N}_$-]+(\[\])?)*$/u.test(plain)) return undefined;
  const typeEnd = endOfType(rest);
  let description = rest.slice(typeEnd).trim();
  let value = inline;
  if (hasDefault && isOptional && value === undefined) {
    const literal = /^(-?\d+(?:\.\d+)?|true|false|null|"[^"]*"|'[^']*'|\[\]|\{\})(?=\s|$)/.exec(description)?.[1];
    if (literal !== undefined) {
      value = literal;
      description = description.slice(literal.length).trim();
    }
  }
  return {
    name: plain,
    type: rest.slice(0, typeEnd).trim(),
    isOptional,
    default: value,
    description,
    line,
    written: isColon ? bare : undefined,
  };
}

function cutAt(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** Offset after the type that a text begins with. */
function endOfType(text: string): number {
  let depth = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if ('<({['.includes(character)) depth++;
    else if ('>)}]'.includes(character)) depth--;
    else if (depth <= 0 && /\s/.test(character)) {
      // A bar before or behind the blanks joins the words.
      const next = at + /^\s*/.exec(text.slice(at))![0].length;
      if (text[next] !== '|' && text[at - 1] !== '|') break;
      at = text[next] === '|' ? next : next - 1;
    }
  }
  return at;
}
