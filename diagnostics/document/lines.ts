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
    for (const { index, 0: ending } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + ending.length);
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
    const lineEnd = lineStart + (/^[^\r\n]*/.exec(this.#text.slice(lineStart, this.#starts[low + 1]))?.[0].length ?? 0);
    return {
      file: this.#file,
      line: low + 1,
      column: offset - lineStart + 1,
      length: Math.max(0, Math.min(end, lineEnd) - offset),
    };
  }
}
