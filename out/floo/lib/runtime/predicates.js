/** Is it one? Boolean checks of values in memory, by type. They allocate nothing, and narrow. */
export function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
export function isString(value) {
    return typeof value === 'string';
}
export function isBoolean(value) {
    return typeof value === 'boolean';
}
/** Any number, NaN and infinities included: protobuf's double. */
export function isDouble(value) {
    return typeof value === 'number';
}
/** 2^128 - 2^103, half a step above the largest float: from here on numbers are rounded to infinity. */
const floatLimit = 3.4028235677973366e38;
/** A number that a 32-bit float can hold, if rounded. NaN and infinities included. */
export function isFloat(value) {
    return typeof value === 'number' && (Math.abs(value) < floatLimit || !Number.isFinite(value));
}
/** From -2^31 to 2^31 - 1. */
export function isInt32(value) {
    return typeof value === 'number' && (value | 0) === value;
}
/** From 0 to 2^32 - 1. */
export function isUint32(value) {
    return typeof value === 'number' && value >>> 0 === value;
}
/** A bigint from -2^63 to 2^63 - 1. */
export function isInt64(value) {
    return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
}
/** A bigint from 0 to 2^64 - 1. */
export function isUint64(value) {
    return typeof value === 'bigint' && BigInt.asUintN(64, value) === value;
}
/** An integer that a double holds safely: a 64-bit field that surfaces as a number. */
export function isSafeInt64(value) {
    return Number.isSafeInteger(value);
}
/** As `isSafeInt64`, and not negative. */
export function isSafeUint64(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
/** Decimal digits of an integer from -2^63 to 2^63 - 1, as `BigInt` prints it: a 64-bit field that surfaces as a string. */
export function isInt64String(value) {
    // 18 digits always fit.
    return isDecimal(value) && (value.length < 19 || isInt64(BigInt(value)));
}
/** Decimal digits of an integer from 0 to 2^64 - 1. */
export function isUint64String(value) {
    // 19 digits always fit.
    return isDecimal(value) && value[0] !== '-' && (value.length < 20 || isUint64(BigInt(value)));
}
/** An integer's one decimal form: no leading zero, no plus, no `-0`. At most 20 characters, so that it is cheap to convert. */
function isDecimal(value) {
    return typeof value === 'string' && value.length <= 20 && /^(?:0|-?[1-9]\d*)$/.test(value);
}
/** A value that a table of names lists: a closed enum. */
export function isMember(value, names) {
    return typeof value === 'number' && names[value] !== undefined;
}
export function isBytes(value) {
    return value instanceof Uint8Array;
}
/** A list whose every item passes. Holes count as undefined. */
export function isListOf(value, isItem) {
    if (!Array.isArray(value))
        return false;
    for (let i = 0; i < value.length; i++)
        if (!isItem(value[i]))
            return false;
    return true;
}
/**
 * A map whose every key and value passes.
 * @param isKey - Of the key as text; left out where any string will do.
 */
export function isMapOf(value, isValue, isKey) {
    if (!isRecord(value))
        return false;
    for (const key in value) {
        if (!isValue(value[key]) || (isKey !== undefined && !isKey(key)))
            return false;
    }
    return true;
}
/** The key of a map with `int32`, `sint32` or `sfixed32` keys. */
export function isInt32Key(key) {
    return String(Number(key) | 0) === key;
}
/** The key of a map with `uint32` or `fixed32` keys. */
export function isUint32Key(key) {
    return String(Number(key) >>> 0) === key;
}
/** The key of a map with `bool` keys. */
export function isBooleanKey(key) {
    return key === 'true' || key === 'false';
}
//# sourceMappingURL=predicates.js.map