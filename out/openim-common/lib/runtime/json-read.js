/** The frame of every ProtoJSON reader: objects, lists and maps, depth, and fields that a message does not have. */
import { JsonError } from './errors.js';
import { within, wrongType } from './json-error.js';
import { maxJsonDepth, parseExactJson, parsePlainJson } from './json-parse.js';
import { asString } from './json-read-scalar.js';
import { setOwn } from './own.js';
/**
 * Options for the messages in a message that may hold others of its type.
 * @throws {JsonError} `too-deep` when that lies in too many others itself.
 */
export function inner(options) {
    const { maxDepth = maxJsonDepth } = options ?? {};
    if (maxDepth <= 0)
        throw new JsonError('too-deep', 'messages are nested too deep');
    return { ...options, maxDepth: maxDepth - 1 };
}
/** The members of a JSON object. @throws {JsonError} `wrong-type` when it is none. */
export function asObject(json) {
    if (typeof json !== 'object' || json === null || Array.isArray(json))
        throw wrongType('an object', json);
    return json;
}
/**
 * A list. Items that a reader gives as undefined (unknown names of enum values, when ignored) are left out.
 * @throws {JsonError} `wrong-type` when it is no array, or an item is null: only absent fields may be null.
 */
export function asList(json, read, options) {
    if (!Array.isArray(json))
        throw wrongType('an array', json);
    // A copy has the right size from the start.
    const list = json.slice();
    let length = 0;
    let i = 0;
    try {
        for (; i < list.length; i++) {
            const item = read(list[i], options);
            if (item !== undefined)
                list[length++] = item;
        }
    }
    catch (error) {
        throw within(error, i);
    }
    list.length = length;
    return list;
}
/**
 * A map whose keys are any strings. Values as `asList` has items.
 * @throws {JsonError} `wrong-type`; `lone-surrogate` in a key.
 */
export function asMap(json, read, options) {
    // A copy costs less than a map that grows, and has `__proto__` as an own key like any other.
    const map = { ...asObject(json) };
    let key = '';
    try {
        for (key in map) {
            const value = read(map[key], options);
            if (value === undefined)
                delete map[key];
            else if (value !== map[asString(key)])
                map[key] = value;
        }
    }
    catch (error) {
        throw within(error, key);
    }
    return map;
}
/**
 * A map with its keys in canonical form: `1e2` becomes `100`.
 * @param read - Reads a key as a value of its type.
 */
export function withKeys(map, read) {
    const result = {};
    for (const key in map) {
        try {
            setOwn(result, String(read(key)), map[key]);
        }
        catch (error) {
            throw within(error, key);
        }
    }
    return result;
}
/** Meets a field that the message does not have. @throws {JsonError} `unknown-field` unless told to ignore it. */
export function unknownField(key, options) {
    if (options?.ignoreUnknown !== true)
        throw new JsonError('unknown-field', `there is no field ${JSON.stringify(key)}`);
}
/**
 * Meets a field's original name, which is as good as its JSON name, but not beside it.
 * @throws {JsonError} `duplicate-field` when the object has both.
 */
export function insteadOf(jsonName, object) {
    if (Object.hasOwn(object, jsonName))
        throw new JsonError('duplicate-field', `${jsonName} is given by two names`);
}
/** Meets a member of a oneof. @throws {JsonError} `duplicate-oneof` when another member was there before. */
export function firstOf(oneof) {
    if (oneof !== undefined)
        throw new JsonError('duplicate-oneof', `${oneof.case} of the same oneof is given too`);
}
/** What a message requires. @throws {JsonError} `missing-required` when it is not there. */
export function requireField(value, key) {
    if (value === undefined)
        throw within(new JsonError('missing-required', 'required, but missing'), key);
}
/**
 * Reads JSON text. No integer passes through a double: where `JSON.parse` rounded one that a field of 64 bits was to have,
 * the text is parsed again, exactly.
 */
export function fromText(text, read, options) {
    const { uniqueKeys = false, maxDepth = maxJsonDepth } = options ?? {};
    try {
        return read(uniqueKeys ? parseExactJson(text, { maxDepth: Infinity, uniqueKeys }) : parsePlainJson(text), options);
    }
    catch (error) {
        if (!(error instanceof JsonError && error.code === 'unsafe-integer'))
            throw error;
    }
    // Lists and maps lie between messages: two levels of JSON for each of protobuf.
    return read(parseExactJson(text, { maxDepth: 2 * maxDepth }), options);
}
//# sourceMappingURL=json-read.js.map