/** The JSON Schema of a message in ProtoJSON: what its `fromJsonX` accepts. Source: protobuf.dev/programming-guides/json. */
import type { Field, Message, ValueType } from '../../../ir/protocol.ts';
import { deprecation, described, members, orNull, type JsonSchema, type SchemaObject } from './json-schema.ts';
import type { RefTo } from './refs.ts';
import { protoKeys, valueSchema } from './value-schema.ts';
import { wellKnownForm } from './well-known.ts';

export function messageSchema(message: Message, ref: RefTo): SchemaObject {
  const known = wellKnownForm(message, ref);
  const about = { ...described(message.comment), ...deprecation(message.deprecated) };
  if (known !== undefined) return { ...about, ...known };
  const constraints = [
    ...message.fields.filter(hasTwoNames).map(onceOnly),
    ...message.fields.filter((field) => field.presence === 'required').map(given),
    ...message.oneofs.map((oneof) => atMostOne(message.fields.filter((field) => field.oneof === oneof.name))),
  ];
  const entries = fieldEntries(message, ref);
  return {
    ...about,
    type: 'object',
    ...members(entries),
    ...(message.extensionRanges.length === 0
      ? { additionalProperties: false }
      : { propertyNames: fieldOrExtension(entries.map(([name]) => name)) }),
    ...(constraints.length === 0 ? {} : { allOf: constraints }),
  };
}

/** Which extensions there are is not known here: members called `[full.name]` may have any value. */
function fieldOrExtension(names: readonly string[]): JsonSchema {
  const extension = { pattern: String.raw`^\[[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\]$` };
  return names.length === 0 ? extension : { anyOf: [{ enum: names }, extension] };
}

/** Each field under its JSON name and under its name in the proto. A JSON name goes before another field's proto name. */
function fieldEntries(message: Message, ref: RefTo): (readonly [string, JsonSchema])[] {
  const jsonNames = new Set(message.fields.map((field) => field.jsonName));
  return message.fields.flatMap((field) => {
    const value = fieldSchema(field, ref);
    const about = { ...described(field.comment), ...deprecation(field.deprecated) };
    const entry = [field.jsonName, typeof value === 'object' ? { ...about, ...value } : value] as const;
    if (field.name === field.jsonName || jsonNames.has(field.name)) return [entry];
    const other = described(`The field ${field.jsonName} under its name in the proto.`);
    return [entry, [field.name, typeof value === 'object' ? { ...other, ...value } : value] as const];
  });
}

/** Null stands for "not set" in every field, but not inside lists and maps. */
function fieldSchema({ shape, int64, presence }: Field, ref: RefTo): JsonSchema {
  const value = valueSchema(shape.type, int64, ref);
  switch (shape.kind) {
    case 'singular':
      return presence === 'required' ? value : orNull(value);
    case 'list':
      return orNull({ type: 'array', items: value });
    case 'map':
      return orNull({ type: 'object', ...protoKeys(shape.key), additionalProperties: value });
    default:
      return shape satisfies never;
  }
}

const hasTwoNames = ({ name, jsonName }: Field): boolean => name !== jsonName;

/** A field is not given under both of its names. */
function onceOnly({ name, jsonName }: Field): JsonSchema {
  return { not: { required: [jsonName, name] } };
}

/** A required field of proto2 is given under one of its names. */
function given({ name, jsonName }: Field): JsonSchema {
  return name === jsonName ? { required: [name] } : { anyOf: [{ required: [jsonName] }, { required: [name] }] };
}

/** At most one member of a oneof is set: exactly one of "this one is", for each, and "none is". */
function atMostOne(fields: readonly Field[]): JsonSchema {
  const set = fields.flatMap((field) => {
    const names = hasTwoNames(field) ? [field.jsonName, field.name] : [field.name];
    return names.map((name): JsonSchema => {
      // Null is a value of NullValue and Value themselves, and "not set" of every other type.
      if (hasNull(field.shape.type)) return { required: [name] };
      return { ...members([[name, { not: { type: 'null' } }]]), required: [name] };
    });
  });
  return { oneOf: [...set, { not: { anyOf: set } }] };
}

const hasNull = (type: ValueType): boolean =>
  type.kind !== 'scalar' && /^google\.protobuf\.(Value|NullValue)$/.test(type.fullName);
