/** Walks the tokens of one file: expectations, error reports, comments and recovery. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { NameDecl } from '../../../ir/proto-source.ts';
import type { Origin } from '../../../ir/origin.ts';
import type { Lexed } from '../lex/lex.ts';
import type { Token } from '../lex/token.ts';
import { attach, noComments, type AttachedComments } from '../lex/comments.ts';

/** Thrown where a statement cannot go on, after the report; the enclosing statement list catches it and recovers. */
export class Stumble extends Error {}

/** Syntax errors reported per file; a file with more is not protobuf, and a longer list helps nobody. */
const maxReports = 50;

/** Words that open a statement wherever they stand first on their line. */
const openers = new Set(['message', 'enum', 'service', 'extend', 'oneof', 'rpc', 'import', 'package', 'option']);

export class Cursor {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];
  readonly #lexed: Lexed;
  readonly #faultyLines: ReadonlySet<number>;
  #index = 0;
  /** The gap between two tokens that was looked at last: its comments are asked for from both sides. */
  #gap: { readonly index: number; readonly attached: AttachedComments } = { index: -1, attached: noComments };
  /** Messages and groups that the current statement stands in. */
  depth = 0;

  constructor(lexed: Lexed, file: string) {
    this.#lexed = lexed;
    this.#faultyLines = new Set(lexed.diagnostics.map(({ place }) => place!.line));
    this.file = file;
  }

  get index(): number {
    return this.#index;
  }

  /** The token that comes next, or the `ahead`th after it. */
  peek(ahead = 0): Token {
    const { tokens } = this.#lexed;
    return tokens[Math.min(this.#index + ahead, tokens.length - 1)]!;
  }

  at(text: string): boolean {
    const token = this.peek();
    return token.text === text && token.kind !== 'string';
  }

  get done(): boolean {
    return this.peek().kind === 'end';
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#index++;
    return token;
  }

  accept(text: string): Token | undefined {
    return this.at(text) ? this.next() : undefined;
  }

  expect(text: string): Token {
    return this.accept(text) ?? this.fail(`"${text}"`);
  }

  /** An identifier; `what` names it in the report, e.g. `a field name`. */
  word(what: string): Token {
    return this.peek().kind === 'word' ? this.next() : this.fail(what);
  }

  name(what: string): NameDecl {
    const token = this.word(what);
    return { text: token.text, origin: this.origin(token) };
  }

  /** A dotted name, `.a.b` or `a.b`; blanks around dots are legal. */
  dottedName(what: string): NameDecl {
    const first = this.peek();
    let text = this.accept('.') === undefined ? '' : '.';
    text += this.word(what).text;
    while (this.accept('.') !== undefined) text += `.${this.word('a name after the "."').text}`;
    return { text, origin: this.span(first) };
  }

  origin(token: Token): Origin {
    return { file: this.file, line: token.line, column: token.column, length: token.text.length };
  }

  /** From `first` to the token taken last; of a span over lines, its first line's part. */
  span(first: Token): Origin {
    const last = this.#lexed.tokens[this.#index - 1] ?? first;
    const origin = this.origin(first);
    return last.line === first.line ? { ...origin, length: last.column + last.text.length - first.column } : origin;
  }

  /** Reports that something else was expected here, and gives the statement up. */
  fail(expected: string): never {
    if (!this.#follows(this.peek())) this.report(expected);
    throw new Stumble();
  }

  report(expected: string, related: Diagnostic['related'] = []): void {
    const token = this.peek();
    const found = token.kind === 'end' ? 'the end of the file' : `"${token.text.replace(/^"(.*)"$/, '$1')}"`;
    this.add(diagnose('WM1001', this.origin(token), { expected, found, related }));
  }

  /** Does an error here only follow from a malformed token on its line or on the line of the token before? */
  #follows(token: Token): boolean {
    const before = this.#lexed.tokens[this.#index - 1];
    return this.#faultyLines.has(token.line) || (before !== undefined && this.#faultyLines.has(before.line));
  }

  add(diagnostic: Diagnostic): void {
    if (this.diagnostics.length < maxReports) this.diagnostics.push(diagnostic);
    else if (this.diagnostics.length === maxReports)
      this.diagnostics.push(diagnose('WM1006', diagnostic.place, { count: maxReports }));
  }

  /** The `;` of a statement. When it is missing at the end of a line, that is said, and the statement counts. */
  endStatement(): void {
    if (this.accept(';') !== undefined) return;
    const before = this.#lexed.tokens[this.#index - 1];
    const here = this.peek();
    const ends = here.text === '}' || here.kind === 'end';
    if (before === undefined || (before.line === here.line && !ends)) this.fail('";"');
    if (this.#follows(here)) return;
    const column = before.column + before.text.length;
    this.add(diagnose('WM1007', { file: this.file, line: before.line, column, length: 1 }, {}));
  }

  /**
   * Skips what is left of a broken statement: to after its `;` or block, or to before the `}` that closes its list or a
   * line that opens a new statement. After a malformed token, whose line may have lost its `;`, every line does.
   * @param start - Index at which the statement began; at least one token is skipped from there.
   */
  recover(start: number): void {
    let depth = 0;
    for (const token of this.#lexed.tokens.slice(start, this.#index)) depth += nesting(token);
    while (!this.done) {
      const token = this.peek();
      if (depth <= 0) {
        if (this.at('}')) return;
        const firstOnLine = this.#lexed.tokens[this.#index - 1]?.line !== token.line;
        const opens = token.kind === 'word' && (openers.has(token.text) || this.#follows(token));
        if (this.#index > start && firstOnLine && opens) return;
      }
      this.next();
      depth += nesting(token);
      if (depth > 0) continue;
      if (token.text === ';' && token.kind === 'symbol') return;
      if (nesting(token) < 0) {
        this.accept(';');
        return;
      }
    }
  }

  /** Comment that leads the token at `index`. */
  leading(index: number): string {
    return this.#attached(index).leading;
  }

  /** Comment that trails the token taken last. */
  trailing(): string {
    return this.#attached(this.#index).trailing;
  }

  #attached(index: number): AttachedComments {
    if (this.#gap.index === index) return this.#gap.attached;
    const { tokens, comments } = this.#lexed;
    const after = tokens[index]!;
    const before = tokens[index - 1];
    const from = before?.commentsBefore ?? 0;
    const attached =
      from === after.commentsBefore ? noComments : attach(comments.slice(from, after.commentsBefore), before, after);
    this.#gap = { index, attached };
    return attached;
  }
}

function nesting(token: Token): -1 | 0 | 1 {
  if (token.kind !== 'symbol') return 0;
  return token.text === '{' ? 1 : token.text === '}' ? -1 : 0;
}

/** Leading and trailing comment as one text. */
export function commentOf(leading: string, trailing: string): string {
  return leading !== '' && trailing !== '' ? `${leading}\n${trailing}` : leading + trailing;
}
