/**
 * Writes tokens to where they stood in a source of which only the positions are known, so that the text that is made
 * gives each declaration its line and column back. Without positions it indents as one does.
 */

/** Line and column as in SourceCodeInfo: from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Further down than this nothing is put: positions come from outside, and empty lines cost memory. */
const maxLine = 1_000_000;
const maxColumn = 10_000;

export class Layout {
  #text = '';
  #line = 0;
  #column = 0;
  #depth = 0;
  /** The line ends in a `//` comment: nothing else goes there. */
  #closed = false;
  readonly #positioned: boolean;

  /** @param positioned - Are there positions at all? */
  constructor(positioned: boolean) {
    this.#positioned = positioned;
  }

  get text(): string {
    return `${this.#text.trimEnd()}\n`;
  }

  /** Begins a statement, with the comment that leads it. */
  start(at: Position | undefined, leading: string): void {
    const lines = commentLines(leading);
    const first = at === undefined ? this.#line : at.line - lines.length;
    if (at !== undefined && (first > this.#line || this.#text === '') && first >= 0) {
      for (const [index, line] of lines.entries()) this.#comment(line, { line: first + index, column: at.column });
      this.#moveTo(at);
    } else if (this.#positioned) {
      if (lines.length > 0) this.token(block(lines));
      this.#moveTo(at);
    } else {
      if (this.#depth === 0 && this.#text !== '') this.#newLine();
      for (const line of lines) {
        this.#newLine();
        this.#comment(line, undefined);
      }
      this.#newLine();
    }
  }

  /** Adds a word or a mark, at its place if that is still ahead. */
  token(text: string, at?: Position): void {
    if (this.#closed) this.#newLine();
    this.#moveTo(at);
    const glued = this.#text === '' || /[\s([<]$/.test(this.#text) || /^[;,)\]>]/.test(text);
    this.#write(glued ? text : ` ${text}`);
  }

  open(): void {
    this.token('{');
    this.#depth++;
  }

  close(at: Position | undefined): void {
    this.#depth--;
    if (!this.#positioned) this.#newLine();
    this.token('}', at);
  }

  /** The comment behind a statement, or behind the brace that opens one. */
  trailing(comment: string): void {
    const lines = commentLines(comment);
    if (lines.length === 1) this.#comment(` ${lines[0]!}`, undefined);
    else if (lines.length > 1) this.token(block(lines));
  }

  #comment(line: string, at: Position | undefined): void {
    if (this.#closed) this.#newLine();
    this.#moveTo(at);
    this.#write(line.startsWith(' ') && at === undefined ? ` //${line.slice(1)}` : `//${line}`);
    this.#closed = true;
  }

  #newLine(): void {
    if (this.#text !== '') this.#write('\n');
    this.#closed = false;
    if (!this.#positioned) this.#write('  '.repeat(this.#depth));
  }

  #moveTo(at: Position | undefined): void {
    if (at === undefined || at.line > maxLine || at.column > maxColumn) return;
    if (at.line > this.#line) this.#closed = false;
    while (at.line > this.#line) this.#write('\n');
    if (at.line === this.#line && at.column > this.#column && !this.#closed) {
      this.#write(' '.repeat(at.column - this.#column));
    }
  }

  #write(text: string): void {
    this.#text += text;
    const end = text.lastIndexOf('\n');
    if (end < 0) this.#column += text.length;
    else {
      this.#line += text.split('\n').length - 1;
      this.#column = text.length - end - 1;
    }
  }
}

/** As descriptors hold comments: without marks, but with the second star of a doc comment. */
function commentLines(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  // eslint-disable-next-line no-control-regex
  return lines.map((line, index) => (index === 0 ? line.replace(/^\*+/, '') : line).replace(/[\u0000]/g, ''));
}

const block = (lines: readonly string[]): string => `/*${lines.join('\n').replaceAll('*/', '* /')} */`;
