/** Holds what a testee did unasked against what it had to do: nothing extra, nothing lost, in the order that is stated. */
import type { Events, ExpectedEvent } from '../model/fixture.gen.ts';
import type { ObservedEvent } from '../model/report.gen.ts';
import { parseExact } from '../reference/oracle/json-text.ts';
import { sideOf, tell, type Finding, type JudgeContext } from './finding.ts';

/** @returns What the nearest alternative finds wrong; undefined when one of them fits. */
export function judgeEvents(
  expected: Events,
  observed: readonly ObservedEvent[],
  context: JudgeContext,
): Finding | undefined {
  const read = observed.map((event) => readEvent(event, context));
  let nearest: { readonly finding: Finding; readonly matched: number } | undefined;
  for (const alternative of expected.alternatives) {
    const { finding, matched } = match(alternative, read, { ...expected, context });
    if (finding === undefined) return undefined;
    if (nearest === undefined || matched > nearest.matched) nearest = { finding, matched };
  }
  return nearest?.finding;
}

/** An event in one form, whether it was handed to an application or read from a frame. */
type ReadEvent =
  | {
      readonly kind: 'named';
      readonly from: 'emit' | 'frame';
      readonly session: string;
      readonly event: string;
      readonly args: string;
    }
  | { readonly kind: 'closed'; readonly session: string }
  | { readonly kind: 'unreadable'; readonly session: string; readonly problem: string; readonly raw: string };

function readEvent(event: ObservedEvent, { binding }: JudgeContext): ReadEvent {
  const { session } = event;
  switch (event.kind) {
    case 'emit':
      try {
        parseExact(event.args);
        return { kind: 'named', from: 'emit', session, event: event.event, args: event.args };
      } catch (error) {
        const problem = `the arguments are not JSON: ${(error as Error).message}`;
        return { kind: 'unreadable', session, problem, raw: event.args };
      }
    case 'frame': {
      const raw = 'hex' in event.frame ? event.frame.hex : event.frame.text;
      if (binding === undefined) return { kind: 'unreadable', session, problem: 'no binding reads frames', raw };
      const frame = binding.read(event.frame);
      if (frame.kind === 'malformed') return { kind: 'unreadable', session, problem: frame.problem, raw };
      return { kind: 'named', from: 'frame', session, event: frame.event.event, args: frame.event.args };
    }
    case 'closed':
      return { kind: 'closed', session };
    default:
      return event satisfies never;
  }
}

function match(
  expected: readonly ExpectedEvent[],
  observed: readonly ReadEvent[],
  { ordered, others, context }: Pick<Events, 'ordered' | 'others'> & { readonly context: JudgeContext },
): { readonly finding: Finding | undefined; readonly matched: number } {
  const left = [...observed];
  let matched = 0;
  for (const wanted of expected) {
    const first = left.findIndex((event) => differs(wanted, event, context) === undefined);
    // What is legal and not wanted yet is passed over; with nothing that fits, the first one tells most.
    if (others && ordered && first > 0) left.splice(0, first);
    const index = ordered ? 0 : Math.max(0, first);
    const found = left[index];
    if (found === undefined) return { finding: lost(wanted), matched };
    const finding = differs(wanted, found, context);
    if (finding !== undefined) return { finding, matched };
    left.splice(index, 1);
    matched++;
  }
  const [surplus] = others ? [] : left;
  return { finding: surplus && extra(surplus), matched };
}

function differs(wanted: ExpectedEvent, found: ReadEvent, context: JudgeContext): Finding | undefined {
  const finding = (reason: string): Finding => ({
    reason,
    path: '',
    expected: describeExpected(wanted),
    actual: describeRead(found),
  });
  if (found.kind === 'unreadable') return finding(`It sent what cannot be read: ${found.problem}.`);
  if (wanted.kind === 'closed' || found.kind === 'closed') {
    if (wanted.kind !== found.kind) {
      return finding(found.kind === 'closed' ? 'It ended the session.' : 'It did not end the session.');
    }
  } else {
    if (wanted.kind !== found.from) return finding(`It ${verb[found.from]} what it should have ${verb[wanted.kind]}.`);
    if (wanted.event !== found.event) return finding(`The event has another name: ${JSON.stringify(found.event)}.`);
  }
  if (wanted.session !== found.session) return finding(`It belongs to the session "${wanted.session}".`);
  if (wanted.kind === 'closed' || found.kind === 'closed') return undefined;
  // An application is handed 64-bit integers in the way of its language; on the wire their form is fixed.
  const surface = wanted.kind === 'emit';
  const sides = { expected: wanted.args, actual: found.args };
  const difference = context.oracle.differenceOfArguments(wanted.event, sides, surface);
  return difference && tell(difference, sides);
}

const verb = { emit: 'emitted', frame: 'sent' } as const;

const lost = (wanted: ExpectedEvent): Finding => ({
  reason:
    wanted.kind === 'closed' ? 'It did not end the session.' : `The event ${JSON.stringify(wanted.event)} is lost.`,
  path: '',
  expected: describeExpected(wanted),
  actual: 'nothing',
});

const extra = (surplus: ReadEvent): Finding => ({
  reason:
    surplus.kind === 'named'
      ? `The event ${JSON.stringify(surplus.event)} is one too many.`
      : 'It did more than it should.',
  path: '',
  expected: 'nothing more',
  actual: describeRead(surplus),
});

function describeExpected(event: ExpectedEvent): string {
  if (event.kind === 'closed') return 'the end of the session';
  return `${event.event} ${sideOf(event.args)}`;
}

function describeRead(event: ReadEvent): string {
  switch (event.kind) {
    case 'named':
      return `${event.event} ${sideOf(event.args)}`;
    case 'closed':
      return 'the end of the session';
    case 'unreadable':
      return event.raw;
    default:
      return event satisfies never;
  }
}
