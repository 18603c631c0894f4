/**
 * 64-bit integers of event specs. They are bigint in memory and travel as JSON numbers whose digits are exact in JSON text,
 * or as decimal strings (`quoted`). Where a number would round, an error is thrown instead.
 */
import { JsonError } from './errors.js';
import { isInt64, isInt64String, isUint64, isUint64String } from './predicates.js';
import { wrongType } from './json-error.js';
/** @throws {JsonError} `wrong-type`; `out-of-range` beyond 64 bits, or for a number that may have been rounded already. */
export function int64FromJson(json) {
    return checkInt64(integerFromJson(json));
}
/** As `int64FromJson`, from 0 to 2^64 - 1. */
export function uint64FromJson(json) {
    return checkUint64(integerFromJson(json));
}
/** From the decimal digits. @throws {JsonError} `wrong-type`, `bad-format`. */
export function quotedInt64FromJson(json) {
    return BigInt(checkInt64String(json));
}
/** As `quotedInt64FromJson`, from 0 to 2^64 - 1. */
export function quotedUint64FromJson(json) {
    return BigInt(checkUint64String(json));
}
/** The decimal digits themselves, once they are known to be some. @throws {JsonError} `wrong-type`, `bad-format`. */
export function checkInt64String(value) {
    if (isInt64String(value))
        return value;
    throw typeof value === 'string' ? noDigits() : wrongType('a string of digits', value);
}
/** As `checkInt64String`, from 0 to 2^64 - 1. */
export function checkUint64String(value) {
    if (isUint64String(value))
        return value;
    throw typeof value === 'string' ? noDigits() : wrongType('a string of digits', value);
}
export function int64StringToText(value) {
    return `"${checkInt64String(value)}"`;
}
export function uint64StringToText(value) {
    return `"${checkUint64String(value)}"`;
}
/** As a JSON number. @throws {JsonError} `wrong-type`; `out-of-range` where it would be rounded: JSON text has no such limit. */
export function int64ToJson(value) {
    return bigintToNumber(checkInt64(value));
}
export function uint64ToJson(value) {
    return bigintToNumber(checkUint64(value));
}
/** As decimal digits. */
export function quotedInt64ToJson(value) {
    return String(checkInt64(value));
}
export function quotedUint64ToJson(value) {
    return String(checkUint64(value));
}
/** As the digits of a JSON number, exact. */
export function int64ToText(value) {
    return String(checkInt64(value));
}
export function uint64ToText(value) {
    return String(checkUint64(value));
}
/** As decimal digits between quotes. */
export function quotedInt64ToText(value) {
    return `"${checkInt64(value)}"`;
}
export function quotedUint64ToText(value) {
    return `"${checkUint64(value)}"`;
}
/** The number of the same value. @throws {JsonError} `out-of-range` where there is none. */
export function bigintToNumber(value) {
    const number = Number(value);
    if (!Number.isSafeInteger(number))
        throw new JsonError('out-of-range', `${value} as a number would be rounded`);
    return number;
}
/** The bigint of a safe integer. @throws {JsonError} `wrong-type`, `out-of-range`. */
export function bigintFromNumber(value) {
    if (typeof value !== 'number')
        throw wrongType('an integer', value);
    return integerFromJson(value);
}
/** The bigint that decimal digits stand for. @throws {JsonError} `wrong-type`, `bad-format`. */
export function bigintFromString(value) {
    return isUint64String(value) ? BigInt(value) : quotedInt64FromJson(value);
}
function integerFromJson(json) {
    if (typeof json === 'bigint')
        return json;
    if (typeof json !== 'number')
        throw wrongType('an integer', json);
    if (Number.isSafeInteger(json))
        return BigInt(json);
    const reason = Number.isInteger(json) ? 'may have been rounded: read it as JSON text' : 'is no integer';
    throw new JsonError('out-of-range', `${json} ${reason}`);
}
function checkInt64(value) {
    if (isInt64(value))
        return value;
    throw typeof value === 'bigint' ? tooBig('from -2^63 to 2^63 - 1') : wrongType('a bigint', value);
}
function checkUint64(value) {
    if (isUint64(value))
        return value;
    throw typeof value === 'bigint' ? tooBig('from 0 to 2^64 - 1') : wrongType('a bigint', value);
}
function tooBig(range) {
    return new JsonError('out-of-range', `expected an integer ${range}`);
}
function noDigits() {
    return new JsonError('bad-format', 'expected the decimal digits of an integer of 64 bits');
}
//# sourceMappingURL=spec-int64.js.map