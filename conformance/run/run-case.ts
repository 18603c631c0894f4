/** Takes a case and a testee, gives a result: fixed cases are judged once, property cases until one example fails. */
import type { FixedCase, TestCase } from '../model/case.ts';
import type { CaseResult } from '../model/report.gen.ts';
import type { Judgement } from '../model/verdict.ts';
import type { JudgeContext } from '../judge/finding.ts';
import { judge } from '../judge/judge.ts';
import type { Step } from '../model/fixture.gen.ts';
import type { StepObservation } from '../model/report.gen.ts';
import type { Lane } from '../testees/lane.ts';
import { runProperty } from './run-property.ts';

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

/** Never rejects: a fault of the kit is an errored result. */
export async function runCase(testCase: TestCase, run: CaseRun): Promise<CaseResult> {
  try {
    const missing = missingCapability(testCase, run);
    if (missing !== undefined) return resultOf(testCase, { kind: 'skipped', reason: missing }, 0);
    return testCase.kind === 'fixed' ? await runFixed(testCase, run) : await runProperty(testCase, run);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const observation = { kind: 'harness-error', message } as const;
    return resultOf(
      testCase,
      { kind: 'errored', reason: `The kit failed: ${(error as Error).message}`, observation },
      0,
    );
  }
}

/** Exercises and judges one list of steps. */
export async function tryExample(steps: readonly Step[], run: CaseRun): Promise<Judged> {
  const observed = await run.lane.run(steps);
  return { steps, observed, judgement: judge(steps, observed, run.judge) };
}

async function runFixed(testCase: FixedCase, run: CaseRun): Promise<CaseResult> {
  const judged = await tryExample(testCase.steps, run);
  const { provenance } = testCase;
  return resultOf(testCase, judged.judgement, 1, {
    judged,
    seed: provenance?.seed ?? run.seed,
    path: provenance?.path ?? '',
    examples: 1,
    shrinks: 0,
  });
}

/** How a failing example was found. */
export interface Found {
  readonly judged: Judged;
  readonly seed: number;
  readonly path: string;
  readonly examples: number;
  readonly shrinks: number;
}

/** A judgement as a result; a failure carries its counterexample. */
export function resultOf(testCase: TestCase, judgement: Judgement, examples: number, found?: Found): CaseResult {
  const { id, level, clauses, description } = testCase;
  const head = { id, level, clauses, description, examples };
  switch (judgement.kind) {
    case 'pass':
      return { ...head, verdict: 'pass', reason: '' };
    case 'skipped':
      return { ...head, verdict: 'skipped', reason: judgement.reason };
    case 'errored':
      return { ...head, verdict: 'errored', reason: judgement.reason, observation: judgement.observation };
    case 'fail': {
      const { difference, observation } = judgement;
      return {
        ...head,
        verdict: 'fail',
        reason: difference.reason,
        ...(observation && { observation }),
        ...(found && {
          counterexample: {
            steps: found.judged.steps,
            observed: found.judged.observed,
            difference,
            seed: found.seed,
            path: found.path,
            examples: found.examples,
            shrinks: found.shrinks,
            fixture: '',
          },
        }),
      };
    }
    default:
      return judgement satisfies never;
  }
}

/** @returns Why the case cannot be run on this testee; undefined when it can. */
function missingCapability({ needs }: TestCase, { lane }: CaseRun): string | undefined {
  const declared = lane.introduction?.caps ?? needs;
  const missing = needs.filter((need) => !declared.includes(need));
  return missing.length === 0 ? undefined : `The testee does not declare: ${missing.join(', ')}.`;
}
