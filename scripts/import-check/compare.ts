/** Compares two linked protocols: every name, type, number, presence and line of a document, but no words of description. */
import type { Protocol } from '../../generator/ir/protocol.ts';

/** Words of description, and where a file happens to have something. */
const aside = new Set(
  'description comment note notes title text reason decisions rules documents origin path file requested'.split(' '),
);

/** Lists of things with names of their own, whose order says nothing. */
const unordered = new Set(['enums', 'types', 'events', 'callbacks', 'messages', 'members', 'files', 'specs', 'facts']);

type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };

function plain(value: unknown, key: string): Plain {
  if (value instanceof Map)
    return plain(
      [...value].map(([name, inner]) => ({ name, ...(inner as object) })),
      key,
    );
  if (Array.isArray(value)) {
    const items = value.map((each) => plain(each, ''));
    return unordered.has(key) ? Object.fromEntries(items.map((item, at) => [nameOf(item) ?? String(at), item])) : items;
  }
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) return [...value];
  if (typeof value !== 'object' || value === null) return (value ?? null) as Plain;
  const entries = Object.entries(value).filter(([name, inner]) => !aside.has(name) && inner !== undefined);
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner, name)]));
}

const nameOf = (item: Plain): string | undefined =>
  typeof item === 'object' && item !== null && !Array.isArray(item) && typeof item['name'] === 'string'
    ? item['name']
    : undefined;

/** One line for each difference, with the path to it. */
export function differences(found: Protocol, wanted: Protocol): string[] {
  return [...compare(plain(found, ''), plain(wanted, ''), '')];
}

function* compare(found: Plain | undefined, wanted: Plain | undefined, path: string): Generator<string> {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  if (isObject(found) && isObject(wanted)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
      yield* compare(found[key], wanted[key], `${path}/${key}`);
    }
  } else yield `${path}: ${JSON.stringify(found)} was imported, ${JSON.stringify(wanted)} is in the spec`;
}

const isObject = (value: Plain | undefined): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
