/** Takes chunks of a byte stream, gives its lines as text: bounded in length, strict in UTF-8. */

export interface LineListener {
  line(text: string, bytes: number): void;
  /** The stream is unusable; nothing comes after it. */
  violation(problem: string, raw: string): void;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Splits at `\n`; a `\r` before it is dropped, and blank lines are left out. */
export class LineReader {
  readonly #maxBytes: number;
  readonly #listener: LineListener;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #dead = false;

  constructor(maxBytes: number, listener: LineListener) {
    this.#maxBytes = maxBytes;
    this.#listener = listener;
  }

  /** Length of a line that has not ended yet. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** A line that has not ended yet. */
  get halfLine(): string {
    return Buffer.concat(this.#pending).toString('latin1');
  }

  push(chunk: Buffer): void {
    let start = 0;
    while (!this.#dead) {
      const end = chunk.indexOf(10, start);
      if (end < 0) break;
      this.#line(chunk.subarray(start, end));
      start = end + 1;
    }
    if (this.#dead || start === chunk.length) return;
    this.#pending.push(chunk.subarray(start));
    this.#pendingBytes += chunk.length - start;
    if (this.#pendingBytes > this.#maxBytes) this.#tooLong();
  }

  #line(end: Buffer): void {
    const bytes = this.#pendingBytes + end.length;
    if (bytes > this.#maxBytes) return this.#tooLong(end);
    const line = this.#pending.length === 0 ? end : Buffer.concat([...this.#pending, end]);
    this.#pending = [];
    this.#pendingBytes = 0;
    let text: string;
    try {
      text = decoder.decode(line);
    } catch {
      this.#dead = true;
      return this.#listener.violation('a line is not UTF-8', line.subarray(0, 300).toString('latin1'));
    }
    if (text.trim() !== '') this.#listener.line(text, bytes);
  }

  #tooLong(last: Buffer = Buffer.alloc(0)): void {
    this.#dead = true;
    const raw = Buffer.concat([...this.#pending, last])
      .subarray(0, 300)
      .toString('latin1');
    this.#pending = [];
    this.#listener.violation(`a message is longer than ${this.#maxBytes} bytes`, raw);
  }
}
