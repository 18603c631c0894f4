/** Takes a case and a testee, gives a result: fixed cases are judged once, property cases until one example fails. */
import type { FixedCase, TestCase } from '../model/case.ts';
import type { CaseResult } from '../model/report.gen.ts';
import { tryExample, type CaseRun } from './example.ts';
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

/** @returns Why the case cannot be run on this testee; undefined when it can. */
function missingCapability({ needs }: TestCase, { lane }: CaseRun): string | undefined {
  const declared = lane.introduction?.caps ?? needs;
  const missing = needs.filter((need) => !declared.includes(need));
  return missing.length === 0 ? undefined : `The testee does not declare: ${missing.join(', ')}.`;
}
