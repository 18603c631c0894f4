/** Errors of JSON readers and writers: the usual one, and the place that an outer level adds to an inner level's error. */
import { JsonError } from './errors.ts';
import { pointerStep } from './pointer.ts';
import { typeName } from './validation.ts';

/** The same error with `key` in front of its path; what is no `JsonError` stays as it is. */
export function within(error: unknown, key: string | number): unknown {
  return error instanceof JsonError ? new JsonError(error.code, error.reason, pointerStep(key) + error.path) : error;
}

/** The error for a number that is no integer within bounds: `from 0 to 2^32 - 1`. */
export function outOfRange(bounds: string): JsonError {
  return new JsonError('out-of-range', `not an integer ${bounds}`);
}

/** The error for another type than the one that should be. */
export function wrongType(expected: string, value: unknown): JsonError {
  return new JsonError('wrong-type', `expected ${expected}, got ${typeName(value)}`);
}
