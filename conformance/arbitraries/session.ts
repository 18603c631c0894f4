/** Sequences as lists of commands, and a model that says what must come of them: shrinking takes commands away. */
import type { Arbitrary } from 'fast-check';
import type { Example } from '../model/case.ts';
import type { ExpectedEvent, Payload, Step } from '../model/fixture.gen.ts';
import type { Binding } from '../bindings/binding.ts';
import type { KitEvent } from '../cases/session/kit-events.ts';
import { kindOf, referringTo } from '../cases/session/event-kinds.ts';
import { malformedFrames } from '../cases/session/malformed.ts';
import {
  anyRefusal,
  close,
  deliver,
  emitted,
  inject,
  open,
  sent,
  sync,
  takenOrRefused,
} from '../cases/session/steps.ts';
import type { FastCheck } from './fast-check.ts';

/** What may happen next. */
type Move =
  | { readonly kind: 'deliver'; readonly event: NamedEvent }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'reorder'; readonly pair: readonly [NamedEvent, NamedEvent] }
  /** Where a session has just begun. */
  | { readonly kind: 'login'; readonly event: NamedEvent }
  /** Where there is a message to take back or to remove. */
  | { readonly kind: 'recall' | 'delete'; readonly event: NamedEvent }
  | { readonly kind: 'malformed'; readonly frame: Payload; readonly event: string; readonly args: string }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'sync' };

interface NamedEvent {
  readonly name: string;
  readonly args: string;
}

/** Most commands of a sequence. */
const maxMoves = 30;

/** Any legal arguments of any event. */
export function eventArbitrary(fc: FastCheck, events: readonly KitEvent[]): Arbitrary<NamedEvent> {
  return fc.constantFrom(...events).chain((event) => {
    const lists = [event.plain, ...event.variants().map(({ args }) => args)];
    return fc.constantFrom(...lists).map((args) => ({ name: event.name, args }));
  });
}

/** @param malformed - Undefined where no frame is malformed and survived. */
function moves(
  fc: FastCheck,
  events: readonly KitEvent[],
  malformed: Arbitrary<Move> | undefined,
): Arbitrary<readonly Move[]> {
  const event = eventArbitrary(fc, events);
  const move = fc.oneof(
    { weight: 6, arbitrary: event.map((found): Move => ({ kind: 'deliver', event: found })) },
    ...(['login', 'recall', 'delete'] as const).flatMap((kind) => {
      const ofKind = events.filter(({ name }) => kindOf(name) === kind);
      if (ofKind.length === 0) return [];
      return [{ weight: 1, arbitrary: eventArbitrary(fc, ofKind).map((found): Move => ({ kind, event: found })) }];
    }),
    ...(malformed === undefined ? [] : [{ weight: 2, arbitrary: malformed }]),
    { weight: 2, arbitrary: fc.constant<Move>({ kind: 'duplicate' }) },
    { weight: 1, arbitrary: fc.tuple(event, event).map((pair): Move => ({ kind: 'reorder', pair })) },
    { weight: 1, arbitrary: fc.constant<Move>({ kind: 'reconnect' }) },
    { weight: 3, arbitrary: fc.constant<Move>({ kind: 'sync' }) },
  );
  return fc.array(move, { minLength: 1, maxLength: maxMoves });
}

/** How a role carries a move out. */
interface Role {
  event(event: NamedEvent): Step;
  malformed(move: Extract<Move, { kind: 'malformed' }>): Step;
  outcome(event: NamedEvent): ExpectedEvent;
}

/** Walks the moves that the state allows, keeping what must have happened by the next sync. */
function stepsOf(list: readonly Move[], role: Role): Step[] {
  const steps = [open()];
  let due: NamedEvent[] = [];
  let last: NamedEvent | undefined;
  let message: NamedEvent | undefined;
  let fresh = true;
  const send = (event: NamedEvent): void => {
    steps.push(role.event(event));
    due.push(event);
    last = event;
    fresh = false;
    if (kindOf(event.name) === 'message') message = event;
  };
  const settle = (): void => {
    steps.push(sync(due.map((event) => role.outcome(event))));
    due = [];
  };
  for (const move of list) {
    switch (move.kind) {
      case 'deliver':
        send(move.event);
        break;
      case 'login':
        if (fresh) send(move.event);
        break;
      case 'recall':
      case 'delete':
        if (message === undefined) break;
        send({ name: move.event.name, args: referringTo(message.args, move.event.args) });
        message = undefined;
        break;
      case 'duplicate':
        if (last !== undefined) send(last);
        break;
      case 'reorder':
        for (const event of [...move.pair, ...move.pair.toReversed()]) send(event);
        break;
      case 'malformed':
        steps.push(role.malformed(move));
        break;
      case 'reconnect':
        settle();
        steps.push(close(), open());
        fresh = true;
        break;
      case 'sync':
        settle();
        break;
      default:
        move satisfies never;
    }
  }
  settle();
  return [...steps, close()];
}

/** Frames delivered to a client, good and bad, again and in other orders, over connections that come and go. */
export function clientSequences(fc: FastCheck, events: readonly KitEvent[], binding: Binding): Arbitrary<Example> {
  const frames = events.map((event) => malformedFrames(binding, event)).filter((list) => list.length > 0);
  const malformed = fc
    .constantFrom(...frames)
    .chain((list) => fc.constantFrom(...list))
    .map((frame): Move => ({ kind: 'malformed', frame, event: '', args: '' }));
  const role: Role = {
    event: ({ name, args }) => deliver(binding.write(name, args)),
    malformed: ({ frame }) => deliver(frame, takenOrRefused),
    outcome: ({ name, args }) => emitted(name, args),
  };
  return moves(fc, events, frames.length > 0 ? malformed : undefined).map((list) => ({ steps: stepsOf(list, role) }));
}

/** Events that a server is told to send, legal and not. */
export function serverSequences(fc: FastCheck, events: readonly KitEvent[]): Arbitrary<Example> {
  const wrong = events.flatMap((event) => event.wrong().map((args) => ({ event: event.name, args })));
  const malformed = fc
    .constantFrom({ event: 'noSuchEvent', args: '[]' }, ...wrong)
    .map((bad): Move => ({ kind: 'malformed', frame: { text: '' }, ...bad }));
  const role: Role = {
    event: ({ name, args }) => inject(name, args),
    malformed: ({ event, args }) => inject(event, args, [anyRefusal]),
    outcome: ({ name, args }) => sent(name, args),
  };
  return moves(fc, events, malformed).map((list) => ({ steps: stepsOf(list, role) }));
}
