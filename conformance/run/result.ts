/** Takes a judgement, gives the result that a report holds. */
import type { TestCase } from '../model/case.ts';
import type { CaseResult } from '../model/report.gen.ts';
import type { Judgement } from '../model/verdict.ts';
import type { Judged } from './example.ts';

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
