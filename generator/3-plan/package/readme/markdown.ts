/** Text from a spec as Markdown: what it says is read, never interpreted. */

/** Longest description in a table cell; the rest stands in the doc comments. */
const maxCell = 300;

/** One line of prose, fit for a table cell: no markup, no HTML, no link of its own. */
export function prose(text: string): string {
  const line = oneLine(text);
  return escapeText(line.length > maxCell ? `${line.slice(0, maxCell - 1).trimEnd()}…` : line);
}

/** Paragraphs of prose, with the line ends that they have. */
export function paragraphs(text: string): string {
  return escapeText(
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .split('\n')
      .map(oneLine)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** The same for the cell of a table. */
export const cellText = (text: string): string => paragraphs(text).replace(/\n+/g, '<br>');

/** A code span, fit for a table cell. It is fenced by more backticks than it holds in a row. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const room = /^`|`$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${room}${line.replaceAll('|', '\\|')}${room}${fence}`;
}

/** Line breaks and other control characters are blanks; characters that turn the direction of text are dropped. */
function oneLine(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/ {2,}/g, ' ')
      .trim()
  );
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~^$]/g, '\\$&')
    .replace(/^(\d*)([-=.])/gm, '$1\\$2')
    .replace(
      /(https?|ftp|www|mailto)([:.])/gi,
      (_, scheme: string, sign: string) => `${scheme}&#${sign.charCodeAt(0)};`,
    )
    .replaceAll('@', '&#64;');
}
