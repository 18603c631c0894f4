/** The frame of every ProtoJSON reader: objects, lists and maps, depth, and fields that a message does not have. */
import { JsonError } from './errors.js';
import { within, wrongType } from './json-error.js';
import { maxJsonDepth, parseExactJson, parsePlainJson } from './json-parse.js';
import { asString } from './json-read-scalar.js';
import { checkUniqueKeys } from './json-unique-keys.js';
import { setOwn } from './own.js';
const innerDefaults = {
    ignoreUnknown: false,
    types: undefined,
    extensions: undefined,
    maxDepth: maxJsonDepth - 1,
};
/** Options for the messages in a message. */
export function inner(options) {
    if (options === undefined)
        return innerDefaults;
    const { ignoreUnknown, types, extensions, maxDepth = maxJsonDepth } = options;
    return { ignoreUnknown, types, extensions, maxDepth: maxDepth - 1 };
}
/** May there be a message here? @throws {JsonError} `too-deep` when it would lie in too many others. */
export function checkNesting(options) {
    if (options !== undefined && options.maxDepth <= 0)
        throw new JsonError('too-deep', 'messages are nested too deep');
}
/**
 * The members of a JSON object.
 * @throws {JsonError} `wrong-type` when it is none; `too-deep` when it lies in too many messages.
 */
export function asObject(json, options) {
    if (typeof json !== 'object' || json === null || Array.isArray(json))
        throw wrongType('an object', json);
    checkNesting(options);
    return json;
}
/**
 * A list. Items that a reader gives as undefined (unknown names of enum values, when ignored) are left out.
 * @throws {JsonError} `wrong-type` when it is no array, or an item is null: only absent fields may be null.
 */
export function asList(json, read, options = innerDefaults) {
    if (!Array.isArray(json))
        throw wrongType('an array', json);
    const list = [];
    let i = 0;
    try {
        for (; i < json.length; i++) {
            const item = read(json[i], options);
            if (item !== undefined)
                list.push(item);
        }
    }
    catch (error) {
        throw within(error, i);
    }
    return list;
}
/**
 * A map whose keys are any strings. Values as `asList` has items.
 * @throws {JsonError} `wrong-type`; `lone-surrogate` in a key.
 */
export function asMap(json, read, options = innerDefaults) {
    const entries = asObject(json);
    const map = {};
    let key = '';
    try {
        for (key in entries) {
            const value = read(entries[key], options);
            if (value !== undefined)
                setOwn(map, asString(key), value);
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
    try {
        const json = parsePlainJson(text);
        if (options?.uniqueKeys === true)
            checkUniqueKeys(text);
        return read(json, options);
    }
    catch (error) {
        if (!(error instanceof JsonError && error.code === 'unsafe-integer'))
            throw error;
    }
    // Lists and maps lie between messages: two levels of JSON for each of protobuf.
    return read(parseExactJson(text, 2 * (options?.maxDepth ?? maxJsonDepth)), options);
}
//# sourceMappingURL=json-read.js.map