/** Options: `option a.(b).c = value;` and `[a = value, ...]`, their values in full, aggregates in text format. */
import { diagnose } from '../../../../diagnostics/diagnostic.ts';
import type { AggregateFieldDecl, OptionDecl, OptionNamePart, OptionValueDecl } from '../../../ir/proto-source.ts';
import type { Token } from '../lex/token.ts';
import { integerValue, join, stringValue } from '../lex/literals.ts';
import { Stumble, type Cursor } from './cursor.ts';

/** Aggregates inside aggregates; protobufs own text format parser stops at the same order of depth. */
const maxDepth = 100;

/** `option name = value;`, from the word `option` on. */
export function optionStatement(cursor: Cursor, into: OptionDecl[]): void {
  cursor.expect('option');
  into.push(assignment(cursor));
  cursor.endStatement();
}

/** `[name = value, ...]` if there is one. */
export function inlineOptions(cursor: Cursor, into: OptionDecl[]): void {
  if (cursor.accept('[') === undefined) return;
  do into.push(assignment(cursor));
  while (cursor.accept(',') !== undefined);
  if (cursor.accept(']') === undefined) cursor.fail('"," or "]"');
}

function assignment(cursor: Cursor): OptionDecl {
  const first = cursor.peek();
  const name: OptionNamePart[] = [];
  do {
    const extension = cursor.accept('(') !== undefined;
    const part = extension ? cursor.dottedName('the name of an option') : cursor.name('the name of an option');
    if (extension) cursor.expect(')');
    name.push({ ...part, extension });
  } while (cursor.accept('.') !== undefined);
  const origin = cursor.span(first);
  cursor.expect('=');
  return { name, value: cursor.at('{') ? aggregate(cursor, 0) : scalar(cursor, false), origin };
}

/** A word, number or string; adjacent strings are joined. Text format has more words for infinity and NaN. */
function scalar(cursor: Cursor, textFormat: boolean): OptionValueDecl {
  const first = cursor.peek();
  if (first.kind === 'string') return strings(cursor);
  const negative = cursor.accept('-') !== undefined;
  const token = cursor.peek();
  if (token.kind === 'integer') {
    cursor.next();
    const value = integerValue(token.text);
    if (value === undefined) throw new Stumble();
    const origin = cursor.span(first);
    // `-0` is an integer and yet a float's negative zero.
    if (negative && value === 0n) return { kind: 'float', value: -0, origin };
    return { kind: 'integer', value: negative ? -value : value, origin };
  }
  if (token.kind === 'float') {
    cursor.next();
    const value = Number(token.text);
    return { kind: 'float', value: negative ? -value : value, origin: cursor.span(first) };
  }
  if (token.kind !== 'word') cursor.fail(negative ? 'a number after "-"' : 'a value');
  if (!negative) return { kind: 'word', text: cursor.next().text, origin: cursor.span(first) };
  const known = textFormat ? /^(?:inf|infinity|nan)$/i : /^(?:inf|nan)$/;
  if (!known.test(token.text)) cursor.fail('a number after "-"');
  cursor.next();
  return { kind: 'float', value: /^nan$/i.test(token.text) ? Number.NaN : -Infinity, origin: cursor.span(first) };
}

function strings(cursor: Cursor): OptionValueDecl {
  const first = cursor.peek();
  const chunks: Uint8Array[] = [];
  let text = '';
  let faithful = true;
  while (cursor.peek().kind === 'string') {
    const token = cursor.next();
    const value = literal(cursor, token);
    chunks.push(value.bytes);
    text += value.text;
    faithful &&= !value.text.includes('\ufffd');
  }
  const bytes = join(chunks);
  // A character may be spelt in bytes across two literals, so the joined bytes decide.
  if (!faithful) text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { kind: 'string', text, bytes, origin: cursor.span(first) };
}

/** Value of one string token; unknown escapes are reported. */
export function literal(cursor: Cursor, token: Token): { readonly text: string; readonly bytes: Uint8Array } {
  const { text, bytes, faults } = stringValue(token);
  for (const fault of faults) {
    const place = { ...cursor.origin(token), column: token.column + fault.index, length: fault.text.length };
    cursor.add(diagnose('WM1008', place, { text: fault.text }));
  }
  return { text, bytes };
}

/** `{ ... }` or `< ... >`: protobuf.dev/reference/protobuf/textformat-spec. */
function aggregate(cursor: Cursor, depth: number): OptionValueDecl {
  if (depth > maxDepth) cursor.fail(`at most ${maxDepth} levels of nested values`);
  const first = cursor.next();
  const close = first.text === '<' ? '>' : '}';
  const fields: AggregateFieldDecl[] = [];
  while (cursor.accept(close) === undefined) {
    if (cursor.done) cursor.fail(`"${close}"`);
    fields.push(aggregateField(cursor, depth));
    if (cursor.accept(',') === undefined) cursor.accept(';');
  }
  return { kind: 'aggregate', fields, origin: cursor.origin(first) };
}

function aggregateField(cursor: Cursor, depth: number): AggregateFieldDecl {
  const first = cursor.peek();
  let key: AggregateFieldDecl['key'] = 'field';
  let text: string;
  if (cursor.accept('[') === undefined) {
    text = cursor.word('the name of a field').text;
  } else {
    ({ key, text } = bracketed(cursor));
    cursor.expect(']');
  }
  const name = { text, origin: cursor.span(first) };
  const colon = cursor.accept(':') !== undefined;
  if (!colon && !cursor.at('{') && !cursor.at('<') && !cursor.at('[')) cursor.fail('":"');
  return { name, key, value: aggregateValue(cursor, depth) };
}

/** `full.name` or `domain/full.name`; a domain may hold dashes. */
function bracketed(cursor: Cursor): { readonly key: 'extension' | 'any'; readonly text: string } {
  let text = '';
  let slash = false;
  while (!cursor.at(']')) {
    const token = cursor.peek();
    if (token.kind === 'string' || token.kind === 'end' || /^[;{}[()<>=,:]$/.test(token.text)) cursor.fail('"]"');
    slash ||= token.text === '/';
    text += cursor.next().text;
  }
  if (text === '') cursor.fail('the name of an extension');
  return { key: slash ? 'any' : 'extension', text };
}

function aggregateValue(cursor: Cursor, depth: number): OptionValueDecl {
  if (cursor.at('{') || cursor.at('<')) return aggregate(cursor, depth + 1);
  const first = cursor.accept('[');
  if (first === undefined) return scalar(cursor, true);
  const values: OptionValueDecl[] = [];
  if (!cursor.at(']')) {
    do values.push(cursor.at('{') || cursor.at('<') ? aggregate(cursor, depth + 1) : scalar(cursor, true));
    while (cursor.accept(',') !== undefined);
  }
  cursor.expect(']');
  return { kind: 'list', values, origin: cursor.origin(first) };
}
