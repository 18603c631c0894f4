/** Takes a case and a testee, gives a result: fixed cases are judged once, property cases until one example fails. */
import type { FixedCase, TestCase } from '../model/case.ts';
import type { CaseResult } from '../model/report.gen.ts';
import { tryExample, type CaseRun, type Judged } from './example.ts';
import { resultOf } from './result.ts';
import { runProperty } from './run-property.ts';

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

async function runFixed(testCase: FixedCase, run: CaseRun): Promise<CaseResult> {
  const judged = await smallest(testCase, await tryExample(testCase.steps, run), run);
  const { provenance } = testCase;
  return resultOf(testCase, judged.judgement, 1, {
    judged,
    seed: provenance?.seed ?? run.seed,
    path: provenance?.path ?? '',
    examples: 1,
    shrinks: 0,
  });
}

/** A codec keeps nothing between two steps, so the step that fails is the whole counterexample, if it also fails alone. */
async function smallest(testCase: FixedCase, judged: Judged, run: CaseRun): Promise<Judged> {
  const { judgement, steps } = judged;
  if (judgement.kind !== 'fail' || testCase.role !== 'codec' || steps.length === 1) return judged;
  // A testee that hangs or crashes has cost its time already.
  if (judgement.observation !== undefined) return judged;
  const alone = await tryExample(steps.slice(judgement.difference.step, judgement.difference.step + 1), run);
  return alone.judgement.kind === 'fail' ? alone : judged;
}

/** @returns Why the case cannot be run on this testee; undefined when it can. */
function missingCapability({ needs }: TestCase, { lane }: CaseRun): string | undefined {
  const declared = lane.introduction?.caps ?? needs;
  const missing = needs.filter((need) => !declared.includes(need));
  return missing.length === 0 ? undefined : `The testee does not declare: ${missing.join(', ')}.`;
}
