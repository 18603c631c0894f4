/**
 * Typed `on`, `once` and `emit` for a map of events, over an emitter that is there already or over one of its own. Events are
 * checked where a check is handed in: who hands none in bundles none.
 */
import type { Issue } from './validation.ts';
/** An event whose arguments are not what the protocol says. */
export declare class EventError extends Error {
    readonly name = "EventError";
    readonly code: 'invalid-event';
    /** Name of the event. */
    readonly event: string;
    /** Place of the first fault: an RFC 6901 pointer into `{ event, args }`. */
    readonly path: string;
    /** All faults; at least one. */
    readonly issues: readonly Issue[];
    constructor(event: string, issues: readonly Issue[]);
}
/** What an emitter must have to be wrapped: that of `node:events`, eventemitter3 and most clients do. */
export interface EmitterLike {
    on(event: string, listener: AnyListener): unknown;
    emit(event: string, ...args: unknown[]): unknown;
    off?(event: string, listener: AnyListener): unknown;
}
/** A listener as emitters without types declare it. */
export type AnyListener = (...args: any[]) => void;
export interface EmitterOptions {
    /** The check of the package, `validateXEvent`. Default: events are taken at their word. */
    readonly validate?: ((event: unknown) => readonly Issue[]) | undefined;
    /** Is told of an event that fails the check, which then reaches no listener. Default: the error is thrown. */
    readonly onInvalid?: ((error: EventError) => void) | undefined;
    /** An emitter to wrap: its events are checked before listeners get them. Default: an emitter of its own. */
    readonly over?: EmitterLike | undefined;
}
/** Events by name, with their arguments as tuples. */
export interface TypedEmitter<Events extends {
    [Name in keyof Events]: readonly unknown[];
}> {
    /** @returns A function that takes the listener off again. */
    on<Name extends keyof Events & string>(event: Name, listener: (...args: Events[Name]) => void): () => void;
    /** As `on`, for the next event of the name alone. */
    once<Name extends keyof Events & string>(event: Name, listener: (...args: Events[Name]) => void): () => void;
    /** @returns Was it valid, or not checked? @throws EventError unless `onInvalid` takes it. */
    emit<Name extends keyof Events & string>(event: Name, ...args: Events[Name]): boolean;
    /** Emits an event as `fromJsonXEvent` and `fromJsonStringXEvent` give it. */
    dispatch(event: {
        [Name in keyof Events & string]: {
            event: Name;
            args: Events[Name];
        };
    }[keyof Events & string]): boolean;
}
/** @param options - None is needed. */
export declare function createEmitter<Events extends {
    [Name in keyof Events]: readonly unknown[];
}>(options?: EmitterOptions): TypedEmitter<Events>;
