/** A thread that tries mutants or faults, and tells of each as it begins and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Fate } from './fate.ts';
import { tryFaults, type FaultJob } from './try-faults.ts';
import { tryMutants, type MutantJob } from './try-mutants.ts';

export type Job = MutantJob | FaultJob;

/** What the thread says. */
export type Word = { readonly began: string } | { readonly fate: Fate };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const say = (word: Word): void => parentPort?.postMessage(word);
const told = {
  begin: ({ name }: { readonly name: string }) => say({ began: name }),
  end: (fate: Fate) => say({ fate }),
};
const job = workerData as Job;
await ('mutants' in job ? tryMutants(job, told) : tryFaults(job, told));
