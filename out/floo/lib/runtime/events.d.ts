import type { Rule } from './validation.ts';
/** An event of a map, with its arguments. */
type EventOf<Events> = {
    [Name in keyof Events]: {
        event: Name;
        args: Events[Name];
    };
}[keyof Events];
/** How the arguments of each event are converted. */
export type ByEvent<Events, Result = unknown> = {
    readonly [Name in keyof Events]: (args: Events[Name]) => Result;
};
/** How the arguments of each event are read. */
export type ReadersByEvent<Events> = {
    readonly [Name in keyof Events]: (args: unknown) => Events[Name];
};
/** Where an envelope holds the name and the arguments of its event, as RFC 6901 pointers. */
export interface Envelope {
    readonly event: string;
    readonly args: string;
}
type PlatformEvent = typeof globalThis extends {
    Event: {
        prototype: infer E;
    };
} ? E : unknown;
/** An `Event` with a detail, as `CustomEvent` is one; where the platform's types know no `Event`, the detail alone. */
export type DetailEvent<Detail> = PlatformEvent & {
    readonly detail: Detail;
};
/**
 * Reads an event from its envelope. Other members of the envelope are the transport's, and not looked at.
 *
 * @throws {JsonError} `unknown-value` for an event that the table does not have, at the place of its name;
 * `missing`, `wrong-type`; what a reader throws.
 */
export declare function eventFromJson<Events>(json: unknown, envelope: Envelope, readers: ReadersByEvent<Events>): EventOf<Events>;
/**
 * Converts the arguments of an event for its envelope.
 *
 * @throws {JsonError} with paths into `{event, args}`.
 */
export declare function convertArguments<Events, Result>(value: EventOf<Events>, converters: ByEvent<Events, Result>): Result;
/** Is it an event of the table, with good arguments? */
export declare function isEvent<Events>(value: unknown, tests: ByEvent<Events, boolean>): value is EventOf<Events>;
/** @param table - A rule for the arguments of each event; called when the rule runs. */
export declare function eventRule(table: () => Readonly<Record<string, Rule>>): Rule;
/**
 * Converts arguments one by one.
 *
 * @param least - How many there must be at least; at most there are as many as converters.
 * @throws {JsonError} `missing`, `unexpected` for a wrong number of them; what a converter throws, with the index in the path.
 */
export declare function convertTuple<Result extends readonly unknown[]>(args: unknown, least: number, converters: {
    readonly [Index in keyof Result]-?: (arg: never) => Result[Index];
}): Result;
/** As `convertTuple`, to JSON text. */
export declare function tupleToText(args: unknown, least: number, converters: readonly ((arg: never) => string)[]): string;
/** Are there as many arguments as there should be, each of them good? */
export declare function isTuple(args: unknown, least: number, tests: readonly ((arg: unknown) => boolean)[]): boolean;
/** @param least - How many there must be at least. */
export declare function tupleRule(least: number, rules: readonly Rule[]): Rule;
/** Reads an argument that may be left out: JSON's null in an array stands for undefined. */
export declare function nullAsUndefined<T>(json: unknown, convert: (json: unknown) => T): T | undefined;
/** Writes an argument that may be left out: undefined becomes null, as `JSON.stringify` does in arrays. */
export declare function undefinedAsNull<V, T>(value: V | undefined, convert: (value: V) => T): T | null;
/** As `undefinedAsNull`, for JSON text. */
export declare function undefinedToText<V>(value: V | undefined, convert: (value: V) => string): string;
export {};
