/** Finds what the documents declare by name, the way protobuf looks names up, and spells references so that they hold. */
import type { EnumDraft, FileDraft, MessageDraft, TypeDraft } from './draft.ts';
import { scalars } from '../../ir/scalar.ts';

export interface TypeIndex {
  /** Path of the declaring file by full name. */
  readonly files: ReadonlyMap<string, string>;
  /** Every prefix of a package, which hides names as a type does. */
  readonly packages: ReadonlySet<string>;
}

export const fullNameOf = (file: { readonly package: string }, name: string): string =>
  file.package === '' ? name : `${file.package}.${name}`;

/** Files that come with every protobuf compiler, by the types that they declare. protobuf.dev/reference/protobuf/google.protobuf */
const wellKnown: Readonly<Record<string, readonly string[]>> = {
  any: ['Any'],
  api: ['Api', 'Method', 'Mixin'],
  descriptor: [
    'FileOptions',
    'MessageOptions',
    'FieldOptions',
    'OneofOptions',
    'EnumOptions',
    'EnumValueOptions',
    'ServiceOptions',
    'MethodOptions',
    'ExtensionRangeOptions',
    'FileDescriptorProto',
    'FileDescriptorSet',
    'DescriptorProto',
    'FieldDescriptorProto',
  ],
  duration: ['Duration'],
  empty: ['Empty'],
  field_mask: ['FieldMask'],
  source_context: ['SourceContext'],
  struct: ['Struct', 'Value', 'ListValue', 'NullValue'],
  timestamp: ['Timestamp'],
  type: ['Type', 'Field', 'Enum', 'EnumValue', 'Option', 'Syntax'],
  wrappers: [
    'DoubleValue',
    'FloatValue',
    'Int64Value',
    'UInt64Value',
    'Int32Value',
    'UInt32Value',
    'BoolValue',
    'StringValue',
    'BytesValue',
  ],
};

export function indexTypes(
  files: readonly (Pick<FileDraft, 'name' | 'package'> & {
    readonly messages: readonly Pick<MessageDraft, 'name'>[];
    readonly enums: readonly Pick<EnumDraft, 'name'>[];
  })[],
): TypeIndex {
  const found = new Map<string, string>();
  for (const [file, types] of Object.entries(wellKnown)) {
    for (const type of types) found.set(`google.protobuf.${type}`, `google/protobuf/${file}.proto`);
  }
  for (const file of files) {
    for (const { name } of [...file.messages, ...file.enums]) found.set(fullNameOf(file, name), file.name);
  }
  const packages = new Set<string>();
  for (const name of ['google.protobuf', ...files.map((file) => file.package)]) {
    for (let at = name; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) packages.add(at);
  }
  return { files: found, packages };
}

export const isScalarName = (name: string): boolean => Object.hasOwn(scalars, name);

/** Scopes that a name is looked up in, innermost first; the last is `''`. */
function* scopesOf(scope: string): Generator<string> {
  for (let at = scope; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) yield at;
  yield '';
}

/** What a name means at a place: protobuf takes the innermost scope that knows its first part, and no other. */
function lookUp(name: string, scope: string, { files, packages }: TypeIndex): string | undefined {
  const first = name.split('.')[0]!;
  for (const at of scopesOf(scope)) {
    const prefix = at === '' ? '' : `${at}.`;
    const known = files.has(prefix + first) || packages.has(prefix + first);
    if (known) return files.has(prefix + name) ? prefix + name : undefined;
  }
  return undefined;
}

/**
 * Full name of a documented type; undefined when none of the documents declares it.
 * @param scope - Full name of the message around it, or the package.
 */
export function resolveType(type: TypeDraft, scope: string, index: TypeIndex): string | undefined {
  if (type.full !== undefined) return index.files.has(type.full) ? type.full : undefined;
  return lookUp(type.long.replace(/^\./, ''), scope, index);
}

/** A short spelling that means the type at that place: without the message around it, without the package, or whole. */
export function spell(
  full: string,
  { scope, ownPackage }: { readonly scope: string; readonly ownPackage: string },
  index: TypeIndex,
): string {
  const without = (prefix: string): string[] =>
    prefix !== '' && full.startsWith(`${prefix}.`) ? [full.slice(prefix.length + 1)] : [];
  for (const name of [...without(scope), ...without(ownPackage), full]) {
    if (lookUp(name, scope, index) === full && !isScalarName(name)) return name;
  }
  return `.${full}`;
}
