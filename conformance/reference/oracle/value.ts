/**
 * The canonical form of a message: plain data, equal exactly when two messages are equal, and fit to stand in a fixture.
 * Fields stand under their proto names in the order of their numbers; what holds no information is left out.
 */
import type { Difference as ReportedDifference } from '../../model/report.gen.ts';

/**
 * - 32-bit integers, enums, finite floats: number. 64-bit integers: decimal string.
 * - NaN, Infinity, -Infinity and -0 of floats: these strings, since JSON has no such numbers.
 * - bytes: `{b64}` in the standard alphabet with padding.
 * - lists: arrays; maps: `{entries}` sorted by key, the key written as in JSON.
 */
export type CanonicalValue =
  | number
  | string
  | boolean
  | { readonly b64: string }
  | CanonicalMap
  | CanonicalMessage
  | readonly CanonicalValue[];

export interface CanonicalMap {
  readonly entries: readonly (readonly [key: string, value: CanonicalValue])[];
}

/** Key of a message's unknown records: base64 of each in its shortest form, sorted by number, order kept within one. */
export const unknownKey = '$unknown';

/**
 * A message. Fields without presence are left out at their defaults, empty lists and maps are left out, and unknown
 * records stand under `$unknown`, which no field can be called.
 */
export interface CanonicalMessage {
  readonly [field: string]: CanonicalValue;
}

/** An object without a prototype, so that no field name can be special. */
export function emptyMessage(): Record<string, CanonicalValue> {
  return Object.create(null) as Record<string, CanonicalValue>;
}

/** Canonical number of a float: special values become their names. */
export function canonicalFloat(value: number): number | string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return 'Infinity';
  if (value === -Infinity) return '-Infinity';
  return Object.is(value, -0) ? '-0' : value;
}

/** The number behind a canonical float. */
export function floatOf(value: CanonicalValue): number {
  return typeof value === 'string' ? Number(value) : (value as number);
}

/** A place where what came differs from what was expected; the judge adds the step. */
export type Difference = Omit<ReportedDifference, 'step'>;

/** First place where two canonical values part; undefined when they are equal. `path` is where the values stand. */
export function differenceOf(
  expected: CanonicalValue | undefined,
  actual: CanonicalValue | undefined,
  path = '',
): Difference | undefined {
  if (expected === actual) return undefined;
  const parted = { path, reason: 'The values differ.', expected: show(expected), actual: show(actual) };
  if (typeof expected !== 'object' || typeof actual !== 'object') return parted;
  if (Array.isArray(expected) || Array.isArray(actual)) {
    if (!Array.isArray(expected) || !Array.isArray(actual)) return parted;
    for (let i = 0; i < expected.length && i < actual.length; i++) {
      const found = differenceOf(expected[i], actual[i], `${path}/${i}`);
      if (found !== undefined) return found;
    }
    return expected.length === actual.length ? undefined : { ...parted, reason: 'The lengths differ.' };
  }
  return differenceOfRecords(expected as CanonicalMessage, actual as CanonicalMessage, path);
}

function differenceOfRecords(
  expected: CanonicalMessage,
  actual: CanonicalMessage,
  path: string,
): Difference | undefined {
  for (const key of Object.keys(expected)) {
    const other = Object.hasOwn(actual, key) ? actual[key] : undefined;
    const found = differenceOf(expected[key], other, `${path}/${escapePointer(key)}`);
    if (found !== undefined) return found;
  }
  for (const key of Object.keys(actual)) {
    if (!Object.hasOwn(expected, key)) return differenceOf(undefined, actual[key], `${path}/${escapePointer(key)}`);
  }
  return undefined;
}

/** Escapes one segment of a JSON pointer (RFC 6901 section 3). */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Longest excerpt of a value in a difference, in characters. */
const maxShown = 200;

/** A value as JSON, cut to a length that a message can bear; `nothing` for undefined. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text =
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)) ?? String(value);
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
