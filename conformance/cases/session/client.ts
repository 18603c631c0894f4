/** Client cases: frames delivered, and the events that must come of them. */
import type { Binding as FrameBinding } from '../../bindings/binding.ts';
import type { FixedCase } from '../../model/case.ts';
import type { Step } from '../../model/fixture.gen.ts';
import type { KitEvent } from './kit-events.ts';
import type { VariantKind } from '../types/variants.ts';
import { malformedFrames, someMalformed } from './malformed.ts';
import { anyRefusal, close, deliver, emitted, open, sync, takenOrRefused } from './steps.ts';

const carried: Readonly<Record<VariantKind, readonly string[]>> = {
  value: ['client.argument.value', 'client.argument.type'],
  int64: ['client.argument.int64'],
  enum: ['client.argument.enum'],
  union: ['client.argument.union'],
  presence: ['client.argument.presence'],
  extra: ['client.argument.value'],
};

/** Most events that a case of many takes: enough for order to matter. */
const maxRow = 12;

interface Rule {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly what: string;
  readonly level?: FixedCase['level'];
  readonly needs?: readonly string[];
}

const clientCase = (rule: Rule, steps: readonly Step[]): FixedCase => ({
  kind: 'fixed',
  id: `client/${rule.id}`,
  role: 'client',
  level: rule.level ?? 'required',
  clauses: rule.clauses,
  description: `${rule.what}.`,
  needs: rule.needs ?? [],
  steps,
});

/** Every fixed case of a client, event by event, then of several events. */
export function clientCases(events: readonly KitEvent[], binding: FrameBinding): FixedCase[] {
  return [...events.flatMap((event) => casesOfEvent(event, binding)), ...casesOfSessions(events, binding)];
}

function casesOfEvent(event: KitEvent, binding: FrameBinding): FixedCase[] {
  const { name, plain } = event;
  const frame = (args: string) => binding.write(name, args);
  const variants = event.variants();
  const kinds = [...new Set(variants.map(({ kind }) => kind))];
  const named = [
    'client.event.name',
    'client.argument.count',
    'client.argument.order',
    'client.delivery.lost',
    'client.delivery.extra',
    'client.argument.value',
  ];
  const bad = malformedFrames(binding, event);
  return [
    clientCase({ id: `${name}/plain`, clauses: named, what: `One frame of ${name}` }, [
      open(),
      deliver(frame(plain)),
      sync([emitted(name, plain)]),
      close(),
    ]),
    ...kinds.map((kind) =>
      clientCase({ id: `${name}/${kind}`, clauses: carried[kind], what: `Frames of ${name} with ${what[kind]}` }, [
        open(),
        ...variants
          .filter((variant) => variant.kind === kind)
          .flatMap(({ args }) => [deliver(frame(args)), sync([emitted(name, args)])]),
        close(),
      ]),
    ),
    clientCase(
      {
        id: `${name}/repeated`,
        clauses: ['client.delivery.repeated'],
        level: 'recommended',
        what: `A frame of ${name} twice`,
      },
      [
        open(),
        deliver(frame(plain)),
        deliver(frame(plain)),
        sync([emitted(name, plain), emitted(name, plain)]),
        close(),
      ],
    ),
    clientCase(
      {
        id: `${name}/malformed`,
        clauses: ['client.malformed.survived', 'client.delivery.extra'],
        what: `Malformed frames of ${name}, a good one after each`,
      },
      [
        open(),
        ...bad.flatMap((payload) => [
          deliver(payload, takenOrRefused),
          sync([]),
          deliver(frame(plain)),
          sync([emitted(name, plain)]),
        ]),
        close(),
      ],
    ),
    clientCase(
      {
        id: `${name}/reported`,
        clauses: ['client.malformed.reported'],
        needs: ['reports'],
        what: `Malformed frames of ${name} are refused in so many words`,
      },
      [open(), ...bad.map((payload) => deliver(payload, [anyRefusal])), sync([]), close()],
    ),
  ];
}

const what: Readonly<Record<VariantKind, string>> = {
  value: 'edge values',
  int64: '64-bit integers at their limits',
  enum: 'every listed value',
  union: 'every alternative',
  presence: 'places left out, or empty',
  extra: 'a property that is not in the spec',
};

function casesOfSessions(events: readonly KitEvent[], binding: FrameBinding): FixedCase[] {
  const [first] = events;
  if (first === undefined) return [];
  const row = events.slice(0, maxRow);
  const all = (list: readonly KitEvent[], session?: string): Step[] =>
    list.map(({ name, plain }) => deliver(binding.write(name, plain), undefined, session));
  const come = (list: readonly KitEvent[], session?: string) =>
    list.map(({ name, plain }) => emitted(name, plain, session));
  const backwards = row.toReversed();
  const unknown = [
    'noSuchEvent',
    `${first.name} `,
    first.name.toUpperCase(),
    first.name.slice(0, -1),
    `${first.name}2`,
    '',
    'toString',
    '__proto__',
  ].filter((name) => events.every((event) => event.name !== name));
  const one = binding.write(first.name, first.plain);
  return [
    clientCase(
      {
        id: 'order',
        clauses: ['client.delivery.order', 'client.delivery.lost', 'client.delivery.extra'],
        what: 'Many events, in two orders',
      },
      [
        open(),
        ...all(row),
        sync(come(row)),
        ...all(backwards),
        ...all(row),
        sync(come([...backwards, ...row])),
        close(),
      ],
    ),
    clientCase(
      {
        id: 'unknown-event',
        clauses: ['client.event.unknown'],
        what: 'Frames of events that the spec does not know, a known one after each',
      },
      [
        open(),
        ...unknown.flatMap((name) => [
          deliver(binding.write(name, first.plain), takenOrRefused),
          sync([]),
          deliver(one),
          sync([emitted(first.name, first.plain)]),
        ]),
        close(),
      ],
    ),
    clientCase(
      {
        id: 'malformed-between',
        clauses: ['client.malformed.survived', 'client.delivery.order'],
        what: 'Malformed frames between good ones',
      },
      [
        open(),
        ...row.flatMap((event, i) => {
          const bad = someMalformed(binding, event);
          return [...all([event]), ...bad.slice(i % 3, (i % 3) + 1).map((payload) => deliver(payload, takenOrRefused))];
        }),
        sync(come(row)),
        close(),
      ],
    ),
    clientCase({ id: 'sessions', clauses: ['client.session.separate'], what: 'Two sessions at once' }, [
      open('a'),
      open('b'),
      ...all(row, 'a'),
      sync(come(row, 'a'), 'a'),
      ...all(backwards, 'b'),
      sync(come(backwards, 'b'), 'b'),
      sync([], 'a'),
      close('a'),
      ...all([first], 'b'),
      sync(come([first], 'b'), 'b'),
      close('b'),
    ]),
    clientCase({ id: 'reopened', clauses: ['client.session.reopened'], what: 'A session closed and opened again' }, [
      open(),
      ...all(row),
      sync(come(row)),
      close(),
      open(),
      sync([]),
      ...all([first]),
      sync(come([first])),
      close(),
    ]),
  ];
}
