/**
 * The frame of every ProtoJSON writer: objects, lists, maps, depth. Text is made by concatenation, which engines do lazily;
 * one pass over it at the end puts it together, fastest when each piece was added to all before it.
 */
import { JsonError } from './errors.js';
import { placeOfFailure } from './locate.js';
import { maxJsonDepth } from './json-parse.js';
import { escaped } from './json-write-scalar.js';
/**
 * The JSON text of a message.
 * @throws {JsonError} When a value has no JSON form: names its place in the message.
 */
export function toText(write, message, options) {
    try {
        return write(message, options);
    }
    catch (error) {
        if (!(error instanceof JsonError || error instanceof TypeError))
            throw error;
        const path = placeOfFailure((noted) => write(noted, options), message);
        if (error instanceof JsonError)
            throw new JsonError(error.code, error.reason, path);
        throw new JsonError('wrong-type', error.message, path);
    }
}
/**
 * Options for the messages in a message that may hold others of its type.
 * @throws {JsonError} `too-deep`.
 */
export function below(options) {
    const { types, extensions, maxDepth = maxJsonDepth } = options ?? {};
    if (maxDepth <= 0)
        throw new JsonError('too-deep', 'messages are nested too deep');
    return { types, extensions, maxDepth: maxDepth - 1 };
}
/** Ends an object whose text so far is `json`, `''` when it has no member. */
export function closed(json) {
    return json === '' ? '{}' : `${json}}`;
}
/** A list, each item written by `write`. */
export function listText(list, write) {
    let json = '';
    for (let i = 0; i < list.length; i++)
        json = (i === 0 ? '[' : `${json},`) + write(list[i]);
    return json === '' ? '[]' : `${json}]`;
}
/** Has the map an entry? */
export function hasEntries(map) {
    // A loop that ends at once costs less than a list of the keys.
    for (const _ in map)
        return true;
    return false;
}
/** A map, each value written by `write`. */
export function mapText(map, write) {
    let json = '';
    for (const key in map)
        json = (json === '' ? '{"' : `${json},"`) + escaped(key) + '":' + write(map[key]);
    return closed(json);
}
/** The map, once every key of it is known to be of its type. @throws {JsonError} `bad-key`. */
export function checkKeys(map, isKey) {
    for (const key in map)
        if (!isKey(key))
            throw new JsonError('bad-key', `${JSON.stringify(key)} is no key of the map`);
    return map;
}
/** What a oneof holds is none of its members. Throws {@link JsonError} `unknown-case`. */
export function unknownCase(oneof) {
    throw new JsonError('unknown-case', `the oneof has no such member: ${String(oneof?.case)}`);
}
//# sourceMappingURL=json-write.js.map