/** Takes a property case, draws examples from its seed until one fails, and makes that one as small as it gets. */
import type { Example, PropertyCase } from '../model/case.ts';
import type { CaseResult } from '../model/report.gen.ts';
import { tryExample, type CaseRun, type Judged } from './example.ts';
import { resultOf } from './result.ts';
import { caseSeed } from './seeds.ts';

/** Time for making a counterexample smaller, in ms: most are as small as they get in a tenth of it. */
const shrinkMs = 5000;

/** The same when each try may cost a restart: a crash must not cost more than 2 s in all. */
const shrinkFaultMs = 700;

export async function runProperty(testCase: PropertyCase, run: CaseRun): Promise<CaseResult> {
  const fc = await import('fast-check');
  const search = new Search(run);
  const details = await fc.check(
    fc.asyncProperty(await testCase.arbitrary(), (example: Example) => search.holds(example)),
    {
      seed: caseSeed(run.seed, testCase.id),
      numRuns: run.runs > 0 ? run.runs : testCase.runs,
      ...(run.path !== '' && { path: run.path }),
    },
  );
  const { worst } = search;
  if (worst === undefined) {
    // What failed was neither the testee nor the judge: the arbitrary itself threw.
    if (details.failed) throw new Error(String(details.errorInstance ?? 'The examples cannot be drawn.'));
    return resultOf(testCase, { kind: 'pass' }, details.numRuns);
  }
  return resultOf(testCase, worst.judgement, search.examples, {
    judged: worst,
    seed: run.seed,
    path: details.counterexamplePath ?? '',
    examples: search.examples,
    shrinks: details.numShrinks,
  });
}

/** Remembers the smallest failing example, and ends the search when it has taken long enough. */
class Search {
  /** The last example that failed: fast-check only goes on to smaller ones. */
  worst: Judged | undefined;
  /** Examples run until the first failure, that one included. */
  examples = 0;
  readonly #run: CaseRun;
  #deadline = Infinity;

  constructor(run: CaseRun) {
    this.#run = run;
  }

  async holds({ steps }: Example): Promise<boolean> {
    // Beyond the deadline everything holds, so that fast-check keeps the smallest failure that it has.
    if (performance.now() > this.#deadline) return true;
    if (this.worst === undefined) this.examples++;
    const judged = await tryExample(steps, this.#run);
    const { judgement } = judged;
    if (judgement.kind === 'pass' || judgement.kind === 'skipped') return true;
    // A run that ends while it shrinks has still found what it has found.
    if (judgement.kind === 'errored' && this.worst !== undefined) return true;
    this.#deadline = Math.min(this.#deadline, performance.now() + budgetOf(judged));
    this.worst = judged;
    return false;
  }
}

function budgetOf({ judgement }: Judged): number {
  if (judgement.kind !== 'fail') return 0;
  switch (judgement.observation?.kind) {
    case undefined:
    case 'skipped':
    case 'unsupported':
    case 'errored':
      return shrinkMs;
    case 'timeout':
      return 0;
    default:
      return shrinkFaultMs;
  }
}
