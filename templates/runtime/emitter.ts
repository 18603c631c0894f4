/**
 * Typed `on`, `once` and `emit` for a map of events, over an emitter that is there already or over one of its own. Events are
 * checked where a check is handed in: who hands none in bundles none.
 */
import type { Issue } from './validation.ts';

/** An event whose arguments are not what the protocol says. */
export class EventError extends Error {
  override readonly name = 'EventError';
  declare readonly code: 'invalid-event';
  /** Name of the event. */
  declare readonly event: string;
  /** Place of the first fault: an RFC 6901 pointer into `{ event, args }`. */
  declare readonly path: string;
  /** All faults; at least one. */
  declare readonly issues: readonly Issue[];

  constructor(event: string, issues: readonly Issue[]) {
    const [first] = issues;
    super(`${event} ${first?.path ?? ''}: ${first?.message ?? 'not valid'}`);
    this.code = 'invalid-event';
    this.event = event;
    this.path = first?.path ?? '';
    this.issues = issues;
  }
}

/** What an emitter must have to be wrapped: that of `node:events`, eventemitter3 and most clients do. */
export interface EmitterLike {
  on(event: string, listener: AnyListener): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  off?(event: string, listener: AnyListener): unknown;
}

/** A listener as emitters without types declare it. */
// oxlint-disable-next-line typescript/no-explicit-any -- nothing narrower takes all of them
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
export interface TypedEmitter<Events extends { [Name in keyof Events]: readonly unknown[] }> {
  /** @returns A function that takes the listener off again. */
  on<Name extends keyof Events & string>(event: Name, listener: (...args: Events[Name]) => void): () => void;
  /** As `on`, for the next event of the name alone. */
  once<Name extends keyof Events & string>(event: Name, listener: (...args: Events[Name]) => void): () => void;
  /** @returns Was it valid, or not checked? @throws EventError unless `onInvalid` takes it. */
  emit<Name extends keyof Events & string>(event: Name, ...args: Events[Name]): boolean;
  /** Emits an event as `fromJsonXEvent` and `fromJsonStringXEvent` give it. */
  dispatch(
    event: { [Name in keyof Events & string]: { event: Name; args: Events[Name] } }[keyof Events & string],
  ): boolean;
}

/** @param options - None is needed. */
export function createEmitter<Events extends { [Name in keyof Events]: readonly unknown[] }>(
  options: EmitterOptions = {},
): TypedEmitter<Events> {
  const { validate, onInvalid, over } = options;
  const target = over ?? ownEmitter();
  const passes = (event: string, args: readonly unknown[]): boolean => {
    const issues = validate === undefined ? [] : validate({ event, args });
    if (issues.length === 0) return true;
    const error = new EventError(event, issues);
    if (onInvalid === undefined) throw error;
    onInvalid(error);
    return false;
  };
  const listen = (event: string, listener: AnyListener, once: boolean): (() => void) => {
    let active = true;
    const heard = (...args: Parameters<AnyListener>): void => {
      // Events of our own emitter were checked when they were emitted.
      if (!active || (over !== undefined && !passes(event, args))) return;
      if (once) stop();
      listener(...args);
    };
    const stop = (): void => {
      active = false;
      target.off?.(event, heard);
    };
    target.on(event, heard);
    return stop;
  };
  const emit = (event: string, args: readonly unknown[]): boolean => {
    if (!passes(event, args)) return false;
    target.emit(event, ...args);
    return true;
  };
  return {
    on: (event, listener) => listen(event, listener, false),
    once: (event, listener) => listen(event, listener, true),
    emit: (event, ...args) => emit(event, args),
    dispatch: ({ event, args }) => emit(event, args),
  };
}

/** Listeners in the order in which they came; those that come or go while an event is under way count from the next on. */
function ownEmitter(): EmitterLike {
  const listeners = new Map<string, readonly AnyListener[]>();
  return {
    on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    off: (event, listener) =>
      listeners.set(
        event,
        (listeners.get(event) ?? []).filter((one) => one !== listener),
      ),
    emit(event, ...args) {
      for (const listener of listeners.get(event) ?? []) listener(...args);
    },
  };
}
