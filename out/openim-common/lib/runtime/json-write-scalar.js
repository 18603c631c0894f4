/** ProtoJSON writers of scalars. They refuse what could not be read again. Source: protobuf.dev/programming-guides/json. */
import { base64Encode } from './base64.js';
import { JsonError } from './errors.js';
import { outOfRange, wrongType } from './json-error.js';
import { isInt64, isInt64String, isSafeInt64, isSafeUint64, isUint64, isUint64String } from './predicates.js';
import { checkWellFormed } from './well-formed.js';
/** By UTF-16 unit: 1 for what JSON escapes (RFC 8259, section 7), 2 for surrogates, which need their partners. */
const special = /* @__PURE__ */ specialUnits();
function specialUnits() {
    const units = new Uint8Array(0x10000).fill(1, 0, 0x20).fill(2, 0xd800, 0xe000);
    units[0x22] = units[0x5c] = 1;
    return units;
}
/** Longest text that is looked through here, in UTF-16 units; beyond it `JSON.stringify` is faster. */
const maxScanned = 2000;
/** A string in quotes. @throws {JsonError} `wrong-type`; `lone-surrogate`, which no UTF-8 can hold. */
export function stringText(text) {
    return `"${escaped(text)}"`;
}
/** As `stringText`, without the quotes: they come with what stands around it. */
export function escaped(text) {
    if (typeof text !== 'string')
        throw wrongType('a string', text);
    const { length } = text;
    let found = length > maxScanned ? 1 : 0;
    if (found === 0) {
        let i = 0;
        // Four at a time: most text has nothing special, and needs no decision before its end.
        for (; i + 3 < length; i += 4) {
            found |=
                special[text.charCodeAt(i)] |
                    special[text.charCodeAt(i + 1)] |
                    special[text.charCodeAt(i + 2)] |
                    special[text.charCodeAt(i + 3)];
        }
        for (; i < length; i++)
            found |= special[text.charCodeAt(i)];
        if (found === 0)
            return text;
    }
    checkWellFormed(text);
    return found === 2 ? text : JSON.stringify(text).slice(1, -1);
}
/** @throws {JsonError} `wrong-type`. */
export function boolText(value) {
    if (typeof value !== 'boolean')
        throw wrongType('a boolean', value);
    return value ? 'true' : 'false';
}
/** @throws {JsonError} `out-of-range`. */
export function int32Text(value) {
    if ((value | 0) !== value)
        throw outOfRange('from -2^31 to 2^31 - 1');
    return `${value}`;
}
/** @throws {JsonError} `out-of-range`. */
export function uint32Text(value) {
    if (value >>> 0 !== value)
        throw outOfRange('from 0 to 2^32 - 1');
    return `${value}`;
}
/** Quoted digits, as for every integer of 64 bits: not every reader holds them in numbers. @throws {JsonError} `out-of-range`. */
export function int64Text(value) {
    if (!isInt64(value))
        throw outOfRange('from -2^63 to 2^63 - 1');
    return `"${value}"`;
}
/** @throws {JsonError} `out-of-range`. */
export function uint64Text(value) {
    if (!isUint64(value))
        throw outOfRange('from 0 to 2^64 - 1');
    return `"${value}"`;
}
/** @throws {JsonError} `out-of-range`. */
export function int64NumberText(value) {
    if (!isSafeInt64(value))
        throw outOfRange('that a number holds safely');
    return `"${value}"`;
}
/** @throws {JsonError} `out-of-range`. */
export function uint64NumberText(value) {
    if (!isSafeUint64(value))
        throw outOfRange('from 0 up that a number holds safely');
    return `"${value}"`;
}
/** @throws {JsonError} `out-of-range`. */
export function int64StringText(value) {
    if (!isInt64String(value))
        throw outOfRange('from -2^63 to 2^63 - 1 in decimal digits');
    return `"${value}"`;
}
/** @throws {JsonError} `out-of-range`. */
export function uint64StringText(value) {
    if (!isUint64String(value))
        throw outOfRange('from 0 to 2^64 - 1 in decimal digits');
    return `"${value}"`;
}
/** A number; what JSON has no number for, in quotes: `"NaN"`, `"Infinity"`, `"-Infinity"`. @throws {JsonError} `wrong-type`. */
export function doubleText(value) {
    if (typeof value !== 'number')
        throw wrongType('a number', value);
    if (value - value !== 0)
        return `"${value}"`;
    // Zero has a sign, which conversion to text drops.
    return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
}
/** (2 - 2^-23) * 2^127. */
const largestFloat = 3.4028234663852886e38;
/** As `doubleText`, with no more digits than a 32-bit float needs. @throws {JsonError} `wrong-type`, `out-of-range`. */
export function floatText(value) {
    const float = Math.fround(value);
    if (typeof value !== 'number' || value === 0 || value - value !== 0)
        return doubleText(value);
    if (float - float !== 0)
        throw new JsonError('out-of-range', 'beyond the largest float');
    // Six digits may be enough, nine always are.
    for (let digits = 6; digits < 9; digits++) {
        const short = Number(float.toPrecision(digits));
        // Rounded up, the largest float is beyond what some readers take.
        if (Math.fround(short) === float && Math.abs(short) <= largestFloat)
            return doubleText(short);
    }
    return doubleText(float);
}
/** Padded base64 in quotes. @throws {JsonError} `wrong-type`. */
export function bytesText(bytes) {
    if (!(bytes instanceof Uint8Array))
        throw wrongType('a Uint8Array', bytes);
    return `"${base64Encode(bytes)}"`;
}
//# sourceMappingURL=json-write-scalar.js.map