/** Faults of clients and servers. */
import type { LoadedPackage } from '../../model/package.ts';
import type { Event } from '../../model/testee-message.gen.ts';
import { isObject, parseExact, printExact, type ExactJson } from '../oracle/json-text.ts';
import { isAnswer, onEvents, onJson, type Fault } from './fault.ts';
import { deafAfterRefusal, sessionContentFaults } from './session-content.ts';

const always = (): boolean => true;

/** Does some event, or message, hold a 64-bit integer that JSON writes as a number? */
const hasWideNumbers = ({ descriptor }: LoadedPackage): boolean =>
  descriptor.events.length > 0 &&
  JSON.stringify([descriptor.events, descriptor.types, descriptor.derivedTypes]).includes('"int64"');

const hasTwoArguments = ({ descriptor }: LoadedPackage): boolean =>
  descriptor.events.some((event) => event.arguments.length > 1);

const hasEvents = ({ descriptor }: LoadedPackage): boolean => descriptor.events.length > 0;

/** Nothing of the kind is asked of a package without a second event. */
const rounded = (text: string): string => text.replaceAll(/-?\d{16,}/g, (digits) => BigInt(Number(digits)).toString());

/** The arguments in an event's JSON: the list itself, or the content of a frame. */
function inArguments(text: string, change: (args: readonly ExactJson[]) => readonly ExactJson[]): string {
  const json = parseExact(text);
  if (Array.isArray(json)) return printExact(change(json as readonly ExactJson[]));
  if (!isObject(json)) return text;
  return printExact(
    Object.fromEntries(
      Object.entries(json).map(([name, value]) => [
        name,
        Array.isArray(value) ? change(value as readonly ExactJson[]) : isObject(value) ? change([value])[0]! : value,
      ]),
    ),
  );
}

const inFirstObject = (text: string, change: (value: { readonly [name: string]: ExactJson }) => ExactJson): string =>
  inArguments(text, (args) => args.map((arg, i) => (i === 0 && isObject(arg) ? change(arg) : arg)));

/** Every text a number where it can be, every number a text: short ones, which are no 64-bit integers. */
function otherType(value: ExactJson): ExactJson {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (Array.isArray(value)) return value.map(otherType as (item: ExactJson) => ExactJson);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, otherType(item)]))
    : value === 'text'
      ? 7
      : value;
}

const isEvent = ({ ev }: Event): boolean => ev === 'emit' || ev === 'sent';

/** The same faults for both roles; the clauses carry the name of the role. */
function both(
  name: string,
  rows: { readonly clauses: readonly string[]; readonly applies?: Fault['applies']; readonly wrap: Fault['wrap'] },
): readonly Fault[] {
  return (['client', 'server'] as const).map((role) => ({
    name: `${role}-${name}`,
    role,
    clauses: rows.clauses.map((clause) => `${role}.${clause}`),
    applies: rows.applies ?? always,
    wrap: rows.wrap,
  }));
}

export const sessionFaults: readonly Fault[] = [
  ...both('event-lost', {
    clauses: ['delivery.lost'],
    wrap: onEvents(() => {
      let count = 0;
      return (events) => events.filter((event) => !isEvent(event) || ++count % 3 !== 0);
    }),
  }),
  ...both('event-duplicated', {
    clauses: ['delivery.extra'],
    wrap: onEvents(() => {
      let count = 0;
      return (events) => events.flatMap((event) => (isEvent(event) && ++count % 3 === 0 ? [event, event] : [event]));
    }),
  }),
  ...both('events-reordered', {
    clauses: ['delivery.order'],
    wrap: onEvents(() => {
      let held: Event[] = [];
      return (events, request) => {
        if (request.cmd === 'deliver' || request.cmd === 'inject') {
          held.push(...events);
          return [];
        }
        const all = [...held.toReversed(), ...events];
        held = [];
        return all;
      };
    }),
  }),
  ...both('argument-dropped', {
    clauses: ['argument.count'],
    applies: hasEvents,
    wrap: onJson((text) => inArguments(text, (args) => args.slice(0, -1))),
  }),
  ...both('argument-added', {
    clauses: ['argument.count'],
    applies: hasEvents,
    wrap: onJson((text) => inArguments(text, (args) => [...args, 'extra'])),
  }),
  ...both('property-dropped', {
    clauses: ['argument.value'],
    wrap: onJson((text) => inFirstObject(text, (value) => Object.fromEntries(Object.entries(value).slice(1)))),
  }),
  ...both('property-added', {
    clauses: ['argument.value'],
    wrap: onJson((text) => inFirstObject(text, (value) => ({ ...value, added: 1 }))),
  }),
  ...both('wrong-type', {
    clauses: ['argument.value', 'argument.type'],
    wrap: onJson((text) => inArguments(text, (args) => args.map(otherType))),
  }),
  ...both('int64-rounded', { clauses: ['argument.int64'], applies: hasWideNumbers, wrap: onJson(rounded) }),
  {
    name: 'client-arguments-swapped',
    role: 'client',
    clauses: ['client.argument.order'],
    applies: hasTwoArguments,
    wrap: onJson((text) => inArguments(text, (args) => args.toReversed())),
  },
  {
    name: 'client-event-renamed',
    role: 'client',
    clauses: ['client.event.name'],
    applies: always,
    wrap: onEvents(
      () => (events) =>
        events.map((event) => (event.ev === 'emit' ? { ...event, event: event.event.toLowerCase() } : event)),
    ),
  },
  {
    name: 'server-event-renamed',
    role: 'server',
    clauses: ['server.frame.name'],
    applies: always,
    wrap: onJson((text) => {
      const json = parseExact(text);
      return isObject(json)
        ? printExact(
            Object.fromEntries(
              Object.entries(json).map(([name, value]) => [
                name,
                typeof value === 'string' ? value.toLowerCase() : value,
              ]),
            ),
          )
        : text;
    }),
  },
  {
    name: 'server-frame-wrapped',
    role: 'server',
    clauses: ['server.frame.shape'],
    applies: always,
    wrap: onJson((text) => `[${text}]`),
  },
  {
    name: 'client-killed-by-malformed-frame',
    role: 'client',
    clauses: ['client.malformed.survived'],
    applies: always,
    wrap: (testee) => ({
      handle(request, emit) {
        let refused = false;
        void testee.handle(request, (reply) => {
          refused ||= request.cmd === 'deliver' && isAnswer(reply) && 'reject' in reply;
          if (!refused) emit(reply);
        });
        if (refused) throw new Error('A frame could not be read.');
      },
    }),
  },
  {
    name: 'client-deaf-after-malformed-frame',
    role: 'client',
    clauses: ['client.malformed.survived'],
    applies: always,
    wrap: deafAfterRefusal,
  },
  {
    name: 'client-silent-about-malformed-frame',
    role: 'client',
    clauses: ['client.malformed.reported'],
    applies: always,
    wrap: (testee) => ({
      handle: (request, emit) =>
        testee.handle(request, (reply) =>
          emit(request.cmd === 'deliver' && isAnswer(reply) && 'reject' in reply ? { id: reply.id, ok: {} } : reply),
        ),
    }),
  },
  {
    name: 'client-emits-malformed-frame',
    role: 'client',
    clauses: ['client.delivery.extra', 'client.malformed.survived'],
    applies: always,
    wrap: (testee) => ({
      handle: (request, emit) =>
        testee.handle(request, (reply) => {
          if (request.cmd === 'deliver' && isAnswer(reply) && 'reject' in reply)
            emit({ ev: 'emit', session: request.session, event: 'error', args: { text: '[]' } });
          emit(reply);
        }),
    }),
  },
  {
    name: 'client-sessions-confused',
    role: 'client',
    clauses: ['client.session.separate'],
    applies: always,
    wrap: (testee) => {
      const sessions: string[] = [];
      return {
        handle(request, emit) {
          if (request.cmd === 'open') sessions.push(request.session);
          if (request.cmd === 'close') sessions.splice(sessions.indexOf(request.session), 1);
          return testee.handle(request, (reply) =>
            emit('ev' in reply && reply.ev === 'emit' ? { ...reply, session: sessions[0] ?? reply.session } : reply),
          );
        },
      };
    },
  },
  {
    name: 'client-repeats-after-reopening',
    role: 'client',
    clauses: ['client.session.reopened'],
    applies: always,
    wrap: (testee) => {
      const past = new Map<string, Event>();
      return {
        handle(request, emit) {
          if (request.cmd === 'open') {
            // Session names differ from case to case; the last event of the testee is what it remembers.
            const [last] = [...past.values()].slice(-1);
            if (last !== undefined) emit({ ...last, session: request.session } as Event);
          }
          return testee.handle(request, (reply) => {
            if ('ev' in reply && reply.ev === 'emit') past.set(reply.session, reply);
            emit(reply);
          });
        },
      };
    },
  },
  {
    name: 'server-sends-invalid-event',
    role: 'server',
    clauses: ['server.invalid.refused'],
    applies: always,
    wrap: (testee) => ({
      handle: (request, emit) =>
        testee.handle(request, (reply) =>
          emit(request.cmd === 'inject' && isAnswer(reply) && 'reject' in reply ? { id: reply.id, ok: {} } : reply),
        ),
    }),
  },
  ...sessionContentFaults,
];
