/** A message as the descriptor lists it. */
import type { Field, Message } from '../../../ir/protocol.ts';
import type { Field as FieldEntry, Message as MessageEntry } from '../../../ir/schema/descriptor.gen.ts';
import { propertyNames } from '../../message/property-names.ts';
import type { Symbols } from '../../symbols.ts';
import { optionsEntry } from './options.ts';
import { originEntry, protoRef } from './type-ref.ts';

export function messageEntry(message: Message, symbols: Symbols): MessageEntry {
  const { module, name } = symbols.proto(message.fullName);
  const properties = propertyNames(message);
  return {
    name: message.fullName,
    typeName: name,
    module,
    messageSet: message.messageSet,
    fields: message.fields.map((field) => fieldEntry(field, properties.get(field.name)!)),
    oneofs: message.oneofs.map((oneof) => ({
      name: oneof.name,
      property: properties.get(`oneof ${oneof.name}`)!,
      fields: [...oneof.fields],
    })),
    extensionRanges: message.extensionRanges.map(({ start, end }) => ({ start, end })),
    reservedRanges: message.reservedRanges.map(({ start, end }) => ({ start, end })),
    reservedNames: [...message.reservedNames],
    ...optionsEntry(message.options),
    description: message.comment,
    deprecated: message.deprecated,
    origin: originEntry(message.origin),
  };
}

/** @param property - Its name in generated code. */
export function fieldEntry(field: Field, property: string): FieldEntry {
  const { shape } = field;
  const standing = defaultEntry(field.default);
  return {
    name: field.name,
    property,
    jsonName: field.jsonName,
    number: field.number,
    cardinality: shape.kind,
    type: protoRef(shape.type),
    ...(shape.kind === 'map' ? { key: shape.key } : {}),
    presence: field.presence,
    packed: field.packed,
    delimited: field.delimited,
    verifyUtf8: field.verifyUtf8,
    closedEnum: shape.type.kind === 'enum' && !shape.type.open,
    ...(field.oneof === undefined ? {} : { oneof: field.oneof }),
    int64: field.int64,
    ...(standing === undefined ? {} : { default: standing }),
    ...optionsEntry(field.options),
    description: field.comment,
    deprecated: field.deprecated,
    origin: originEntry(field.origin),
  };
}

/** 64-bit integers, and numbers that JSON cannot write, as text; bytes as base64. */
function defaultEntry(value: Field['default']): FieldEntry['default'] {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  return value;
}
