/** Takes cases and a way to start testees, gives a result for each: several testees, several cases at once on each. */
import type { TestCase } from '../model/case.ts';
import type { CaseResult, Observation } from '../model/report.gen.ts';
import type { JudgeContext } from '../judge/finding.ts';
import { explain } from '../judge/judge.ts';
import type { Introduction } from '../testees/hello.ts';
import { Lane, type LaneOptions } from '../testees/lane.ts';
import { resultOf } from './result.ts';
import { runCase } from './run-case.ts';
import { inOrder } from './select.ts';

export interface RunOptions {
  readonly lane: LaneOptions;
  readonly judge: JudgeContext;
  readonly seed: number;
  readonly runs: number;
  readonly path: string;
  /** Testees at once. */
  readonly jobs: number;
  /** Ends the run early; what was not judged by then is errored. */
  readonly signal: AbortSignal;
  /** Told of each result as it comes, in no particular order. */
  readonly progress: (result: CaseResult) => void;
}

export interface RunResult {
  /** In the order of ids: one for each case. */
  readonly results: readonly CaseResult[];
  /** What the testee said of itself; undefined when it never did. */
  readonly introduction: Introduction | undefined;
  /** Why no case could be run; undefined when some could. */
  readonly startFault: string | undefined;
  readonly starts: number;
  readonly startMs: number;
  readonly durations: ReadonlyMap<string, number>;
}

/** Leaves no testee behind, whatever happens. */
export async function runCases(cases: readonly TestCase[], options: RunOptions): Promise<RunResult> {
  const lanes = Array.from({ length: Math.min(options.jobs, Math.max(1, cases.length)) }, () => new Lane(options.lane));
  const closeAll = (): Promise<unknown> => Promise.all(lanes.map((lane) => lane.close()));
  const onAbort = (): void => void closeAll();
  options.signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await runOn(lanes as [Lane, ...Lane[]], cases, options);
  } finally {
    options.signal.removeEventListener('abort', onAbort);
    await closeAll();
  }
}

async function runOn(
  lanes: readonly [Lane, ...Lane[]],
  cases: readonly TestCase[],
  options: RunOptions,
): Promise<RunResult> {
  const began = performance.now();
  const [first] = lanes;
  const fault = cases.length === 0 || options.signal.aborted ? undefined : await first.start();
  const startMs = performance.now() - began;
  const results: CaseResult[] = [];
  const durations = new Map<string, number>();
  if (fault !== undefined) {
    const reason = startReason(fault);
    const observation: Observation = { kind: 'not-run', reason };
    for (const one of cases) results.push(resultOf(one, { kind: 'errored', reason, observation }, 0));
    return { results: inOrder(results), introduction: undefined, startFault: reason, starts: 1, startMs, durations };
  }
  const queue = inOrder(cases).values();
  const work = async (lane: Lane): Promise<void> => {
    for (const testCase of queue) {
      const start = performance.now();
      const result = await runCase(testCase, { ...options, lane });
      durations.set(testCase.id, performance.now() - start);
      results.push(result);
      options.progress(result);
    }
  };
  await Promise.all(
    lanes.flatMap((lane) => Array.from({ length: Math.min(first.capacity, cases.length) }, () => work(lane))),
  );
  return {
    results: inOrder(results),
    introduction: first.introduction,
    startFault: undefined,
    starts: lanes.reduce((sum, lane) => sum + lane.starts, 0),
    startMs,
    durations,
  };
}

function startReason(fault: Observation): string {
  if (fault.kind === 'not-run') return fault.reason;
  if (fault.kind === 'timeout') return `it did not say hello within ${fault.afterMs} ms`;
  const said = fault.kind === 'crashed' ? fault.stderr.trim() : fault.kind === 'protocol-violation' ? fault.raw : '';
  const text = fault.kind === 'ok' || fault.kind === 'reject' ? 'hello was refused' : explain(fault);
  return said === '' ? text : `${text}\n${said}`;
}
