/** Server cases: events injected, and the frames that must come of them. */
import type { FixedCase } from '../../model/case.ts';
import type { Step } from '../../model/fixture.gen.ts';
import type { VariantKind } from '../types/variants.ts';
import type { KitEvent } from './kit-events.ts';
import { anyRefusal, close, inject, open, sent, sync } from './steps.ts';

const carried: Readonly<Record<VariantKind, readonly string[]>> = {
  value: ['server.argument.value', 'server.argument.type'],
  int64: ['server.argument.int64'],
  enum: ['server.argument.enum'],
  union: ['server.argument.union'],
  presence: ['server.argument.presence'],
  extra: ['server.argument.value'],
};

/** Most events that a case of many takes. */
const maxRow = 12;

const serverCase = (
  rule: { readonly id: string; readonly clauses: readonly string[]; readonly what: string },
  steps: readonly Step[],
): FixedCase => ({
  kind: 'fixed',
  id: `server/${rule.id}`,
  role: 'server',
  level: 'required',
  clauses: rule.clauses,
  description: `${rule.what}.`,
  needs: [],
  steps: [open(), ...steps, close()],
});

/** Every fixed case of a server, event by event, then of several events. */
export function serverCases(events: readonly KitEvent[]): FixedCase[] {
  const [first] = events;
  if (first === undefined) return [];
  const row = events.slice(0, maxRow);
  const backwards = row.toReversed();
  const all = (list: readonly KitEvent[]): Step[] => list.map(({ name, plain }) => inject(name, plain));
  const come = (list: readonly KitEvent[]) => list.map(({ name, plain }) => sent(name, plain));
  const unknown = ['noSuchEvent', `${first.name} `, first.name.toUpperCase(), '', 'toString', '__proto__'].filter(
    (name) => events.every((event) => event.name !== name),
  );
  return [
    ...events.flatMap(casesOfEvent),
    serverCase(
      {
        id: 'order',
        clauses: ['server.delivery.order', 'server.delivery.lost', 'server.delivery.extra'],
        what: 'Many events, in two orders',
      },
      [...all(row), sync(come(row)), ...all(backwards), ...all(row), sync(come([...backwards, ...row]))],
    ),
    serverCase(
      {
        id: 'unknown-event',
        clauses: ['server.invalid.refused', 'server.invalid.survived'],
        what: 'Events that the spec does not know, a known one after each',
      },
      unknown.flatMap((name) => [
        inject(name, first.plain, [anyRefusal]),
        sync([]),
        ...all([first]),
        sync(come([first])),
      ]),
    ),
    serverCase({ id: 'silence', clauses: ['server.delivery.extra'], what: 'Nothing to send' }, [sync([]), sync([])]),
  ];
}

function casesOfEvent(event: KitEvent): FixedCase[] {
  const { name, plain } = event;
  const variants = event.variants();
  const kinds = [...new Set(variants.map(({ kind }) => kind))];
  const wrong = event.wrong();
  return [
    serverCase(
      {
        id: `${name}/plain`,
        clauses: [
          'server.frame.shape',
          'server.frame.name',
          'server.argument.count',
          'server.argument.value',
          'server.delivery.lost',
          'server.delivery.extra',
        ],
        what: `One event ${name}`,
      },
      [inject(name, plain), sync([sent(name, plain)])],
    ),
    ...kinds.map((kind) =>
      serverCase(
        { id: `${name}/${kind}`, clauses: carried[kind], what: `Events ${name}, a place varied in each` },
        variants
          .filter((variant) => variant.kind === kind)
          .flatMap(({ args }) => [inject(name, args), sync([sent(name, args)])]),
      ),
    ),
    ...(wrong.length === 0
      ? []
      : [
          serverCase(
            {
              id: `${name}/invalid`,
              clauses: ['server.invalid.refused', 'server.invalid.survived'],
              what: `Events ${name} with arguments of other types, a good one after each`,
            },
            wrong.flatMap((args) => [
              inject(name, args, [anyRefusal]),
              sync([]),
              inject(name, plain),
              sync([sent(name, plain)]),
            ]),
          ),
        ]),
  ];
}
