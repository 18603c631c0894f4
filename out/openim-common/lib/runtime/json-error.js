/** Errors of JSON readers and writers: the usual one, and the place that an outer level adds to an inner level's error. */
import { JsonError } from './errors.js';
import { pointerStep } from './pointer.js';
import { typeName } from './validation.js';
/** The same error with `key` in front of its path; what is no `JsonError` stays as it is. */
export function within(error, key) {
    return error instanceof JsonError ? new JsonError(error.code, error.reason, pointerStep(key) + error.path) : error;
}
/** The error for a number that is no integer within bounds: `from 0 to 2^32 - 1`. */
export function outOfRange(bounds) {
    return new JsonError('out-of-range', `not an integer ${bounds}`);
}
/** The error for another type than the one that should be. */
export function wrongType(expected, value) {
    return new JsonError('wrong-type', `expected ${expected}, got ${typeName(value)}`);
}
//# sourceMappingURL=json-error.js.map