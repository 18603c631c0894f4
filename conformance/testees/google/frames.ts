/** Takes chunks of a byte stream, gives its frames: a length in four bytes, little-endian, and as many bytes. */

/** Who hears of frames. */
export interface FrameListener {
  frame(bytes: Buffer): void;
  /** The stream is unusable; nothing comes after it. */
  violation(problem: string, raw: string): void;
}

/** Bytes of the length before each frame. */
const headBytes = 4;

/** @param maxBytes - Longest frame that is taken. */
export class FrameReader {
  readonly #maxBytes: number;
  readonly #listener: FrameListener;
  #chunks: Buffer[] = [];
  #have = 0;
  #dead = false;

  constructor(maxBytes: number, listener: FrameListener) {
    this.#maxBytes = maxBytes;
    this.#listener = listener;
  }

  /** Bytes of a frame that has not ended yet, its length included. */
  get pendingBytes(): number {
    return this.#have;
  }

  /** The frame that has not ended yet, a character for each byte. */
  get half(): string {
    return this.#all().toString('latin1');
  }

  push(chunk: Buffer): void {
    if (this.#dead) return;
    this.#chunks.push(chunk);
    this.#have += chunk.length;
    while (!this.#dead && this.#have >= headBytes) {
      const length = this.#head();
      if (length > this.#maxBytes) {
        this.#dead = true;
        const problem = `a frame claims a length of ${length} bytes; stdout must carry frames and nothing else`;
        return this.#listener.violation(problem, this.half);
      }
      const end = headBytes + length;
      if (this.#have < end) return;
      const all = this.#all();
      this.#chunks = all.length > end ? [all.subarray(end)] : [];
      this.#have = all.length - end;
      this.#listener.frame(all.subarray(headBytes, end));
    }
  }

  /** Pieces are joined once a frame is whole, so that many small ones cost no more than one large one. */
  #head(): number {
    if (this.#chunks[0]!.length < headBytes) this.#all();
    return this.#chunks[0]!.readUInt32LE(0);
  }

  #all(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]!;
  }
}

/** The bytes with their length before them. */
export function framed(bytes: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headBytes + bytes.length);
  frame.writeUInt32LE(bytes.length, 0);
  frame.set(bytes, headBytes);
  return frame;
}
