/** One example on one testee: steps in, what came of them and the judgement out. */
import type { JudgeContext } from '../judge/finding.ts';
import { judge } from '../judge/judge.ts';
import type { Step } from '../model/fixture.gen.ts';
import type { StepObservation } from '../model/report.gen.ts';
import type { Judgement } from '../model/verdict.ts';
import type { Lane } from '../testees/lane.ts';

/** What running a case depends on. */
export interface CaseRun {
  readonly lane: Pick<Lane, 'run' | 'introduction'>;
  readonly judge: JudgeContext;
  /** Seed of the run. */
  readonly seed: number;
  /** Examples for each property case; 0: as many as it suggests. */
  readonly runs: number;
  /** Path to one example of a property case; `''` to draw them from the start. */
  readonly path: string;
}

/** An example, what came of it, and what the judge makes of that. */
export interface Judged {
  readonly steps: readonly Step[];
  readonly observed: readonly StepObservation[];
  readonly judgement: Judgement;
}

/** Exercises and judges one list of steps. */
export async function tryExample(steps: readonly Step[], run: CaseRun): Promise<Judged> {
  const observed = await run.lane.run(steps);
  return { steps, observed, judgement: judge(steps, observed, run.judge) };
}
