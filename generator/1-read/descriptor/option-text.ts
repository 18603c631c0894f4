/** Options as a descriptor holds them, in the words of the proto language. */
import type { DescField, getExtension, Message, Registry } from '@bufbuild/protobuf';
import type { reflect, ReflectMessage } from '@bufbuild/protobuf/reflect';

/** The parts of @bufbuild/protobuf that are used here, loaded by the caller. */
export interface Library {
  readonly reflect: typeof reflect;
  readonly getExtension: typeof getExtension;
  readonly registry: Registry;
}

/** `name = value` for each option that is set. Custom ones whose declaration is not in the set are passed over. */
export function optionTexts(options: Message | undefined, library: Library): readonly string[] {
  const desc = options && library.registry.getMessage(options.$typeName);
  if (options === undefined || desc === undefined) return [];
  return settings(library.reflect(desc, options), library).flatMap(({ name, field, value }) => {
    if (name === 'uninterpreted_option') return [];
    // Features are written one by one, as people do.
    if (name === 'features') {
      return settings(value as ReflectMessage, library).flatMap((one) => {
        if (one.field.fieldKind !== 'message')
          return [`features.${one.name} = ${valueText(one.field, one.value, library)}`];
        return settings(one.value as ReflectMessage, library).map(
          (inner) => `features.${one.name}.${inner.name} = ${valueText(inner.field, inner.value, library)}`,
        );
      });
    }
    if (field.fieldKind === 'list') return items(value).map((item) => `${name} = ${itemText(field, item, library)}`);
    if (field.fieldKind === 'map') return entries(field, value, library).map((entry) => `${name} = ${entry}`);
    return [`${name} = ${valueText(field, value, library)}`];
  });
}

interface Setting {
  /** As written: an extension's in parentheses. */
  readonly name: string;
  readonly field: DescField;
  readonly value: unknown;
}

function settings(message: ReflectMessage, library: Library): readonly Setting[] {
  const own = message.desc.fields
    .filter((field) => message.isSet(field))
    .map((field): Setting => ({ name: field.name, field, value: message.get(field) }));
  const numbers = new Set((message.message.$unknown ?? []).map(({ no }) => no));
  const extended = [...numbers].flatMap((number): Setting[] => {
    const extension = library.registry.getExtensionFor(message.desc, number);
    if (extension === undefined) return [];
    const value = library.getExtension(message.message, extension);
    return [
      {
        name: `(.${extension.typeName})`,
        field: extension as unknown as DescField,
        value: wrapped(extension, value, library),
      },
    ];
  });
  return [...own, ...extended];
}

/** Extensions come as plain values; messages among them are looked at like all others. */
function wrapped(
  field: { readonly fieldKind: string; readonly message?: unknown },
  value: unknown,
  library: Library,
): unknown {
  const desc = (field as { message?: Parameters<Library['reflect']>[0] }).message;
  if (desc === undefined) return value;
  const one = (item: unknown): ReflectMessage => library.reflect(desc, item as Message);
  return field.fieldKind === 'list' ? (value as readonly unknown[]).map(one) : one(value);
}

const items = (value: unknown): readonly unknown[] => [...(value as Iterable<unknown>)];

function valueText(field: DescField, value: unknown, library: Library): string {
  if (field.fieldKind === 'list')
    return `[${items(value)
      .map((item) => itemText(field, item, library))
      .join(', ')}]`;
  if (field.fieldKind === 'map') return `[${entries(field, value, library).join(', ')}]`;
  return itemText(field, value, library);
}

function itemText(field: DescField, value: unknown, library: Library): string {
  if (field.enum !== undefined) return field.enum.value[value as number]?.name ?? String(value);
  if (field.message !== undefined) return aggregate(value as ReflectMessage, library);
  return scalarText(value);
}

function aggregate(message: ReflectMessage, library: Library): string {
  const members = settings(message, library).map(({ name, field, value }) => {
    const key = name.startsWith('(') ? `[${name.slice(2, -1)}]` : (groupName(field) ?? name);
    return `${key}: ${valueText(field, value, library)}`;
  });
  return `{ ${members.join(' ')} }`;
}

/** The text format calls a group by the name of its type. */
function groupName(field: DescField): string | undefined {
  const isGroup =
    field.fieldKind === 'message' && field.delimitedEncoding && field.message.name.toLowerCase() === field.name;
  return isGroup ? field.message.name : undefined;
}

function entries(field: DescField & { fieldKind: 'map' }, value: unknown, library: Library): readonly string[] {
  return [...(value as Iterable<readonly [unknown, unknown]>)].map(([key, item]) => {
    const text =
      field.mapKind === 'enum'
        ? (field.enum.value[item as number]?.name ?? String(item))
        : field.mapKind === 'message'
          ? aggregate(item as ReflectMessage, library)
          : scalarText(item);
    return `{ key: ${scalarText(key)} value: ${text} }`;
  });
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return quoted(new TextEncoder().encode(value));
  if (value instanceof Uint8Array) return quoted(value);
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  if (value === Number.NEGATIVE_INFINITY) return '-inf';
  return Number.isNaN(value) ? 'nan' : Object.is(value, -0) ? '-0.0' : String(value);
}

/** A string literal; what is not printable ASCII is escaped byte by byte. */
export function quoted(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${text.join('')}"`;
}
