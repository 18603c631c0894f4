/** Takes tasks, gives their answers: several threads at once, which are kept; one that hangs, or runs out of memory, is replaced. */
import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './task.ts';

/**
 * Time of a processor without a sign of life after which a mutant counts as an endless loop, in ms. An example takes a few
 * ms, the largest half a second; a thread that begins has all cases to derive first, which takes some four seconds. It is
 * not the clock that is asked, since the machine may be busy with something else; only a thread that does nothing at all
 * is ended by it.
 */
const silenceMs = 10_000;
const loadingMs = 60_000;
const idleMs = 900_000;

/** Heap of a thread, in MB: three times what the cases of the largest package take. */
const maxHeapMb = 3000;

/** Asked between two tasks: how it went, and whether to go on. */
export interface PoolListener<T extends Task> {
  /** @param answer - Undefined when the thread had to be ended. */
  answered(task: T, answer: Answer | undefined): void | Promise<void>;
  isOver(): boolean;
}

export async function runTasks<T extends Task>(
  tasks: readonly T[],
  threads: number,
  listener: PoolListener<T>,
): Promise<void> {
  const queue = [...tasks];
  const work = async (): Promise<void> => {
    let thread = new Thread(threads);
    try {
      for (let task = queue.shift(); task !== undefined && !listener.isOver(); task = queue.shift()) {
        const answer = await thread.ask(task);
        if (answer === undefined || (answer.kind === 'fate' && answer.isSpoilt)) {
          await thread.end();
          thread = new Thread(threads);
        }
        await listener.answered(task, answer);
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, queue.length) }, work));
}

/** Time that the process has had of any processor, in ms. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

class Thread {
  readonly #threads: number;
  readonly #pulse = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker = new Worker(new URL('worker.js', import.meta.url), {
    workerData: this.#pulse,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  /** Ends the wait for the answer of the task in hand; undefined between two tasks. */
  #settle: ((end: { readonly answer: Answer | undefined } | { readonly error: unknown }) => void) | undefined;

  /** @param threads - How many share the time of the process. */
  constructor(threads: number) {
    this.#threads = threads;
    this.#worker.on('message', (answer: Answer) => this.#settle?.({ answer }));
    this.#worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#settle?.(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { answer: undefined } : { error }),
    );
  }

  /** @returns Undefined when the thread fell silent or ran out of memory. Rejects at any other fault of a thread. */
  ask(task: Task): Promise<Answer | undefined> {
    return new Promise((resolve, reject) => {
      let seen = -1;
      let since = { cpuMs: 0, now: 0 };
      const watch = setInterval(() => {
        const count = Atomics.load(this.#pulse, 0);
        const at = { cpuMs: cpuMs(), now: performance.now() };
        const limit = (count === 0 ? loadingMs : silenceMs) * this.#threads;
        if (count !== seen) since = at;
        else if (at.cpuMs - since.cpuMs > limit || at.now - since.now > idleMs) this.#settle?.({ answer: undefined });
        seen = count;
      }, 500);
      this.#settle = (end) => {
        this.#settle = undefined;
        clearInterval(watch);
        if ('error' in end) reject(end.error);
        else resolve(end.answer);
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
