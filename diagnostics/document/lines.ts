/** Turns offsets of a text into 1-based lines and columns. */
import type { Place } from '../diagnostic.ts';

export class Lines {
  readonly #starts: readonly number[];
  readonly #text: string;
  readonly #file: string;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The place from `start` to `end`, cut at the end of its first line: a frame marks one line. */
  place(start: number, end: number): Place {
    const offset = Math.max(0, Math.min(start, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const lineStart = this.#starts[low]!;
    const next = this.#starts[low + 1];
    const lineEnd = next === undefined ? this.#text.length : next - 1;
    return {
      file: this.#file,
      line: low + 1,
      column: offset - lineStart + 1,
      length: Math.max(0, Math.min(end, lineEnd) - offset),
    };
  }
}
