/** Reads Markdown that jsdoc-to-markdown made: headings, `**Kind**`, tables, fenced examples. */
import { cellsOf, isDashes } from '../markdown/cells.ts';
import { plainName, plainText } from '../markdown/text.ts';
import type { ImportSource } from '../source.ts';
import { readPage, type FoundExample, type FoundTable, type Page } from './blocks.ts';
import type { DocRow } from './doclet.ts';

export function readMarkdownJsdoc(source: ImportSource): Page {
  const page = readPage(source.lines, {
    headOf: (line) => {
      const found = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
      return found === undefined ? undefined : plainName(unlinked(found));
    },
    kindOf: (line) => {
      const found = /^\*\*Kind\*\*:?\s*(.*)$/.exec(line.trim())?.[1];
      return found === undefined ? undefined : plainName(unlinked(found));
    },
    plain: (line) => plainText(unlinked(line)),
    tableAt,
    exampleAt,
  });
  // The list of contents, anchors and headings of groups are the page's own.
  const isOwn = (line: string): boolean => /^\s*[*-]\s|^#{1,6}\s|^<a\s|^\*\*\w+\*\*/.test(line);
  return {
    ...page,
    unread: page.unread.filter(({ line, endLine }) => !source.lines.slice(line - 1, endLine).every(isOwn)),
  };
}

/** `[text](target)` as its text. */
const unlinked = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

function tableAt(lines: readonly string[], index: number): FoundTable | undefined {
  if (!lines[index]!.includes('|') || !isDashes(lines[index + 1] ?? '')) return undefined;
  const columns = cellsOf(lines[index]!).map((cell) => plainName(cell).toLowerCase());
  const of = (...heads: readonly string[]): number => columns.findIndex((column) => heads.includes(column));
  const [name, type, value, description] = [
    of('param', 'name', 'property'),
    of('type'),
    of('default'),
    of('description'),
  ];
  if (name < 0 || type < 0) return undefined;
  const rows: DocRow[] = [];
  const broken: number[] = [];
  let end = index + 2;
  for (; end < lines.length && lines[end]!.includes('|'); end++) {
    const cells = cellsOf(lines[end]!);
    const cell = (at: number): string => (at < 0 ? '' : plainName(unlinked(cells[at] ?? '')));
    const written = cell(name);
    const isOptional = written.startsWith('[');
    const bare = isOptional ? written.replace(/^\[|\]$/g, '') : written;
    const plain = bare.replace(/:$/, '');
    if (!/^[\p{L}_$]/u.test(plain)) {
      broken.push(end + 1);
      continue;
    }
    rows.push({
      name: plain,
      type: cell(type),
      isOptional,
      default: cell(value) === '' ? undefined : cell(value),
      description: plainText(unlinked(cells.slice(description < 0 ? cells.length : description).join(' | '))).replace(
        /\s+/g,
        ' ',
      ),
      line: end + 1,
      written: plain === bare ? undefined : bare,
    });
  }
  return { rows, broken, end };
}

function exampleAt(lines: readonly string[], index: number, end: number): FoundExample | undefined {
  if (!/^\*\*Examples?\*\*/.test(lines[index]!.trim())) return undefined;
  let first = index + 1;
  while (first < end && lines[first]!.trim() === '') first++;
  const fence = /^\s*(```+|~~~+)/.exec(lines[first] ?? '')?.[1];
  if (fence === undefined) return undefined;
  let last = first + 1;
  while (last < end && !lines[last]!.trim().startsWith(fence)) last++;
  return { text: lines.slice(first + 1, last).join('\n'), line: first + 2, end: last + 1 };
}
