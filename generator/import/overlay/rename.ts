/** Renames parts of a spec, and whatever refers to them: types, variants, notes. */
import { isMapping, type Mapping } from './mapping.ts';

/** The same members in the same order, under other names. */
export const renameMembers = (section: Mapping, names: ReadonlyMap<string, string>): Mapping =>
  Object.fromEntries(Object.entries(section).map(([name, value]) => [names.get(name) ?? name, value]));

/** Follows the new names into every type of the spec. */
export function renameReferences(spec: Mapping, names: ReadonlyMap<string, string>): void {
  for (const section of ['types', 'callbacks', 'events']) visit(spec[section], names);
  for (const note of Array.isArray(spec['notes']) ? spec['notes'] : []) {
    if (!isMapping(note) || typeof note['about'] !== 'string') continue;
    const [first = '', ...rest] = note['about'].split('.');
    note['about'] = [names.get(first) ?? first, ...rest].join('.');
  }
}

function visit(value: unknown, names: ReadonlyMap<string, string>): void {
  if (Array.isArray(value)) return value.forEach((each) => visit(each, names));
  if (!isMapping(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && (key === 'type' || key === 'as')) value[key] = renameInType(inner, names);
    else if (key === 'variants' && Array.isArray(inner))
      value[key] = inner.map((each) => names.get(String(each)) ?? each);
    else visit(inner, names);
  }
}

/** Names in a type of a spec; texts in quotes are no names. */
function renameInType(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[\p{L}_$][\p{L}\p{N}_$.]*/gu, (word) => names.get(word) ?? word);
}
