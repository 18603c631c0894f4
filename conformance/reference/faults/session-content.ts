/** Faults of clients and servers in what arguments hold: members of enums, variants of unions, what is absent and what is empty. */
import type { LoadedPackage } from '../../model/package.ts';
import type { Event } from '../../model/testee-message.gen.ts';
import { isObject, parseExact, printExact, type ExactJson } from '../oracle/json-text.ts';
import { record } from './codec/json-tree.ts';
import { isAnswer, onEvents, onJson, type Fault } from './fault.ts';

type Change = (value: ExactJson) => ExactJson;

/** Every value inside of one, the innermost first. */
export function everyValue(value: ExactJson, change: Change): ExactJson {
  if (Array.isArray(value)) return change(value.map((item) => everyValue(item as ExactJson, change)));
  if (!isObject(value)) return change(value);
  return change(record(Object.entries(value).map(([name, item]) => [name, everyValue(item, change)] as const)));
}

/** The last of the texts of each enum becomes the first. */
export function membersMixedUp({ descriptor }: LoadedPackage): Change {
  const others = new Map<ExactJson, ExactJson>();
  for (const { members } of descriptor.enums) {
    const texts = members.map(({ value }) => value).filter((value) => typeof value === 'string');
    if (texts.length > 1) others.set(texts.at(-1)!, texts[0]!);
  }
  return (value) => others.get(value) ?? value;
}

export const hasTextEnums: Fault['applies'] = ({ descriptor }) =>
  descriptor.enums.some(({ members }) => members.filter(({ value }) => typeof value === 'string').length > 1);

const discriminantsOf = ({ descriptor }: LoadedPackage): ReadonlySet<string> =>
  new Set(descriptor.types.flatMap((type) => (type.kind === 'union' ? [type.discriminant] : [])));

export const hasUnions: Fault['applies'] = (pkg) => discriminantsOf(pkg).size > 0;

/** Of a variant nothing but its discriminant. */
export function variantsEmptied(pkg: LoadedPackage): Change {
  const discriminants = discriminantsOf(pkg);
  return (value) => {
    const found = isObject(value) ? Object.keys(value).find((name) => discriminants.has(name)) : undefined;
    return found === undefined || !isObject(value) ? value : record([[found, value[found]!]]);
  };
}

/** What is 0, false or empty left out. */
export const emptyLeftOut: Change = (value) =>
  isObject(value)
    ? record(Object.entries(value).filter(([, item]) => item !== 0 && item !== false && item !== '' && item !== null))
    : value;

const inEvents =
  (make: (pkg: LoadedPackage) => Change): Fault['wrap'] =>
  (testee, pkg) =>
    onJson((text) => printExact(everyValue(parseExact(text), make(pkg))))(testee, pkg);

const hasEvents: Fault['applies'] = ({ descriptor }) => descriptor.events.length > 0;

const rows: readonly (readonly [name: string, clause: string, applies: Fault['applies'], wrap: Fault['wrap']])[] = [
  ['enum-members-mixed-up', 'argument.enum', hasTextEnums, inEvents(membersMixedUp)],
  ['variants-emptied', 'argument.union', hasUnions, inEvents(variantsEmptied)],
  ['empty-properties-left-out', 'argument.presence', hasEvents, inEvents(() => emptyLeftOut)],
];

/** Says nothing more in a session once it has refused something there. */
export const deafAfterRefusal: Fault['wrap'] = (testee) => {
  let isDeaf = false;
  return {
    handle(request, emit) {
      if (request.cmd === 'open') isDeaf = false;
      return testee.handle(request, (reply) => {
        if (isAnswer(reply) && 'reject' in reply) isDeaf = true;
        if (isAnswer(reply) || !isDeaf) emit(reply);
      });
    },
  };
};

export const sessionContentFaults: readonly Fault[] = [
  ...rows.flatMap(([name, clause, applies, wrap]) =>
    (['client', 'server'] as const).map((role): Fault => ({
      name: `${role}-${name}`,
      role,
      clauses: [`${role}.${clause}`],
      applies,
      wrap,
    })),
  ),
  {
    name: 'client-repeated-frame-left-out',
    role: 'client',
    clauses: ['client.delivery.repeated'],
    applies: () => true,
    wrap: onEvents(() => {
      const last = new Map<string, string>();
      return (events) =>
        events.filter((event: Event) => {
          if (event.ev !== 'emit') return true;
          const text = JSON.stringify([event.event, event.args]);
          const isRepeated = last.get(event.session) === text;
          last.set(event.session, text);
          return !isRepeated;
        });
    }),
  },
  {
    name: 'client-unknown-event-under-a-known-name',
    role: 'client',
    clauses: ['client.event.unknown'],
    applies: ({ descriptor }) => descriptor.events.length > 0,
    wrap: (testee, pkg) => ({
      handle: (request, emit) =>
        testee.handle(request, (reply) => {
          if (request.cmd === 'deliver' && isAnswer(reply) && 'reject' in reply)
            emit({ ev: 'emit', session: request.session, event: pkg.descriptor.events[0]!.name, args: { text: '[]' } });
          emit(reply);
        }),
    }),
  },
  {
    name: 'server-deaf-after-refused-event',
    role: 'server',
    clauses: ['server.invalid.survived'],
    applies: () => true,
    wrap: deafAfterRefusal,
  },
];
