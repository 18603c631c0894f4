/** The schemas of a package as components of a larger document: those that are asked for, and all that they refer to. */
import type { SchemaEntry } from '../schema/entries.ts';
import type { SchemaObject } from '../schema/json-schema.ts';
import { entryFinder } from '../schema/plan-schemas.ts';
import type { RefTo, Target } from '../schema/refs.ts';

/** Schemas by the names that they have in the package's bundle: letters, digits, `_`, `-` and `.` alone. */
export type Components = Readonly<Record<string, SchemaObject>>;

/**
 * @param entries - All schemas of the package.
 * @param roots - What is asked for.
 * @returns In the order of `entries`, referring to each other as `#/components/schemas/NAME`.
 */
export function components(entries: readonly SchemaEntry[], roots: readonly Target[]): Components {
  const find = entryFinder(entries);
  const built = new Map<string, SchemaObject>();
  const pending = [...roots];
  const ref: RefTo = (target) => {
    pending.push(target);
    return { $ref: `#/components/schemas/${find(target).bundled}` };
  };
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    const entry = find(target);
    if (built.has(entry.bundled)) continue;
    built.set(entry.bundled, {});
    const schema = entry.build(ref);
    built.set(entry.bundled, entry.target.kind === 'form' ? schema : { title: entry.title, ...schema });
  }
  return Object.fromEntries(
    entries.flatMap(({ bundled }) => (built.has(bundled) ? [[bundled, built.get(bundled)!] as const] : [])),
  );
}
