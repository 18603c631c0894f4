/** A testee within this thread: the fastest transport, for implementations that are trusted not to hang. */
import type { InProcessTestee, LinkListener, Testee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { maxStderrTail } from './limits.ts';

/**
 * @param create - Makes a fresh testee; called again after a fault.
 * @param target - Its name in the report.
 */
export function inProcess(create: () => InProcessTestee | Promise<InProcessTestee>, target: string): Transport {
  return {
    kind: 'in-process',
    target,
    async start(listener) {
      return new InProcessLink(await create(), listener);
    },
  };
}

class InProcessLink implements Testee {
  readonly #testee: InProcessTestee;
  readonly #listener: LinkListener;
  #ended = false;

  constructor(testee: InProcessTestee, listener: LinkListener) {
    this.#testee = testee;
    this.#listener = listener;
  }

  send(request: Request): void {
    // Deferred, so that a sender sees the same order of things as over any other transport.
    queueMicrotask(() => {
      if (this.#ended) return;
      try {
        const done = this.#testee.handle(request, (reply) => this.#listenerMessage(reply));
        if (done instanceof Promise) done.catch((error: unknown) => this.#crash(error));
      } catch (error) {
        this.#crash(error);
      }
    });
  }

  unfinishedBytes(): number {
    return 0;
  }

  stop(): Promise<void> {
    return this.kill();
  }

  kill(): Promise<void> {
    this.#ended = true;
    return Promise.resolve();
  }

  #listenerMessage(reply: unknown): void {
    if (!this.#ended) this.#listener.message(reply, 0);
  }

  #crash(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#listener.fault({ kind: 'crashed', exit: null, signal: null, stderr: text.slice(-maxStderrTail) });
  }
}
