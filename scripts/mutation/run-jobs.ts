/** Takes jobs, gives the fates of all that they hold: several threads at once; one that hangs is ended, and the rest of its job begun anew. */
import { Worker } from 'node:worker_threads';
import type { Fate } from './fate.ts';
import type { Job, Word } from './worker.ts';

/** Silence after which a mutant counts as an endless loop, in ms; the first word waits for all cases to be made and run. */
const firstWordMs = 600_000;
const nextWordMs = 120_000;

export async function runJobs(
  jobs: readonly Job[],
  { threads, progress }: { readonly threads: number; readonly progress: (fate: Fate) => void },
): Promise<readonly Fate[]> {
  const fates: Fate[] = [];
  const queue = [...jobs];
  const note = (fate: Fate): void => {
    fates.push(fate);
    progress(fate);
  };
  const work = async (): Promise<void> => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      for (let rest: Job | undefined = job; rest !== undefined;) rest = await runJob(rest, note);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return fates;
}

/** @returns What is left of the job after a mutant that hung; undefined when it is done. */
function runJob(job: Job, note: (fate: Fate) => void): Promise<Job | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: job, stderr: false });
    const done = new Set<string>();
    let current: string | undefined;
    const onSilence = (): void => {
      void worker.terminate();
      if (current === undefined) return reject(new Error('The cases of a mutated package do not come to an end.'));
      note({
        name: current,
        kind: 'mutants' in job ? 'mutant' : 'fault',
        subject: job.subject,
        role: job.role,
        fate: 'timeout',
        reached: [],
        killedBy: [],
      });
      done.add(current);
      resolve(without(job, done));
    };
    let watch = setTimeout(onSilence, firstWordMs);
    worker.on('message', (word: Word) => {
      clearTimeout(watch);
      watch = setTimeout(onSilence, nextWordMs);
      if ('began' in word) {
        current = word.began;
        return;
      }
      if (current !== undefined) done.add(current);
      note(word.fate);
    });
    worker.on('error', (error) => {
      clearTimeout(watch);
      reject(error);
    });
    worker.on('exit', () => {
      clearTimeout(watch);
      resolve(undefined);
    });
  });
}

function without(job: Job, done: ReadonlySet<string>): Job | undefined {
  if ('mutants' in job) return { ...job, done: [...job.done, ...done] };
  const faults = job.faults.filter((name) => !done.has(name));
  return faults.length === 0 ? undefined : { ...job, faults };
}
