/** Reads the text of a JSDoc page that has lost its mark-up: tables are lines, columns are blanks. */
import type { ImportSource } from '../source.ts';
import { readPage, type FoundExample, type FoundTable, type Page } from './blocks.ts';
import type { DocRow } from './doclet.ts';
import { readFlatRow } from './flat-row.ts';

export function readFlatJsdoc(source: ImportSource): Page {
  return readPage(source.lines, {
    headOf: (line) => (line.trim() === '' ? undefined : line.trim()),
    kindOf: (line) => /^\s*Kind:\s*(.*)$/.exec(line)?.[1],
    plain: (line) => line,
    tableAt,
    exampleAt,
  });
}

const head = /^\s*(?:Param|Name|Property)\s+Type(\s+Default)?(?:\s+Description)?\s*$/i;

function tableAt(lines: readonly string[], index: number): FoundTable | undefined {
  const found = head.exec(lines[index]!);
  if (found === null) return undefined;
  const rows: DocRow[] = [];
  const broken: number[] = [];
  let end = index + 1;
  for (; end < lines.length && lines[end]!.trim() !== ''; end++) {
    const row = readFlatRow(lines[end]!, end + 1, found[1] !== undefined);
    if (row === undefined) broken.push(end + 1);
    else rows.push(row);
  }
  return { rows, broken, end };
}

/** Everything below `Example` up to an empty line that no code follows. */
function exampleAt(lines: readonly string[], index: number, end: number): FoundExample | undefined {
  if (!/^\s*Examples?\s*$/.test(lines[index]!)) return undefined;
  let first = index + 1;
  while (first < end && lines[first]!.trim() === '') first++;
  let last = first;
  while (last < end && lines[last]!.trim() !== '') last++;
  return { text: lines.slice(first, last).join('\n'), line: first + 1, end: last };
}
