/** Reads pages made from JSDoc, Markdown or flattened to plain text: blocks of a head, words, a kind, a table, examples. */
import type { DocExample, Doclet, DocletKind, Doclets, DocRow, UnreadLines } from './doclet.ts';
import { lastPart, paragraphs, type EnumDoc } from './doclet.ts';
import { enumOfRows } from './enum-rows.ts';

/** What tells one form of page from the other. */
export interface PageForm {
  /** The words of a heading; undefined for any other line. */
  headOf(line: string): string | undefined;
  /** What follows `Kind:`; undefined for any other line. */
  kindOf(line: string): string | undefined;
  /** Plain words of a line of text. */
  plain(line: string): string;
  /** A table that begins at a line; undefined where none does. @param index - 0-based. */
  tableAt(lines: readonly string[], index: number): FoundTable | undefined;
  /** Examples that begin at a line. */
  exampleAt(lines: readonly string[], index: number, end: number): FoundExample | undefined;
}

export interface FoundTable {
  readonly rows: readonly DocRow[];
  /** Lines that are no rows, 1-based. */
  readonly broken: readonly number[];
  /** Index after its last line. */
  readonly end: number;
}

export interface FoundExample extends DocExample {
  /** Index after its last line. */
  readonly end: number;
}

export interface Page extends Doclets {
  /** Lines of tables that are no rows, 1-based. */
  readonly broken: readonly number[];
}

/** What a page says that a block is. */
type BlockKind = DocletKind | 'enum';

interface Head {
  readonly name: string;
  readonly owner: string;
  readonly type: string;
}

/** `"onMessage" (res)` for events, `types~Meta : object` or `Meta : object` for the others. */
function parseHead(text: string, kind: BlockKind): Head | undefined {
  if (kind === 'event') {
    const quoted = /^["“”'](.+?)["“”']\s*(?:\(.*\))?$/.exec(text)?.[1];
    return quoted === undefined ? undefined : { ...lastPart(quoted.replace(/^event:/, '')), type: '' };
  }
  const found = /^([^\s():"]+?)\s*(?:\([^)]*\))?\s*(?:(?::|⇒|→)\s*(.+))?$/.exec(text);
  if (found === null || !/^[\p{L}_$]/u.test(found[1]!)) return undefined;
  return { ...lastPart(found[1]!), type: found[2]?.trim() ?? '' };
}

/** `event emitted by types`, `inner typedef of types`, `global typedef`. */
function parseKind(text: string): { readonly kind: BlockKind; readonly owner: string } | undefined {
  const found = /\b(event|typedef|callback|enum)\b(?:.*?\b(?:by|of)\s+(\S+))?/i.exec(text);
  if (found === null) return undefined;
  return { kind: found[1]!.toLowerCase() as BlockKind, owner: lastPart(found[2] ?? '').name };
}

export function readPage(lines: readonly string[], form: PageForm): Page {
  const starts = findBlocks(lines, form);
  const doclets: Doclet[] = [];
  const read = new Set<number>();
  const broken: number[] = [];
  const enums: EnumDoc[] = [];
  const faults: { line: number; problem: string }[] = [];
  for (const [at, { head, kindLine, kind, headLine }] of starts.entries()) {
    const end = starts[at + 1]?.headLine ?? lines.length;
    const description = paragraphs(
      lines
        .slice(headLine + 1, kindLine)
        .map((line) => form.plain(line))
        .join('\n'),
    );
    mark(read, headLine, kindLine + 1);
    const rows: DocRow[] = [];
    const examples: DocExample[] = [];
    for (let index = kindLine + 1; index < end; index++) {
      const table = form.tableAt(lines, index);
      const example = table === undefined ? form.exampleAt(lines, index, end) : undefined;
      const found = table ?? example;
      if (table !== undefined) {
        rows.push(...table.rows);
        broken.push(...table.broken);
      }
      if (example !== undefined) examples.push({ text: example.text, line: example.line });
      if (found !== undefined) {
        mark(read, index, Math.min(found.end, end));
        index = found.end - 1;
      } else if (/^\W*properties\W*$/i.test(lines[index]!)) read.add(index);
    }
    const deprecated = /^(\W*)deprecated\b/i.test(description);
    const words = description.replace(/^deprecated\b:?\s*/i, '');
    if (kind.kind === 'enum') {
      const drawn = enumOfRows({ name: head.name, description: words, deprecated, line: headLine + 1 }, rows);
      if (drawn === undefined)
        faults.push({ line: headLine + 1, problem: `the values of "${head.name}" are not given` });
      else enums.push(drawn);
      continue;
    }
    const isFunction = /^function\b/i.test(head.type);
    doclets.push({
      kind: kind.kind === 'typedef' && isFunction ? 'callback' : kind.kind,
      name: head.name,
      owner: head.owner === '' ? kind.owner : head.owner,
      type: head.type,
      description: words,
      deprecated,
      rows,
      examples,
      line: headLine + 1,
    });
  }
  return { doclets, enums, faults, broken, unread: unreadLines(lines, read) };
}

function mark(read: Set<number>, from: number, to: number): void {
  for (let index = from; index < to; index++) read.add(index);
}

interface Start {
  readonly headLine: number;
  readonly head: Head;
  readonly kindLine: number;
  readonly kind: { readonly kind: BlockKind; readonly owner: string };
}

/** Longest description between a head and its kind, in lines. */
const maxWords = 200;

function findBlocks(lines: readonly string[], form: PageForm): Start[] {
  const found: Start[] = [];
  let after = 0;
  for (const [kindLine, line] of lines.entries()) {
    const words = form.kindOf(line);
    const kind = words === undefined ? undefined : parseKind(words);
    if (kind === undefined) continue;
    for (let index = kindLine - 1; index >= Math.max(after, kindLine - maxWords); index--) {
      const text = form.headOf(lines[index]!);
      const isFirst = index === 0 || lines[index - 1]!.trim() === '' || lines[index - 1]!.trim().startsWith('<a ');
      const head = text === undefined || !isFirst ? undefined : parseHead(text, kind.kind);
      if (head === undefined) continue;
      found.push({ headLine: index, head, kindLine, kind });
      after = kindLine + 1;
      break;
    }
  }
  return found;
}

function unreadLines(lines: readonly string[], read: ReadonlySet<number>): UnreadLines[] {
  const unread: UnreadLines[] = [];
  for (const [index, line] of lines.entries()) {
    if (read.has(index) || !/[\p{L}\p{N}]/u.test(line)) continue;
    const last = unread.at(-1);
    if (last !== undefined && last.endLine === index)
      unread[unread.length - 1] = { line: last.line, endLine: index + 1 };
    else unread.push({ line: index + 1, endLine: index + 1 });
  }
  return unread;
}
