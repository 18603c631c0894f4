/**
 * Text in, tokens and comments out. Lexical grammar: protobuf.dev/reference/protobuf/proto3-spec#lexical_elements.
 * Faulty characters are reported and skipped; the end of the text is always a token of kind `end`.
 */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { CommentToken, Token, TokenKind } from './token.ts';

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly comments: readonly CommentToken[];
  readonly diagnostics: readonly Diagnostic[];
}

const space = /[ \t\n\r\v\f]+/y;
const lineComment = /\/\/[^\n]*/y;
const blockComment = /\/\*[^]*?\*\//y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /0[xX][0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const string = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/y;
const symbol = /[;{}[\]()<>=,.:\-/]/y;
const integer = /^(?:0|[1-9][0-9]*|0[0-7]+|0[xX][0-9a-fA-F]+)$/;
/** What is skipped, with one report, where no token can start. */
const junk = /[^\sA-Za-z0-9_;{}[\]()<>=,.:\-/"']+/y;

/**
 * @param text - Source with `\n` line ends.
 * @param file - As diagnostics print it.
 */
export function lex(text: string, file: string): Lexed {
  const tokens: Token[] = [];
  const comments: CommentToken[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const place = (length: number) => ({ file, line, column: at - lineStart + 1, length });
  const advance = (piece: string): void => {
    for (let i = piece.indexOf('\n'); i >= 0; i = piece.indexOf('\n', i + 1)) {
      line++;
      lineStart = at + i + 1;
    }
    at += piece.length;
  };
  const push = (kind: TokenKind, piece: string): void => {
    tokens.push({ kind, text: piece, line, column: at - lineStart + 1, commentsBefore: comments.length });
    at += piece.length;
  };
  const comment = (piece: string): void => {
    const start = line;
    advance(piece);
    comments.push({ text: piece, line: start, endLine: line });
  };
  const restOfLine = (): string => {
    const end = text.indexOf('\n', at);
    return text.slice(at, end < 0 ? text.length : end);
  };

  while (at < text.length) {
    const char = text[at]!;
    let piece: string | undefined;
    if ((piece = match(space)) !== undefined) {
      advance(piece);
    } else if ((piece = match(word)) !== undefined) {
      push('word', piece);
    } else if (char === '/' && (piece = match(lineComment) ?? match(blockComment)) !== undefined) {
      comment(piece);
    } else if (char === '/' && text[at + 1] === '*') {
      diagnostics.push(diagnose('WM1003', place(2), {}));
      comment(text.slice(at));
    } else if ((piece = match(number)) !== undefined) {
      const problem = faultOfNumber(piece, text[at + piece.length] ?? '');
      if (problem !== undefined) diagnostics.push(diagnose('WM1005', place(piece.length), { text: piece, problem }));
      push(integer.test(piece) || /^0[xX]|^[0-9]+$/.test(piece) ? 'integer' : 'float', piece);
    } else if ((piece = match(string)) !== undefined) {
      push('string', piece);
    } else if (char === '"' || char === "'") {
      piece = restOfLine();
      diagnostics.push(diagnose('WM1002', place(piece.length), { quote: char }));
      push('string', piece);
    } else if ((piece = match(symbol)) !== undefined) {
      push('symbol', piece);
    } else {
      piece = match(junk) ?? char;
      diagnostics.push(diagnose('WM1004', place(piece.length), { text: piece }));
      at += piece.length;
    }
  }
  push('end', '');
  return { tokens, comments, diagnostics };
}

function faultOfNumber(text: string, following: string): string | undefined {
  if (/^0[xX]$/.test(text)) return '"0x" must be followed by hexadecimal digits';
  if (/^0[0-9]*[89]/.test(text) && /^[0-9]+$/.test(text))
    return 'a number that starts with 0 is octal and has no 8 or 9';
  if (/[A-Za-z_]/.test(following)) return 'a space is missing between the number and what follows';
  return undefined;
}
