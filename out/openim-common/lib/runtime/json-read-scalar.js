/** ProtoJSON readers of scalars of up to 32 bits, strings and bytes. Source: protobuf.dev/programming-guides/json. */
import { base64Decode } from './base64.js';
import { JsonError } from './errors.js';
import { outOfRange, wrongType } from './json-error.js';
import { decimal } from './json-parse.js';
import { checkWellFormed } from './well-formed.js';
/** A string. @throws {JsonError} `wrong-type`; `lone-surrogate`, which no UTF-8 can hold. */
export function asString(json) {
    if (typeof json !== 'string')
        throw wrongType('a string', json);
    checkWellFormed(json);
    return json;
}
/** A boolean. @throws {JsonError} `wrong-type`. */
export function asBool(json) {
    if (typeof json !== 'boolean')
        throw wrongType('true or false', json);
    return json;
}
/** The key of a map by booleans: `true` or `false`. @throws {JsonError} `bad-key`. */
export function asBoolKey(key) {
    if (key !== 'true' && key !== 'false')
        throw new JsonError('bad-key', 'the key is neither true nor false');
    return key;
}
/** A number, or a string that holds one: JSON's own grammar, without space. @throws {JsonError} `wrong-type`, `bad-number`. */
export function asNumber(json) {
    if (typeof json === 'number')
        return json;
    if (typeof json === 'bigint')
        return Number(json);
    if (typeof json !== 'string')
        throw wrongType('a number', json);
    if (!decimal.test(json))
        throw new JsonError('bad-number', 'not a number');
    return Number(json);
}
/** An integer from -2^31 to 2^31 - 1. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`. */
export function asInt32(json) {
    const number = asNumber(json);
    if ((number | 0) !== number)
        throw outOfRange('from -2^31 to 2^31 - 1');
    return number | 0;
}
/** An integer from 0 to 2^32 - 1. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`. */
export function asUint32(json) {
    const number = asNumber(json);
    if (number >>> 0 !== number)
        throw outOfRange('from 0 to 2^32 - 1');
    return number >>> 0;
}
/** A double; `NaN`, `Infinity` and `-Infinity` as strings. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`. */
export function asDouble(json) {
    if (json === 'NaN')
        return NaN;
    if (json === 'Infinity')
        return Infinity;
    if (json === '-Infinity')
        return -Infinity;
    const number = asNumber(json);
    if (!Number.isFinite(number))
        throw new JsonError('out-of-range', 'beyond the largest double');
    return number;
}
/** As `asDouble`, rounded to the nearest 32-bit float. */
export function asFloat(json) {
    const number = asDouble(json);
    const float = Math.fround(number);
    if (!Number.isFinite(float) && Number.isFinite(number))
        throw new JsonError('out-of-range', 'beyond the largest float');
    return float;
}
/** Bytes from base64 or base64url, padded or not. @throws {JsonError} `wrong-type`, `bad-base64`. */
export function asBytes(json) {
    if (typeof json !== 'string')
        throw wrongType('a base64 string', json);
    const bytes = base64Decode(json);
    if (bytes === undefined)
        throw new JsonError('bad-base64', 'not base64');
    return bytes;
}
//# sourceMappingURL=json-read-scalar.js.map