/** Admits a bounded number of tasks at once, in the order of their coming; a task may ask to be alone. */

interface Waiting {
  readonly alone: boolean;
  readonly admit: () => void;
}

export class Slots {
  readonly #queue: Waiting[] = [];
  #capacity: number;
  #taken = 0;
  #alone = false;

  /** @param capacity - Tasks at once; at least 1. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** Tasks that are running. */
  get taken(): number {
    return this.#taken;
  }

  resize(capacity: number): void {
    this.#capacity = capacity;
    this.#admit();
  }

  /** Runs the task when there is room; when `alone`, when nothing else runs, and nothing else starts meanwhile. */
  async run<T>(task: () => Promise<T>, alone = false): Promise<T> {
    await new Promise<void>((admit) => {
      // Those who must be alone come first: they stand for a fault that is already half understood.
      if (alone) this.#queue.unshift({ alone, admit });
      else this.#queue.push({ alone, admit });
      this.#admit();
    });
    try {
      return await task();
    } finally {
      this.#taken--;
      if (alone) this.#alone = false;
      this.#admit();
    }
  }

  #admit(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      if (this.#alone || this.#taken >= (next.alone ? 1 : this.#capacity)) return;
      this.#queue.shift();
      this.#taken++;
      this.#alone = next.alone;
      next.admit();
    }
  }
}
