/** JSON text in, value out, without ever rounding an integer: those beyond 2^53 come as bigint. */
import { JsonError } from './errors.js';
import { setOwn } from './own.js';
import { pointerStep } from './pointer.js';
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
    return mayRound.test(text) ? parseExactJson(text, { maxDepth }) : parsePlainJson(text);
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
 * As `parseJson`, always exactly.
 * @param uniqueKeys - Refuses a key that an object has twice; else the last one wins.
 * @throws {JsonError} As `parseJson`; `duplicate-key`, whose path names the object's member.
 */
export function parseExactJson(text, { maxDepth = maxJsonDepth, uniqueKeys = false } = {}) {
    // Faults are found here: below, the text is known to be JSON.
    parsePlainJson(text);
    const document = [];
    const levels = [];
    let level = { value: document, key: '' };
    for (const [found, string, colon] of text.matchAll(token)) {
        if (found === ']' || found === '}')
            level = levels.pop();
        else if (colon !== undefined) {
            level.key = JSON.parse(string);
            if (uniqueKeys && Object.hasOwn(level.value, level.key)) {
                const steps = [...levels.slice(1), level].map(({ value, key }) => Array.isArray(value) ? value.length - 1 : key);
                throw new JsonError('duplicate-key', 'the key is there twice', steps.map(pointerStep).join(''));
            }
        }
        else {
            const value = found === '[' ? [] : found === '{' ? {} : (exactNumber(found) ?? JSON.parse(found));
            if (Array.isArray(level.value))
                level.value.push(value);
            else
                setOwn(level.value, level.key, value);
            if (found === '[' || found === '{') {
                levels.push(level);
                if (levels.length > maxDepth)
                    throw new JsonError('too-deep', `nested more than ${maxDepth} deep`);
                level = { value: value, key: '' };
            }
        }
    }
    return document[0];
}
/** A string, and the colon that makes it a key; a number; a bracket; or a word. Of text that is JSON. */
const token = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[-\d][\d.eE+-]*|[[\]{}]|[a-z]+/g;
/** The value of a JSON number that a double does not hold safely; undefined for all others, and for what is no number. */
function exactNumber(numeral) {
    if (!/^[-\d]/.test(numeral))
        return undefined;
    if (numeral.length > maxNumberLength)
        throw new JsonError('number-too-long', 'a number of too many digits');
    const value = Math.abs(Number(numeral));
    if (value <= Number.MAX_SAFE_INTEGER)
        return undefined;
    if (!/[.eE]/.test(numeral))
        return BigInt(numeral);
    return value > 2 ** 64 ? undefined : decimalInteger(numeral);
}
/** JSON's own grammar of numbers, without space: sign and whole, fraction, exponent. Source: RFC 8259, section 6. */
export const decimal = /^(-?(?:0|[1-9]\d*))(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/**
 * The exact value of a decimal numeral such as `1.5e3`, when it is an integer of at most 20 digits; undefined when it
 * is not.
 */
export function decimalInteger(numeral) {
    const [, whole, fraction = '', exponent = '0'] = decimal.exec(numeral) ?? [];
    if (whole === undefined || numeral.length > maxNumberLength)
        return undefined;
    const digits = BigInt(whole + fraction);
    const scale = Number(exponent) - fraction.length;
    if (digits === 0n)
        return digits;
    // So many digits are never all zeros.
    if (Math.abs(scale) > maxNumberLength)
        return undefined;
    const power = 10n ** BigInt(Math.abs(scale));
    if (scale < 0 && digits % power !== 0n)
        return undefined;
    const value = scale < 0 ? digits / power : digits * power;
    return value > -(10n ** 20n) && value < 10n ** 20n ? value : undefined;
}
//# sourceMappingURL=json-parse.js.map