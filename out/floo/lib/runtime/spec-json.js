/** Free JSON inside event specs: any value, any object, and 64-bit integers as long.js objects. Integers stay exact. */
import { JsonError } from './errors.js';
import { setOwn } from './own.js';
import { isRecord } from './predicates.js';
import { reportType } from './rules.js';
import { bigintToNumber } from './spec-int64.js';
import { within, wrongType } from './json-error.js';
import { checkInt32, numberToText, stringToText } from './spec-scalar.js';
/** Arrays and objects inside one another that free JSON may have. */
const maxDepth = 100;
/**
 * The value itself, once it is known to be JSON.
 *
 * @throws {JsonError} `wrong-type`; `out-of-range` for NaN and infinities; `too-deep`.
 */
export function checkJson(value, depth = 0) {
    switch (typeof value) {
        case 'string':
        case 'boolean':
        case 'bigint':
            return value;
        case 'number':
            if (!Number.isFinite(value))
                throw new JsonError('out-of-range', `${value} has no JSON form`);
            return value;
        default:
    }
    if (value === null)
        return null;
    eachMember(value, depth, checkJson);
    return value;
}
/** As `checkJson`, and an object. */
export function checkJsonObject(value) {
    if (!isRecord(value))
        throw wrongType('an object', value);
    return checkJson(value);
}
/** A copy in which bigints are numbers. @throws {JsonError} what `checkJson` throws; `out-of-range` where one would round. */
export function jsonToJson(value, depth = 0) {
    if (typeof value === 'bigint')
        return bigintToNumber(value);
    if (typeof value !== 'object' || value === null)
        return checkJson(value);
    if (Array.isArray(value)) {
        const list = [];
        eachMember(value, depth, (item, below) => list.push(jsonToJson(item, below)));
        return list;
    }
    const object = {};
    eachMember(value, depth, (member, below, key) => setOwn(object, key, jsonToJson(member, below)));
    return object;
}
export function jsonObjectToJson(value) {
    if (!isRecord(value))
        throw wrongType('an object', value);
    return jsonToJson(value);
}
/** JSON text with every digit. Members that are undefined are left out, as `JSON.stringify` does. */
export function jsonToText(value, depth = 0) {
    if (typeof value === 'string')
        return stringToText(value);
    if (typeof value === 'number')
        return numberToText(value);
    if (typeof value !== 'object' || value === null)
        return String(checkJson(value));
    const parts = [];
    if (Array.isArray(value)) {
        eachMember(value, depth, (item, below) => parts.push(jsonToText(item, below)));
        return `[${parts.join(',')}]`;
    }
    eachMember(value, depth, (member, below, key) => parts.push(`${stringToText(key)}:${jsonToText(member, below)}`));
    return `{${parts.join(',')}}`;
}
export function jsonObjectToText(value) {
    if (!isRecord(value))
        throw wrongType('an object', value);
    return jsonToText(value);
}
/** Is it JSON, to a depth of 100? */
export function isJson(value) {
    try {
        checkJson(value);
        return true;
    }
    catch {
        return false;
    }
}
export function isJsonObject(value) {
    return isRecord(value) && isJson(value);
}
export function jsonRule(value, report) {
    if (typeof value === 'number' && !Number.isFinite(value))
        report.add('out-of-range', `${value} has no JSON form`);
    else if (typeof value !== 'object' || value === null) {
        if (!isJson(value))
            reportType('a JSON value', value, report);
    }
    else if (ArrayBuffer.isView(value))
        reportType('a JSON value', value, report);
    else {
        report.within(() => {
            for (const key of Object.keys(value)) {
                if (report.full)
                    return;
                const member = value[key];
                if (member !== undefined || Array.isArray(value))
                    report.at(key, member, jsonRule);
            }
        });
    }
}
export function jsonObjectRule(value, report) {
    if (isRecord(value))
        jsonRule(value, report);
    else
        reportType('an object', value, report);
}
/** @throws {JsonError} `wrong-type`, `out-of-range`. */
export function checkLong(value) {
    if (!isRecord(value))
        throw wrongType('an object {low, high, unsigned}', value);
    const { low, high, unsigned } = value;
    if (typeof unsigned !== 'boolean')
        throw wrongType('an object {low, high, unsigned}', value);
    return { low: checkInt32(low), high: checkInt32(high), unsigned };
}
export function longToText(value) {
    const { low, high, unsigned } = checkLong(value);
    return `{"low":${low},"high":${high},"unsigned":${unsigned}}`;
}
export function isLong(value) {
    try {
        checkLong(value);
        return true;
    }
    catch {
        return false;
    }
}
export function longRule(value, report) {
    if (!isLong(value))
        reportType('an object {low, high, unsigned}', value, report);
}
/** Visits items or members that are not undefined. Errors name the place. */
function eachMember(value, depth, visit) {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value))
        throw wrongType('a JSON value', value);
    if (depth >= maxDepth)
        throw new JsonError('too-deep', `nested more than ${maxDepth} deep`);
    const isList = Array.isArray(value);
    for (const key of isList ? value.keys() : Object.keys(value)) {
        const member = value[key];
        if (member === undefined && !isList)
            continue;
        try {
            visit(member, depth + 1, String(key));
        }
        catch (error) {
            throw within(error, key);
        }
    }
}
//# sourceMappingURL=spec-json.js.map