/** Events in their JSON envelope: the name, and the arguments in order. Event maps of any shape fit the types. */
import { JsonError } from './errors.ts';
import { pointerStep } from './pointer.ts';
import { isRecord } from './predicates.ts';
import { reportType } from './rules.ts';
import { within, wrongType } from './json-error.ts';
import { required } from './spec-member.ts';
import { checkString } from './spec-scalar.ts';
import type { Report, Rule } from './validation.ts';

/** An event of a map, with its arguments. */
type EventOf<Events> = { [Name in keyof Events]: { event: Name; args: Events[Name] } }[keyof Events];

/** How the arguments of each event are converted. */
export type ByEvent<Events, Result = unknown> = {
  readonly [Name in keyof Events]: (args: Events[Name]) => Result;
};

/** How the arguments of each event are read. */
export type ReadersByEvent<Events> = { readonly [Name in keyof Events]: (args: unknown) => Events[Name] };

/** Where an envelope holds the name and the arguments of its event, as RFC 6901 pointers. */
export interface Envelope {
  readonly event: string;
  readonly args: string;
}

type PlatformEvent = typeof globalThis extends { Event: { prototype: infer E } } ? E : unknown;

/** An `Event` with a detail, as `CustomEvent` is one; where the platform's types know no `Event`, the detail alone. */
export type DetailEvent<Detail> = PlatformEvent & { readonly detail: Detail };

/**
 * Reads an event from its envelope. Other members of the envelope are the transport's, and not looked at.
 *
 * @throws {JsonError} `unknown-value` for an event that the table does not have, at the place of its name;
 * `missing`, `wrong-type`; what a reader throws.
 */
export function eventFromJson<Events>(
  json: unknown,
  envelope: Envelope,
  readers: ReadersByEvent<Events>,
): EventOf<Events> {
  const event = memberAt(json, envelope.event, (name) => eventName(name, readers));
  const args = memberAt(json, envelope.args, (args) => readers[event as keyof Events](args));
  return { event, args } as EventOf<Events>;
}

/**
 * Converts the arguments of an event for its envelope.
 *
 * @throws {JsonError} with paths into `{event, args}`.
 */
export function convertArguments<Events, Result>(value: EventOf<Events>, converters: ByEvent<Events, Result>): Result {
  if (!isRecord(value)) throw wrongType('an event', value);
  const event = required('event', value['event'], (name) => eventName(name, converters)) as keyof Events;
  return required('args', value['args'], (args) => converters[event](args as Events[keyof Events]));
}

/** Is it an event of the table, with good arguments? */
export function isEvent<Events>(value: unknown, tests: ByEvent<Events, boolean>): value is EventOf<Events> {
  if (!isRecord(value)) return false;
  const { event, args } = value;
  if (typeof event !== 'string' || !Object.hasOwn(tests, event)) return false;
  return tests[event as keyof Events](args as Events[keyof Events]);
}

/** @param table - A rule for the arguments of each event; called when the rule runs. */
export function eventRule(table: () => Readonly<Record<string, Rule>>): Rule {
  return (value, report) => {
    const rules = table();
    if (!isRecord(value)) return reportType('an event', value, report);
    const { event, args } = value;
    if (typeof event === 'string' && Object.hasOwn(rules, event)) report.at('args', args, rules[event]!);
    else report.at('event', event, unknownEventRule);
  };
}

/**
 * Converts arguments one by one.
 *
 * @param least - How many there must be at least; at most there are as many as converters.
 * @throws {JsonError} `missing`, `unexpected` for a wrong number of them; what a converter throws, with the index in the path.
 */
export function convertTuple<Result extends readonly unknown[]>(
  args: unknown,
  least: number,
  converters: { readonly [Index in keyof Result]-?: (arg: never) => Result[Index] },
): Result {
  if (!Array.isArray(args)) throw wrongType('an array of arguments', args);
  if (args.length < least) throw new JsonError('missing', 'is missing', pointerStep(args.length));
  if (args.length > converters.length) {
    throw new JsonError('unexpected', 'one argument too many', pointerStep(converters.length));
  }
  return args.map((arg, index) => {
    try {
      return (converters[index] as (arg: unknown) => unknown)(arg);
    } catch (error) {
      throw within(error, index);
    }
  }) as unknown as Result;
}

/** As `convertTuple`, to JSON text. */
export function tupleToText(args: unknown, least: number, converters: readonly ((arg: never) => string)[]): string {
  return `[${convertTuple<readonly string[]>(args, least, converters).join(',')}]`;
}

/** Are there as many arguments as there should be, each of them good? */
export function isTuple(args: unknown, least: number, tests: readonly ((arg: unknown) => boolean)[]): boolean {
  if (!Array.isArray(args) || args.length < least || args.length > tests.length) return false;
  return args.every((arg, index) => tests[index]!(arg));
}

/** @param least - How many there must be at least. */
export function tupleRule(least: number, rules: readonly Rule[]): Rule {
  return (value, report) => {
    if (!Array.isArray(value)) return reportType('an array of arguments', value, report);
    for (let i = 0; i < Math.max(least, Math.min(value.length, rules.length)); i++) report.at(i, value[i], rules[i]!);
    if (value.length > rules.length) report.at(rules.length, undefined, unexpectedRule);
  };
}

/** Reads an argument that may be left out: JSON's null in an array stands for undefined. */
export function nullAsUndefined<T>(json: unknown, convert: (json: unknown) => T): T | undefined {
  return json === null || json === undefined ? undefined : convert(json);
}

/** Writes an argument that may be left out: undefined becomes null, as `JSON.stringify` does in arrays. */
export function undefinedAsNull<V, T>(value: V | undefined, convert: (value: V) => T): T | null {
  return value === undefined ? null : convert(value);
}

/** As `undefinedAsNull`, for JSON text. */
export function undefinedToText<V>(value: V | undefined, convert: (value: V) => string): string {
  return value === undefined ? 'null' : convert(value);
}

function eventName(name: unknown, table: object): string {
  const event = checkString(name);
  if (!Object.hasOwn(table, event))
    throw new JsonError('unknown-value', `no event ${JSON.stringify(event.slice(0, 80))}`);
  return event;
}

function unknownEventRule(value: unknown, report: Report): void {
  if (typeof value !== 'string') reportType('the name of an event', value, report);
  else report.add('unknown-value', `no event ${JSON.stringify(value.slice(0, 80))}`);
}

function unexpectedRule(_value: unknown, report: Report): void {
  report.add('unexpected', 'one argument too many');
}

/** Converts what a pointer leads to. */
function memberAt<T>(json: unknown, pointer: string, convert: (value: unknown) => T): T {
  if (pointer === '') return convert(json);
  if (!isRecord(json)) throw wrongType('an object', json);
  const [, step = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(pointer) ?? [];
  const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
  return required(key, Object.hasOwn(json, key) ? json[key] : undefined, (value) => memberAt(value, rest, convert));
}
