/** Lists and maps of event specs, item by item. Errors name the item. */
import { JsonError } from './errors.js';
import { setOwn } from './own.js';
import { isRecord } from './predicates.js';
import { within, wrongType } from './json-error.js';
import { stringToText } from './spec-scalar.js';
/** @throws {JsonError} `wrong-type` when it is no array; what `convert` throws, with the index in the path. */
export function listFromJson(json, convert) {
    const list = [];
    eachItem(json, (item) => list.push(convert(item)));
    return list;
}
/** As `listFromJson`, the other way. */
export function listToJson(value, convert) {
    return listFromJson(value, convert);
}
export function listToText(value, convert) {
    let text = '';
    eachItem(value, (item, index) => (text += index === 0 ? convert(item) : `,${convert(item)}`));
    return `[${text}]`;
}
/**
 * @param isKey - Of the key as text; left out where any string will do.
 * @throws {JsonError} `wrong-type` when it is no object; `bad-key`; what `convert` throws, with the key in the path.
 */
export function mapFromJson(json, convert, isKey) {
    const map = {};
    eachEntry(json, isKey, (key, value) => setOwn(map, key, convert(value)));
    return map;
}
/** As `mapFromJson`, the other way. */
export function mapToJson(value, convert, isKey) {
    return mapFromJson(value, convert, isKey);
}
export function mapToText(value, convert, isKey) {
    let text = '';
    eachEntry(value, isKey, (key, item) => {
        const comma = text === '' ? '' : ',';
        text += `${comma}${stringToText(key)}:${convert(item)}`;
    });
    return `{${text}}`;
}
function eachItem(list, visit) {
    if (!Array.isArray(list))
        throw wrongType('an array', list);
    let index = 0;
    try {
        for (; index < list.length; index++)
            visit(list[index], index);
    }
    catch (error) {
        throw within(error, index);
    }
}
function eachEntry(map, isKey, visit) {
    if (!isRecord(map))
        throw wrongType('an object', map);
    for (const key of Object.keys(map)) {
        try {
            if (isKey?.(key) === false)
                throw new JsonError('bad-key', 'the key is not of its type');
            visit(key, map[key]);
        }
        catch (error) {
            throw within(error, key);
        }
    }
}
/** A list whose every item passes. Holes count as undefined. */
export function everyItem(value, test) {
    if (!Array.isArray(value))
        return false;
    for (let i = 0; i < value.length; i++)
        if (!test(value[i]))
            return false;
    return true;
}
/** A map whose every key and value passes. */
export function everyEntry(value, test, isKey) {
    if (!isRecord(value))
        return false;
    return Object.keys(value).every((key) => test(value[key]) && isKey?.(key) !== false);
}
//# sourceMappingURL=spec-collection.js.map