/** A thread that answers tasks one after the other. It keeps the package of the last one, and counts its examples in shared memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { baseline } from './baseline.ts';
import { benchOf, type Bench } from './bench.ts';
import { cover } from './cover.ts';
import type { Answer, Task } from './task.ts';
import { tryFault } from './try-fault.ts';
import { tryMutant } from './try-mutant.ts';

// Refusals are errors by the ten thousand, and nobody reads their traces.
Error.stackTraceLimit = 0;

const pulse = workerData as Int32Array<SharedArrayBuffer>;
const beat = (): void => void Atomics.add(pulse, 0, 1);

let bench: Bench | undefined;

async function answer(task: Task): Promise<Answer> {
  const { subject, role, folder } = task.place;
  const isLoaded = bench?.place.subject === subject && bench.place.role === role && bench.place.folder === folder;
  if (bench === undefined || !isLoaded) {
    bench = undefined;
    // Back to the start: loading is allowed to take its time.
    Atomics.store(pulse, 0, 0);
    bench = await benchOf(task.place, beat);
  }
  beat();
  switch (task.kind) {
    case 'baseline':
      return baseline(bench);
    case 'cover':
      return cover(bench, task);
    case 'mutant':
      return tryMutant(bench, task);
    case 'fault':
      return tryFault(bench, task);
    default:
      return task satisfies never;
  }
}

parentPort?.on('message', async (task: Task) => {
  const done = await answer(task);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(done);
});
