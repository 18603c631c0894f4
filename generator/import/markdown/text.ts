/** Reads the inline text of a Markdown or HTML page: entities, tags, escapes, links. Gives plain text. */
import { decodeHTML } from 'entities';

/** A link with the target of its anchor; `target` is `''` for plain text. */
export interface LinkedText {
  readonly text: string;
  readonly target: string;
}

const breaks = /<br\s*\/?>/gi;
const tags = /<\/?(?:code|em|strong|b|i|p|span|a|tt|sub|sup)(?:\s[^<>]*)?\/?>/gi;

/** A description: `<br>` is the end of a line, tags of style are dropped, entities decoded, outer blanks gone. */
export function plainText(markdown: string): string {
  const lines = markdown.replace(breaks, '\n').split('\n');
  const text = lines.map((line) => unescape(decodeHTML(line.replace(tags, ''))).trim()).join('\n');
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

/** The text of a short cell, such as a name or a type, without marks of code. */
export function plainName(cell: string): string {
  return unescape(decodeHTML(cell.replace(tags, '')))
    .replace(/`/g, '')
    .trim();
}

/** `[text](#target)`, or `<a href="#target">text</a>`, or just the text; what follows the link is `rest`. */
export function linkedText(cell: string): LinkedText & { readonly rest: string } {
  const link = /^\s*`?\[([^\]]*)\]\(#?([^)\s]*)\)`?(.*)$/s.exec(cell) ?? undefined;
  if (link !== undefined) return { text: plainName(link[1]!), target: decodeHTML(link[2]!), rest: link[3]!.trim() };
  const html = /^\s*<a\s+href="#?([^"]*)"\s*>(.*?)<\/a>(.*)$/is.exec(cell);
  if (html !== null) return { text: plainName(html[2]!), target: decodeHTML(html[1]!), rest: html[3]!.trim() };
  return { text: plainName(cell), target: '', rest: '' };
}

/** Backslashes of Markdown before its punctuation (CommonMark 2.4). */
function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
