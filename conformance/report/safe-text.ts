/** Text from outside, made safe to show: control and bidi characters escaped. */
import { printable } from '../../diagnostics/diagnostic.ts';

/** Characters that `printable` is given at a time: it cuts what is longer than a message would quote. */
const piece = /[^]{1,100}/gu;

/** @param maxLength - In characters; what is longer ends in `…`. Lines are kept together: a line break is escaped too. */
export function safeText(text: string, maxLength = Infinity): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return (cut.match(piece) ?? []).map(printable).join('');
}

/** The first lines of a text, each made safe, later ones indented. */
export function safeLines(text: string, indent: string, maxLines = 20): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, maxLines).map((line) => safeText(line, 2000));
  return [...shown, ...(lines.length > maxLines ? ['…'] : [])].join(`\n${indent}`);
}
