/** Members of objects and items of lists on their way to or from JSON: presence, null, and the place that an error names. */
import { JsonError } from './errors.ts';
import { pointerStep } from './pointer.ts';
import { typeName } from './validation.ts';

/** The same error with `key` in front of its path; what is no `JsonError` stays as it is. */
export function within(error: unknown, key: string | number): unknown {
  return error instanceof JsonError ? new JsonError(error.code, error.reason, pointerStep(key) + error.path) : error;
}

/** The error for another type than the one that should be. */
export function wrongType(expected: string, value: unknown): JsonError {
  return new JsonError('wrong-type', `expected ${expected}, got ${typeName(value)}`);
}

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
