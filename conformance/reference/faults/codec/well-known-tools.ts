/** What the faults of this kind have in common. */
import { type ExactJson, isObject } from '../../oracle/json-text.ts';
import type { WellKnown } from '../../oracle/well-known.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { any, holds } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, eachElement, readsJson, refusesJson, writesJson } from './ways.ts';

export const isString = (value: ExactJson): value is string => typeof value === 'string';

export type Change = (value: ExactJson) => ExactJson;

/** Of fields with the type: other texts accepted, read or printed; the rest of the values left alone. */
export const accepts = (kind: WellKnown, change: Change) => acceptsJson(eachElement(holds(kind), change));

export const reads = (kind: WellKnown, change: Change) => readsJson(eachElement(holds(kind), change));

export const prints = (kind: WellKnown, change: Change) => writesJson(eachElement(holds(kind), change));

export const refuses = (kind: WellKnown, isRefused: (value: ExactJson) => boolean) =>
  refusesJson((value, field) => holds(kind)(field) && isRefused(value));

export const inText =
  (pattern: RegExp, replacement: string): Change =>
  (value) =>
    isString(value) ? value.replace(pattern, replacement) : value;

export const has = (...kinds: readonly WellKnown[]) => any((field) => kinds.some((kind) => holds(kind)(field)));

export const anyValue =
  (change: (object: { readonly [name: string]: ExactJson }) => ExactJson): Change =>
  (value) =>
    isObject(value) ? change(value) : value;

export const without = (name: string) =>
  anyValue((object) => record(Object.entries(object).filter(([key]) => key !== name)));

/** A row of a table of faults in one of the types. */
export const row = (
  ...[name, clauses, kind, wrap]: readonly [string, readonly string[], WellKnown, Fault['wrap']]
): Fault => codec(name, clauses, has(kind), wrap);
