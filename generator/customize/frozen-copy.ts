/** A deep copy that nobody can change: plain data in, the same data out. Maps stay maps, whose copy is nobody else's. */

/** @throws Error - When the value holds functions, which views never do. */
export function frozenCopy<T>(value: T): T {
  const copy = structuredClone(value);
  const pending: unknown[] = [copy];
  while (pending.length > 0) {
    const each = pending.pop();
    if (typeof each !== 'object' || each === null || Object.isFrozen(each) || ArrayBuffer.isView(each)) continue;
    Object.freeze(each);
    pending.push(...(each instanceof Map ? each.values() : Object.values(each)));
  }
  return copy;
}
