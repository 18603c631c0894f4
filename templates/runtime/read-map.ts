/** Sets entries of maps, whose keys come from the wire. */

/** Sets an entry; `__proto__` becomes an ordinary key. */
export function setEntry<T>(map: { [key: string]: T }, key: string, value: T): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else map[key] = value;
}
