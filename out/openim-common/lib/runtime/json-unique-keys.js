/** Finds keys that an object of a JSON text has twice. `JSON.parse` keeps the last one, and nobody can tell afterwards. */
import { JsonError } from './errors.js';
import { pointerStep } from './pointer.js';
/** A string, and the colon that makes it a key; a bracket; or a comma. Of text that is JSON. */
const token = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[[\]{},]/g;
/**
 * Does every object have each of its keys once? However a key is escaped, it is the same.
 * @param text - Known to be JSON.
 * @throws {JsonError} `duplicate-key`; its path names the object's member.
 */
export function checkUniqueKeys(text) {
    const levels = [];
    let level;
    for (const [found, raw, colon] of text.matchAll(token)) {
        if (found === '{' || found === '[') {
            level = found === '{' ? { keys: new Set(), at: '' } : { keys: undefined, at: 0 };
            levels.push(level);
        }
        else if (found === '}' || found === ']') {
            levels.pop();
            level = levels.at(-1);
        }
        else if (found === ',') {
            if (typeof level.at === 'number')
                level.at++;
        }
        else if (colon !== undefined) {
            const key = raw.includes('\\') ? JSON.parse(`"${raw}"`) : raw;
            level.at = key;
            if (level.keys.has(key)) {
                throw new JsonError('duplicate-key', 'the key is there twice', levels.map(({ at }) => pointerStep(at)).join(''));
            }
            level.keys.add(key);
        }
    }
}
//# sourceMappingURL=json-unique-keys.js.map