/** Objects of event specs: what they hold beside their listed members, and how they are put together. */
import { JsonError } from './errors.js';
import { setOwn } from './own.js';
import { pointerStep } from './pointer.js';
import { isRecord } from './predicates.js';
import { objectRule } from './rules.js';
import { checkJson, jsonToJson, jsonToText } from './spec-json.js';
import { within, wrongType } from './json-error.js';
import { stringToText } from './spec-scalar.js';
/** An object, and no array. Its members are still unknown. */
export function isObject(value) {
    return isRecord(value);
}
/** @throws {JsonError} `wrong-type` when it is no object. */
export function checkObject(value) {
    if (!isRecord(value))
        throw wrongType('an object', value);
    return value;
}
/**
 * An object without members that its type does not list.
 *
 * @throws {JsonError} `wrong-type` when it is no object; `unexpected` for a member that is not listed.
 */
export function checkClosedObject(value, listed) {
    const object = checkObject(value);
    for (const key of Object.keys(object)) {
        if (!listed.has(key))
            throw new JsonError('unexpected', 'no such member', pointerStep(key));
    }
    return object;
}
/** A member under a name that all objects inherit, such as `constructor`: undefined unless the object has its own. */
export function own(object, key) {
    return (Object.hasOwn(object, key) ? object[key] : undefined);
}
/**
 * Adds to `object` the members of `from` that are not listed.
 *
 * @throws {JsonError} when one of them is not JSON.
 */
export function withOthers(object, from, listed) {
    eachOther(from, listed, (key, value) => setOwn(object, key, checkJson(value)));
    return object;
}
/** As `withOthers`, towards JSON. */
export function withOthersToJson(json, value, listed) {
    eachOther(value, listed, (key, member) => setOwn(json, key, jsonToJson(member)));
    return json;
}
/** Members that are not listed as JSON text, each with a comma in front. */
export function othersToText(value, listed) {
    let text = '';
    eachOther(value, listed, (key, member) => (text += `,${stringToText(key)}:${jsonToText(member)}`));
    return text;
}
/** JSON text of an object, from that of its members with a comma in front of each. */
export function objectToText(members) {
    return `{${members.slice(1)}}`;
}
/** Has an object no members beside the listed ones? */
export function hasOnly(value, listed) {
    for (const key in value)
        if (!listed.has(key))
            return false;
    return true;
}
/** Each property by its rule, and no member that is not listed. */
export function closedObjectRule(listed, properties) {
    const rule = objectRule(properties);
    return (value, report) => {
        rule(value, report);
        if (!isRecord(value))
            return;
        for (const key of Object.keys(value)) {
            if (!listed.has(key))
                report.at(key, undefined, unexpectedRule);
        }
    };
}
function unexpectedRule(_value, report) {
    report.add('unexpected', 'no such member');
}
/** Objects of recursive types that may lie inside one another. Values may be cyclic, so there must be an end. */
const maxDepth = 100;
/** @throws {JsonError} `too-deep` beyond 100 objects inside one another. */
export function checkDepth(depth) {
    if (!isShallow(depth))
        throw new JsonError('too-deep', `nested more than ${maxDepth} deep`);
}
/** Do at most 100 objects lie inside one another? */
export function isShallow(depth) {
    return depth < maxDepth;
}
function eachOther(object, listed, visit) {
    for (const key in object) {
        if (listed.has(key) || !Object.hasOwn(object, key))
            continue;
        const value = object[key];
        if (value === undefined)
            continue;
        try {
            visit(key, value);
        }
        catch (error) {
            throw within(error, key);
        }
    }
}
//# sourceMappingURL=spec-object.js.map