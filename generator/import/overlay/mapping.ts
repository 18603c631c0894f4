/** Plain mappings of a spec file: looking into them, and laying one over another. */

export type Mapping = Record<string, unknown>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at an RFC 6901 pointer; undefined when there is none. */
export function memberAt(root: Mapping, pointer: string): unknown {
  let value: unknown = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isMapping(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Members whose values are facts of their own: replaced whole, never entered. */
const whole = new Set(['type', 'declared', 'observed', 'int64', 'from', 'values', 'variants', 'default']);

/** Mappings whose keys are names that documents give: a name that is not there is an error, not a new fact. */
const named = /(^|\/)(types|enums|callbacks|events|fields|members|arguments)$/;

export interface LayOver {
  /** Where the values stand in the overlay. */
  readonly pointer: string;
  /** Where they go in the spec. */
  readonly at: string;
  readonly gone: (pointer: string, name: string, known: readonly string[]) => void;
  readonly stale: (pointer: string, problem: string) => void;
}

/** Changes `target` by `values`, level by level. `null` takes a member out. What changes nothing is reported. */
export function layOver(target: Mapping, values: Mapping, given: LayOver): void {
  for (const [key, value] of Object.entries(values)) {
    const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
    const [pointer, at] = [`${given.pointer}/${token}`, `${given.at}/${token}`];
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    if (before === undefined && (value === null || named.test(given.at))) {
      given.gone(pointer, key, Object.keys(target));
    } else if (value === null) {
      delete target[key];
    } else if (isMapping(value) && isMapping(before) && (named.test(given.at) || !whole.has(key))) {
      layOver(before, value, { ...given, pointer, at });
    } else if (JSON.stringify(before) === JSON.stringify(value)) {
      given.stale(pointer, `the draft says so by itself`);
    } else {
      target[key] = structuredClone(value);
    }
  }
}
