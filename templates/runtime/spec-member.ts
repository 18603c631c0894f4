/** Members of objects and items of lists on their way to or from JSON: presence, null, and the place that an error names. */
import { JsonError } from './errors.ts';
import { pointerStep } from './pointer.ts';
import { within } from './json-error.ts';

/**
 * Converts the member `key`.
 *
 * @throws {JsonError} `missing` when it is undefined; what `convert` throws, with the key in the path.
 */
export function required<V, T>(key: string, value: V | undefined, convert: (value: V) => T): T {
  if (value === undefined) throw new JsonError('missing', 'is missing', pointerStep(key));
  try {
    return convert(value);
  } catch (error) {
    throw within(error, key);
  }
}

/** Converts the member `key` unless it is undefined. */
export function optional<V, T>(key: string, value: V | undefined, convert: (value: V) => T): T | undefined {
  return value === undefined ? undefined : required(key, value, convert);
}

/** Converts what is not null. */
export function nullable<V, T>(value: V | null, convert: (value: V) => T): T | null {
  return value === null ? null : convert(value);
}

/** As `nullable`, for JSON text. */
export function nullableToText<V>(value: V | null, convert: (value: V) => string): string {
  return value === null ? 'null' : convert(value);
}
