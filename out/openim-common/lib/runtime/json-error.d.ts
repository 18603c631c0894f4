/** Errors of JSON readers and writers: the usual one, and the place that an outer level adds to an inner level's error. */
import { JsonError } from './errors.ts';
/** The same error with `key` in front of its path; what is no `JsonError` stays as it is. */
export declare function within(error: unknown, key: string | number): unknown;
/** The error for a number that is no integer within bounds: `from 0 to 2^32 - 1`. */
export declare function outOfRange(bounds: string): JsonError;
/** The error for another type than the one that should be. */
export declare function wrongType(expected: string, value: unknown): JsonError;
