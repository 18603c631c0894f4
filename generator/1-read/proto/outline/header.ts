/** Syntax, edition and import statements. */
import { diagnose } from '../../../../diagnostics/diagnostic.ts';
import type { Origin } from '../../../ir/origin.ts';
import type { ImportDecl } from '../../../ir/proto-source.ts';
import type { SyntaxName } from '../../../ir/protocol.ts';
import { commentOf, type Cursor } from './cursor.ts';
import { literal } from './option.ts';

export interface SyntaxStatement {
  readonly keyword: 'syntax' | 'edition';
  readonly name: SyntaxName;
  readonly comment: string;
  readonly origin: Origin;
}

const known = {
  syntax: ['proto2', 'proto3'],
  edition: ['2023', '2024'],
} as const satisfies Record<string, readonly SyntaxName[]>;

/** `syntax = "proto3";` or `edition = "2023";`. An unknown one is reported and read as the latest known. */
export function syntaxStatement(cursor: Cursor): SyntaxStatement {
  const leading = cursor.leading(cursor.index);
  const first = cursor.next();
  const keyword = first.text as keyof typeof known;
  cursor.expect('=');
  const value = quoted(cursor, `a quoted ${keyword}`);
  const names: readonly SyntaxName[] = known[keyword];
  const name = names.find((candidate) => candidate === value.text);
  if (name === undefined) {
    const choices = names.map((each) => `"${each}"`).join(' or ');
    cursor.add(diagnose('WM1013', value.origin, { keyword, text: value.text, choices }));
  }
  const origin = cursor.span(first);
  cursor.endStatement();
  return { keyword, name: name ?? names.at(-1)!, comment: commentOf(leading, cursor.trailing()), origin };
}

const modes: ReadonlySet<string> = new Set(['public', 'weak', 'option']);

/** `import "a.proto";`, `import public ...`, `import weak ...`, `import option ...`. */
export function importStatement(cursor: Cursor, into: ImportDecl[]): void {
  cursor.expect('import');
  const word = cursor.peek();
  const mode = modes.has(word.text) && word.kind === 'word' ? (cursor.next().text as ImportDecl['mode']) : 'plain';
  const { text, origin } = quoted(cursor, 'a quoted path');
  into.push({ path: text, mode, resolved: undefined, origin });
  cursor.endStatement();
}

function quoted(cursor: Cursor, what: string): { readonly text: string; readonly origin: Origin } {
  const first = cursor.peek();
  if (first.kind !== 'string') cursor.fail(what);
  let text = '';
  while (cursor.peek().kind === 'string') {
    const token = cursor.next();
    text += literal(cursor, token).text;
  }
  return { text, origin: cursor.span(first) };
}
