/** JSON text in, value out, without ever rounding an integer: those beyond 2^53 come as bigint. */
import { JsonError } from './errors.js';
/** Arrays and objects inside one another that a document may have, unless told otherwise. As protobuf parsers do. */
export const maxJsonDepth = 100;
/** Longest number that is read, in characters: no double needs more than 1,100, and longer ones only cost time. */
const maxNumberLength = 2000;
/**
 * An integer that `JSON.parse` might round: sixteen digits before any point, or an exponent that is not negative. Numbers
 * follow `[`, `:`, `,`, white space or the start, so digits in strings are seldom taken for one; then only time is lost.
 */
const mayRound = /(?:^|[[:,\s])-?(?:\d{16}|\d[\d.]*[eE]\+?\d)/;
/**
 * Parses JSON as `JSON.parse` does, except that an integer which a double cannot hold safely becomes a bigint: one
 * written as an integer, or one of at most 64 bits written with fraction or exponent (`9007199254740993.0`).
 * A key `__proto__` becomes an ordinary own property.
 *
 * @throws {JsonError} `syntax` when the text is not JSON; `too-deep` beyond `maxDepth`.
 */
export function parseJson(text, maxDepth = maxJsonDepth) {
    return mayRound.test(text) ? parseExactJson(text, maxDepth) : parsePlainJson(text);
}
/**
 * `JSON.parse` with our error. Depth is not checked: its parser keeps no stack of calls, and readers bound it.
 *
 * @throws {JsonError} `syntax`.
 */
export function parsePlainJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new JsonError('syntax', `not JSON: ${error.message}`);
    }
}
/**
 * As `parseJson`, always exactly: strings and unsafe integers of the text are marked with `s` and `n`, so that the parser
 * gives all of both as strings, and then unmarked.
 */
export function parseExactJson(text, maxDepth = maxJsonDepth) {
    // Faults are found here: below, the text is known to be JSON.
    parsePlainJson(text);
    let depth = 0;
    const marked = text.replace(token, (found, colon) => {
        if (found === '[' || found === '{') {
            if (++depth > maxDepth)
                throw new JsonError('too-deep', `nested more than ${maxDepth} deep`);
        }
        else if (found === ']' || found === '}')
            depth--;
        else if (found.startsWith('"'))
            return colon === undefined ? `"s${found.slice(1)}` : found;
        else if (exactNumber(found) !== undefined)
            return `"n${found}"`;
        return found;
    });
    return JSON.parse(marked, (_, value) => {
        if (typeof value !== 'string')
            return value;
        return value.startsWith('s') ? value.slice(1) : exactNumber(value.slice(1));
    });
}
/** A string, and the colon that makes it a key; a number; or a bracket. Of text that is JSON. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?\d[\d.eE+-]*|[[\]{}]/g;
/** The value of a JSON number that a double does not hold safely; undefined for all others. */
function exactNumber(numeral) {
    if (numeral.length > maxNumberLength)
        throw new JsonError('number-too-long', 'a number of too many digits');
    const value = Math.abs(Number(numeral));
    if (value <= Number.MAX_SAFE_INTEGER)
        return undefined;
    if (!/[.eE]/.test(numeral))
        return BigInt(numeral);
    return value > 2 ** 64 ? undefined : decimalInteger(numeral);
}
/**
 * The exact value of a decimal numeral such as `1.5e3`, when it is an integer of at most 20 digits; undefined when it
 * is not.
 */
export function decimalInteger(numeral) {
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numeral) ?? [];
    const digits = `${whole}${fraction}`.replace(/^0+/, '');
    const significant = digits.replace(/0+$/, '');
    // Powers of ten left over once all significant digits stand before the point; negative: there is a fraction.
    const scale = Number(exponent) - fraction.length + digits.length - significant.length;
    if (whole === '')
        return undefined;
    if (significant === '')
        return 0n;
    if (scale < 0 || significant.length + scale > 20)
        return undefined;
    return BigInt(`${sign}${significant}${'0'.repeat(scale)}`);
}
//# sourceMappingURL=json-parse.js.map