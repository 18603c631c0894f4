/** Reads keys of maps, and sets entries. */
import { input, view } from './input.ts';
import { readString } from './read-string.ts';

/** Bytes of a remembered key: at least those of a word, and room for this many. */
const minSize = 4;
const maxSize = 32;

/** Keys that were read before, as the engine keeps names of properties, and their bytes: by a hash of those. */
const keys: string[] = [];
const keyBytes: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(256 * maxSize));

/**
 * A string key, which must be UTF-8. Maps tend to have the same keys over and over, and turning a new string into a
 * property name takes longer than all else: so the last ones are remembered.
 */
export function keyAt(start: number, stop: number): string {
  const size = stop - start;
  if (size < minSize || size > maxSize) return readString(start, stop);
  const last = view.getInt32(stop - 4, true);
  const hash = (view.getInt32(start, true) * 31) ^ last ^ size;
  const slot = (hash ^ (hash >>> 15) ^ (hash >>> 7)) & 255;
  const at = slot * maxSize;
  if (keys[slot]?.length === size) {
    let difference = last ^ keyBytes.getInt32(at + size - 4, true);
    for (let i = 0; i < size - 4; i += 4)
      difference |= view.getInt32(start + i, true) ^ keyBytes.getInt32(at + i, true);
    if (difference === 0) return keys[slot]!;
  }
  const key = readString(start, stop);
  // As long as its bytes: ASCII. `Object.keys` gives the property name, not the string it was made from.
  if (key.length === size) {
    keys[slot] = Object.keys({ [key]: 0 })[0]!;
    for (let i = 0; i < size; i++) keyBytes.setUint8(at + i, input[start + i]!);
  }
  return key;
}

/** Sets an entry; `__proto__` becomes an ordinary key, as it is one in a literal with computed keys. */
export function setEntry<T>(map: { [key: string]: T }, key: string, value: T): void {
  if (key === '__proto__') Object.defineProperties(map, Object.getOwnPropertyDescriptors({ [key]: value }));
  else map[key] = value;
}
