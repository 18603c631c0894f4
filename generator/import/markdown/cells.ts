/** Cuts rows of Markdown tables into cells, also rows that run over several lines or hold unescaped bars. */

/** Whether a line is the line of dashes below the head of a table. */
export const isDashes = (line: string): boolean =>
  /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes('|');

/** Cells of one line; bars after a backslash or inside backticks do not part them. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let code = false;
  const text = line.trim();
  for (let at = text.startsWith('|') ? 1 : 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\' && text[at + 1] === '|') {
      cell += '|';
      at++;
    } else if (character === '|' && !code) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (character === '`') code = !code && text.includes('`', at + 1);
      cell += character;
    }
  }
  if (cell.trim() !== '' || !text.endsWith('|')) cells.push(cell.trim());
  return cells;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
}

export interface Table {
  /** Lower-case names of the columns. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Lines of rows that end too early, 1-based. */
  readonly broken: readonly number[];
  /** Index after the last line. */
  readonly end: number;
}

/**
 * Reads the table whose head is `lines[start]`. Descriptions may hold line ends and bars: a row goes on until it has as
 * many cells as the head and ends in a bar, and surplus bars belong to the last column.
 */
export function readTable(lines: readonly string[], start: number): Table {
  const columns = cellsOf(lines[start]!).map((cell) => cell.replace(/[*_`]/g, '').trim().toLowerCase());
  const framed = lines[start]!.trim().startsWith('|');
  const rows: TableRow[] = [];
  const broken: number[] = [];
  let at = start + 2;
  while (at < lines.length) {
    const line = lines[at]!;
    if (framed ? !line.trimStart().startsWith('|') : !line.includes('|')) break;
    const whole = framed ? wholeRow(lines, at, columns.length) : { text: line, last: at };
    if (whole === undefined) broken.push(at + 1);
    const { text, last } = whole ?? { text: line, last: at };
    rows.push({ cells: fitted(cellsOf(text), columns.length), line: at + 1, endLine: last + 1 });
    at = last + 1;
  }
  return { columns, rows, broken, end: at };
}

/** A row with all of its lines; undefined when it has no end. */
function wholeRow(lines: readonly string[], at: number, count: number): { text: string; last: number } | undefined {
  let text = lines[at]!.trimEnd();
  for (let last = at; ; last++) {
    if (isComplete(text, count)) return { text, last };
    const next = lines[last + 1];
    if (next === undefined || startsAnew(next) || last - at > maxRowLines) return undefined;
    text += `\n${next.trimEnd()}`;
  }
}

/** Lines that one row may take up; a row without an end must not swallow the page. */
const maxRowLines = 400;

const isComplete = (text: string, count: number): boolean => text.endsWith('|') && cellsOf(text).length >= count;

const startsAnew = (line: string): boolean => /^\s*(\||<a\s+(name|id)=|#{1,6}\s)/.test(line);

function fitted(cells: readonly string[], count: number): string[] {
  if (cells.length <= count) return [...cells, ...Array<string>(count - cells.length).fill('')];
  return [...cells.slice(0, count - 1), cells.slice(count - 1).join(' | ')];
}
