/** Runs in a thread of its own: loads the user's module and passes messages between it and the kit. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { InProcessTestee } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';

/** What the thread is started with. */
export interface HostData {
  /** Absolute path of the module. */
  readonly file: string;
}

/** What was emitted in one turn, with the size of each, in bytes as far as it is known. */
export type FromHost = readonly { readonly json: number; readonly value: unknown }[];

const port = parentPort!;
const loaded = (await import(pathToFileURL((workerData as HostData).file).href)) as Partial<InProcessTestee> & {
  readonly default?: Partial<InProcessTestee> | InProcessTestee['handle'] | undefined;
};
const other = loaded.default;
const handle = loaded.handle ?? (typeof other === 'function' ? other : other?.handle?.bind(other));
if (typeof handle !== 'function') throw new Error('The module exports no function handle(message, emit).');

// A thread that hangs after it has emitted must not take its answers with it, so nothing waits longer than a turn.
const batch: { json: number; value: unknown }[] = [];
const flush = (): void => {
  if (batch.length > 0) port.postMessage(batch.splice(0));
};
/** Messages that go out at once even within a turn, so that a flood is seen while it rises. */
const maxBatch = 256;

port.on('message', (request: Request) => {
  const emit = (value: unknown): void => {
    if (batch.length === 0) queueMicrotask(flush);
    batch.push({ json: 0, value });
    if (batch.length >= maxBatch) flush();
  };
  const done = handle(request, emit);
  if (done instanceof Promise) {
    done.catch((error: unknown) => {
      // Outside any promise, so that it ends the thread as a throw would.
      process.nextTick(() => {
        throw error;
      });
    });
  }
});
