/** The order of map keys in which equal messages have equal bytes, as other implementations have it: for `EncodeOptions.mapKeys`. */

/** Sorts keys in place: integers by value, `false` before `true`, strings by their UTF-8 bytes, which is by code points. */
export function sortedKeys(keys: string[], integers: boolean): string[] {
  return keys.sort(integers ? byValue : byCodePoints);
}

/** Never throws: a key that is no integer is refused when it is written. */
function byValue(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (difference !== 0) return difference;
  // Beyond 2^53, where doubles are too coarse: of the same sign, the one of more digits is the larger.
  return (a.length - b.length || (a < b ? -1 : 1)) * (a.startsWith('-') ? -1 : 1);
}

function byCodePoints(a: string, b: string): number {
  for (let i = 0; ; i++) {
    const difference = (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
    if (difference !== 0 || i === a.length) return difference;
  }
}
