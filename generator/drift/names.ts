/** What names of members have in common across spellings: case, and words that only repeat what the enum is called. */

/** `AndroidPad`, `android_pad` and `ANDROID_PAD` are the same two words. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** The name without case and marks. */
export const plainName = (name: string): string => wordsOf(name).join('');

/** Short forms that protocols and SDKs write for the same words. */
const long: Readonly<Record<string, string>> = { conv: 'conversation', msg: 'message', opt: 'option', recv: 'receive' };

/** The name of a type without case and marks, short forms written out: `MsgStatus` and `MessageStatus` are the same. */
export const typeKey = (name: string): string =>
  wordsOf(name)
    .map((word) => (Object.hasOwn(long, word) ? long[word]! : word))
    .join('');

/** Members that must share a word at one end, before it is taken for a part of how all are named. */
const mostOf = 0.6;
const minShared = 3;

/**
 * Keys of the members of one enum: words of the enum's name are taken off both ends, and so is what most members share
 * there. `LevelDebug` of `LogLevel` and `Debug` have the key `debug`.
 * @returns By name. What is nothing but such words keeps them.
 */
export function memberKeys(enumName: string, names: readonly string[]): ReadonlyMap<string, string> {
  const split = new Map(names.map((name) => [name, wordsOf(name)]));
  const own = new Set(wordsOf(enumName));
  const counts = { first: new Map<string, number>(), last: new Map<string, number>() };
  const count = (map: Map<string, number>, word: string | undefined): void => {
    if (word !== undefined) map.set(word, (map.get(word) ?? 0) + 1);
  };
  for (const words of split.values()) {
    if (words.length < 2) continue;
    count(counts.first, words[0]);
    count(counts.last, words.at(-1));
  }
  const enough = Math.max(minShared, names.length * mostOf);
  const isAffix = (word: string | undefined, map: ReadonlyMap<string, number>): boolean =>
    word !== undefined && (own.has(word) || (map.get(word) ?? 0) >= enough);
  return new Map(
    [...split].map(([name, words]) => {
      let [from, to] = [0, words.length];
      while (to - from > 1 && isAffix(words[from], counts.first)) from++;
      while (to - from > 1 && isAffix(words[to - 1], counts.last)) to--;
      return [name, words.slice(from, to).join('')];
    }),
  );
}
