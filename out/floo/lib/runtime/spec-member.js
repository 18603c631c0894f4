/** Members of objects and items of lists on their way to or from JSON: presence, null, and the place that an error names. */
import { JsonError } from './errors.js';
import { pointerStep } from './pointer.js';
import { within } from './json-error.js';
/**
 * Converts the member `key`.
 *
 * @throws {JsonError} `missing` when it is undefined; what `convert` throws, with the key in the path.
 */
export function required(key, value, convert) {
    if (value === undefined)
        throw new JsonError('missing', 'is missing', pointerStep(key));
    try {
        return convert(value);
    }
    catch (error) {
        throw within(error, key);
    }
}
/** Converts the member `key` unless it is undefined. */
export function optional(key, value, convert) {
    return value === undefined ? undefined : required(key, value, convert);
}
/** Converts what is not null. */
export function nullable(value, convert) {
    return value === null ? null : convert(value);
}
/** As `nullable`, for JSON text. */
export function nullableToText(value, convert) {
    return value === null ? 'null' : convert(value);
}
//# sourceMappingURL=spec-member.js.map