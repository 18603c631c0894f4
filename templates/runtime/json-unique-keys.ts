/** Finds keys that an object of a JSON text has twice. `JSON.parse` keeps the last one, and nobody can tell afterwards. */
import { JsonError } from './errors.ts';
import { pointerStep } from './pointer.ts';

/** A string, and the colon that makes it a key; a bracket; or a comma. Of text that is JSON. */
const token = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[[\]{},]/g;

/** An object or array that is open, and where in it the text is. */
interface Level {
  /** Keys seen so far; undefined in an array. */
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/**
 * Does every object have each of its keys once? However a key is escaped, it is the same.
 * @param text - Known to be JSON.
 * @throws {JsonError} `duplicate-key`; its path names the object's member.
 */
export function checkUniqueKeys(text: string): void {
  const levels: Level[] = [];
  let level: Level | undefined;
  for (const [found, raw, colon] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      level = found === '{' ? { keys: new Set(), at: '' } : { keys: undefined, at: 0 };
      levels.push(level);
    } else if (found === '}' || found === ']') {
      levels.pop();
      level = levels.at(-1);
    } else if (found === ',') {
      if (typeof level!.at === 'number') level!.at++;
    } else if (colon !== undefined) {
      const key = raw!.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw!;
      level!.at = key;
      if (level!.keys!.has(key)) {
        throw new JsonError(
          'duplicate-key',
          'the key is there twice',
          levels.map(({ at }) => pointerStep(at)).join(''),
        );
      }
      level!.keys!.add(key);
    }
  }
}
