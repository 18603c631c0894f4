/** Takes a canonical message, gives its ProtoJSON value as a default writer would print it. */
import { readMessage } from './read-message.ts';
import type { FieldInfo, MessageInfo, Schema } from './schema.ts';
import { printExact, type ExactJson } from './json-text.ts';
import { unknownKey, type CanonicalMap, type CanonicalMessage, type CanonicalValue } from './value.ts';
import { printDuration, printFieldMask, printTimestamp } from './well-known-text.ts';

/** A message that has no JSON form, such as a Timestamp of the year 10000. */
export class Unprintable extends Error {
  override readonly name = 'Unprintable';
}

/** @throws Unprintable */
export function messageToJsonText(schema: Schema, message: MessageInfo, value: CanonicalMessage): string {
  return printExact(messageToJson(schema, message, value));
}

/** @throws Unprintable */
export function messageToJson(schema: Schema, message: MessageInfo, value: CanonicalMessage): ExactJson {
  return message.wellKnown === undefined ? plain(schema, message, value) : wellKnown(schema, message, value);
}

function plain(schema: Schema, message: MessageInfo, value: CanonicalMessage): { readonly [name: string]: ExactJson } {
  const result = Object.create(null) as Record<string, ExactJson>;
  for (const field of message.fields) {
    const held = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (held !== undefined) result[field.jsonName] = fieldToJson(schema, field, held);
  }
  return result;
}

/** The JSON value of a whole field: a list, a map, or one element. */
export function fieldToJson(schema: Schema, field: FieldInfo, value: CanonicalValue): ExactJson {
  if (field.cardinality === 'map') {
    const result = Object.create(null) as Record<string, ExactJson>;
    for (const [key, item] of (value as CanonicalMap).entries) result[key] = elementToJson(schema, field, item);
    return result;
  }
  if (field.cardinality === 'list') {
    return (value as readonly CanonicalValue[]).map((item) => elementToJson(schema, field, item));
  }
  return elementToJson(schema, field, value);
}

/** The JSON value of one element. */
export function elementToJson(schema: Schema, field: FieldInfo, value: CanonicalValue): ExactJson {
  const { type } = field;
  if (type.kind === 'message') return messageToJson(schema, schema.message(type.name), value as CanonicalMessage);
  if (type.kind === 'enum') {
    if (type.info.name === 'google.protobuf.NullValue') return null;
    return type.info.names.get(value as number) ?? (value as number);
  }
  if (type.info.family === 'bytes') return (value as { readonly b64: string }).b64;
  if (type.info.family === 'float' && value === '-0') return -0;
  return value as number | string | boolean;
}

function wellKnown(schema: Schema, message: MessageInfo, value: CanonicalMessage): ExactJson {
  const get = (name: string): CanonicalValue | undefined => (Object.hasOwn(value, name) ? value[name] : undefined);
  const time = () => ({ seconds: BigInt((get('seconds') ?? '0') as string), nanos: (get('nanos') ?? 0) as number });
  switch (message.wellKnown!) {
    case 'timestamp':
      return printTimestamp(time()) ?? unprintable(message);
    case 'duration':
      return printDuration(time()) ?? unprintable(message);
    case 'field-mask':
      return printFieldMask((get('paths') ?? []) as readonly string[]) ?? unprintable(message);
    case 'struct':
      return fieldToJson(schema, message.byJsonName.get('fields')!, get('fields') ?? { entries: [] });
    case 'list-value':
      return fieldToJson(schema, message.byJsonName.get('values')!, get('values') ?? []);
    case 'value': {
      const field = message.fields.find((candidate) => get(candidate.name) !== undefined);
      const held = field && get(field.name);
      if (field === undefined || held === undefined) return unprintable(message);
      if (field.name === 'number_value' && typeof held === 'string' && held !== '-0') return unprintable(message);
      return elementToJson(schema, field, held);
    }
    case 'wrapper': {
      const field = message.fields[0]!;
      const held = get('value');
      return held === undefined ? elementToJson(schema, field, zeroOf(field)) : elementToJson(schema, field, held);
    }
    case 'any':
      return any(schema, message, value);
    case 'empty':
      return plain(schema, message, {});
    default:
      return message.wellKnown satisfies undefined as never;
  }
}

const unprintable = (message: MessageInfo): never => {
  throw new Unprintable(`This ${message.name} has no JSON form.`);
};

function zeroOf(field: FieldInfo): CanonicalValue {
  if (field.type.kind !== 'scalar') return 0;
  const { family, wide } = field.type.info;
  if (family === 'bytes') return { b64: '' };
  return family === 'string' ? '' : family === 'bool' ? false : wide ? '0' : 0;
}

function any(schema: Schema, message: MessageInfo, value: CanonicalMessage): ExactJson {
  const url = (value['type_url'] ?? '') as string;
  const bytes = value['value'] as { readonly b64: string } | undefined;
  if (url === '') return bytes === undefined ? {} : unprintable(message);
  const inner = schema.findMessage(url.slice(url.lastIndexOf('/') + 1));
  if (inner === undefined) return unprintable(message);
  const held = readMessage({ schema, audit: undefined }, inner, Buffer.from(bytes?.b64 ?? '', 'base64'));
  const { [unknownKey]: _, ...known } = held;
  const json = messageToJson(schema, inner, known);
  if (inner.wellKnown !== undefined) return { '@type': url, value: json };
  return { '@type': url, ...(json as Record<string, ExactJson>) };
}
