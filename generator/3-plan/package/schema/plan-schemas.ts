/** Plans the files under `schemas/`: one per message, enum, type and event, the forms they share, and all of them in one bundle. */
import type { PlannedFile } from '../../../ir/package-plan.ts';
import { bundleFile, type SchemaEntry } from './entries.ts';
import { dialect, schemaText, type JsonSchema, type SchemaObject } from './json-schema.ts';
import { targetKey, type RefTo, type Target } from './refs.ts';

/**
 * @param used - The schemas of the package that are in use, as `usedEntries` gives them.
 * @param packageName - npm name; `$id`s are made of it.
 */
export function planSchemas(used: readonly SchemaEntry[], packageName: string): readonly PlannedFile[] {
  const files = new Map<string, SchemaEntry[]>();
  for (const entry of used) files.set(entry.file, [...(files.get(entry.file) ?? []), entry]);
  const find = entryFinder(used);
  const planned = [...files].map(([file, own]) => verbatim(file, fileSchema(file, own, { find, packageName })));
  return planned.length === 0 ? [] : [...planned, verbatim(bundleFile, bundleSchema(used, { find, packageName }))];
}

const verbatim = (file: string, schema: SchemaObject): PlannedFile => ({
  kind: 'verbatim',
  path: `schemas/${file}`,
  text: schemaText(schema),
});

const idOf = (packageName: string, file: string): string =>
  `https://wiremark.dev/schema/${[...packageName.split('/'), ...file.split('/')]
    .map((segment) => encodeURIComponent(segment).replaceAll('%40', '@'))
    .join('/')}`;

/** All schemas but those shared forms that none refers to. */
export function usedEntries(entries: readonly SchemaEntry[]): readonly SchemaEntry[] {
  const seen = new Set<string>();
  const collect: RefTo = (target) => {
    seen.add(targetKey(target));
    return {};
  };
  for (const entry of entries) if (entry.target.kind !== 'form') entry.build(collect);
  return entries.filter(({ target }) => target.kind !== 'form' || seen.has(targetKey(target)));
}

type EntryFinder = (target: Target) => SchemaEntry;

/** A lookup of entries by what they describe. */
export function entryFinder(entries: readonly SchemaEntry[]): EntryFinder {
  const byKey = new Map(entries.map((entry) => [targetKey(entry.target), entry]));
  return (target) => {
    const found = byKey.get(targetKey(target));
    if (found === undefined) throw new Error(`No schema describes ${targetKey(target)}.`);
    return found;
  };
}

function fileSchema(
  file: string,
  own: readonly SchemaEntry[],
  { find, packageName }: { readonly find: EntryFinder; readonly packageName: string },
): SchemaObject {
  const ref: RefTo = (target) => {
    const entry = find(target);
    const elsewhere = entry.file === file ? '' : relative(file, entry.file);
    // A file's own root is `#`; that of another file needs no fragment.
    const inside = entry.definition === '' ? '' : `#/$defs/${entry.definition}`;
    return { $ref: elsewhere + inside || '#' };
  };
  const root = own.find((entry) => entry.definition === '');
  const definitions = own.filter((entry) => entry.definition !== '');
  return {
    $schema: dialect,
    $id: idOf(packageName, file),
    ...(root === undefined ? formsHead : { title: root.title, ...root.build(ref) }),
    ...(definitions.length === 0
      ? {}
      : { $defs: Object.fromEntries(definitions.map((entry) => [entry.definition, entry.build(ref)])) }),
  };
}

const formsHead = { title: 'ProtoJSON', description: 'Forms of JSON that the schemas of this package share.' } as const;

/** The path from one file to another, both relative to one folder. */
function relative(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < a.length && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  return [...a.slice(shared).map(() => '..'), ...b.slice(shared)].map(encodeURIComponent).join('/');
}

function bundleSchema(
  used: readonly SchemaEntry[],
  { find, packageName }: { readonly find: EntryFinder; readonly packageName: string },
): SchemaObject {
  const ref: RefTo = (target) => ({ $ref: `#/$defs/${find(target).bundled}` });
  const definitions = used.map((entry): [string, JsonSchema] => [
    entry.bundled,
    entry.target.kind === 'form' ? entry.build(ref) : { title: entry.title, ...entry.build(ref) },
  ]);
  return {
    $schema: dialect,
    $id: idOf(packageName, bundleFile),
    title: packageName,
    description: 'Every schema of this package in one document; refer to what you need under $defs.',
    $defs: Object.fromEntries(definitions),
  };
}
