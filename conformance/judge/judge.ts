/** Takes a list of steps and what was observed of each, gives a judgement. A pure function: no clock, no testee, no file. */
import type { Payload, Reply, Step } from '../model/fixture.gen.ts';
import type { Observation, ObservedEvent, StepObservation } from '../model/report.gen.ts';
import type { Judgement } from '../model/verdict.ts';
import { sideOf, type Finding, type JudgeContext } from './finding.ts';
import { judgeEvents } from './judge-events.ts';
import { judgeValue } from './judge-value.ts';

/**
 * @param steps - What was asked, and the legal outcomes.
 * @param observed - What came of it; shorter than `steps` only when its last observation is the runner's own.
 */
export function judge(steps: readonly Step[], observed: readonly StepObservation[], context: JudgeContext): Judgement {
  const unjudged: ObservedEvent[] = [];
  for (const [index, step] of steps.entries()) {
    const seen = observed[index];
    if (seen === undefined) return errored({ kind: 'harness-error', message: `Step ${index + 1} was not observed.` });
    const { observation } = seen;
    if (observation.kind === 'not-run' || observation.kind === 'harness-error') return errored(observation);
    const illegal = context.passive && illegalFrame(seen.events, context.passive);
    if (illegal !== undefined) return fail(index, illegal, undefined);
    unjudged.push(...seen.events);
    const finding = judgeReply(step.replies, observation, context);
    if (finding !== undefined) return fail(index, finding, isValue(observation) ? undefined : observation);
    if (step.events === undefined) continue;
    const lost = judgeEvents(step.events, unjudged.splice(0), context);
    if (lost !== undefined) return fail(index, lost, undefined);
  }
  return { kind: 'pass' };
}

/** Every frame is looked at, whether a step waits for it or not. */
function illegalFrame(
  events: readonly ObservedEvent[],
  faultOf: (frame: Payload) => string | undefined,
): Finding | undefined {
  for (const event of events) {
    const problem = event.kind === 'frame' ? faultOf(event.frame) : undefined;
    if (event.kind !== 'frame' || problem === undefined) continue;
    return {
      reason: `A frame is not legal: ${problem}.`,
      path: '',
      expected: 'a legal frame',
      actual: payloadText(event.frame),
    };
  }
  return undefined;
}

const fail = (step: number, finding: Finding, observation: Observation | undefined): Judgement => ({
  kind: 'fail',
  difference: { step, ...finding },
  ...(observation && { observation }),
});

const errored = (observation: Extract<Observation, { kind: 'not-run' | 'harness-error' }>): Judgement => ({
  kind: 'errored',
  reason: observation.kind === 'not-run' ? observation.reason : observation.message,
  observation,
});

const isValue = ({ kind }: Observation): boolean => kind === 'ok' || kind === 'reject';

/** @returns Undefined when the observation is one of the legal replies; else what the nearest of them finds wrong. */
function judgeReply(replies: readonly Reply[], observation: Observation, context: JudgeContext): Finding | undefined {
  const findings: Finding[] = [];
  for (const reply of replies) {
    const finding = judgeOne(reply, observation, context);
    if (finding === undefined) return undefined;
    // A reply of the same kind explains the difference best.
    if (reply.kind === observation.kind) findings.unshift(finding);
    else findings.push(finding);
  }
  return findings[0];
}

function judgeOne(reply: Reply, observation: Observation, context: JudgeContext): Finding | undefined {
  const expected = describeReply(reply);
  const finding = (reason: string, actual: string): Finding => ({
    reason,
    path: '',
    expected: sideOf(expected),
    actual: sideOf(actual),
  });
  switch (observation.kind) {
    case 'ok':
      if (reply.kind === 'reject') {
        return finding('It accepted what must be refused.', observation.value ? payloadText(observation.value) : 'ok');
      }
      return reply.value && judgeValue(reply.value, observation.value, context);
    case 'reject': {
      const actual = `refused while ${stageText(observation.stage)}: ${observation.message || observation.code}`;
      if (reply.kind === 'ok') return finding('It refused what must be accepted.', actual);
      if (reply.stages.length === 0 || reply.stages.includes(observation.stage)) return undefined;
      return finding('It refused at the wrong stage.', actual);
    }
    default:
      return finding(explain(observation), describeObservation(observation));
  }
}

/** One sentence on an observation that is neither an acceptance nor a refusal. */
export function explain(observation: Exclude<Observation, { kind: 'ok' | 'reject' }>): string {
  switch (observation.kind) {
    case 'skipped':
      return 'It skipped the case although it declares all that the case needs.';
    case 'unsupported':
      return 'It does not know the command although it declares all that the case needs.';
    case 'errored':
      return `It failed at a fault of its own: ${observation.message}`;
    case 'timeout':
      return `It gave no answer within ${observation.afterMs} ms.`;
    case 'crashed': {
      const how = observation.signal ?? (observation.exit === null ? '' : `exit code ${observation.exit}`);
      return `It crashed${how === '' ? '' : ` (${how})`}.`;
    }
    case 'protocol-violation':
      return `It broke the testee protocol: ${observation.problem}.`;
    case 'not-run':
      return `It was not run: ${observation.reason}.`;
    case 'harness-error':
      return `The kit failed: ${observation.message}`;
    default:
      return observation satisfies never;
  }
}

function describeObservation(observation: Exclude<Observation, { kind: 'ok' | 'reject' }>): string {
  switch (observation.kind) {
    case 'skipped':
      return `skipped: ${observation.reason}`;
    case 'errored':
      return [observation.message, observation.trace].filter(Boolean).join('\n');
    case 'crashed':
      return observation.stderr || 'crashed';
    case 'protocol-violation':
      return observation.raw || observation.problem;
    default:
      return observation.kind;
  }
}

function describeReply(reply: Reply): string {
  if (reply.kind === 'reject') {
    return reply.stages.length === 0 ? 'a refusal' : `a refusal while ${reply.stages.map(stageText).join(' or ')}`;
  }
  if (reply.value === undefined) return 'acceptance';
  return 'hex' in reply.value ? reply.value.hex : reply.value.text;
}

const stageText = (stage: string): string =>
  stage === 'protocol' ? 'reading the frame' : `${stage.replace(/e$/, '')}ing`;

const payloadText = (payload: { readonly hex: string } | { readonly text: string }): string =>
  'hex' in payload ? payload.hex : payload.text;
