/** Well-known types: messages whose JSON form is not an object of their fields. Source: protobuf.dev/programming-guides/json. */
import type { Message } from '../../../ir/protocol.ts';
import type { SchemaObject } from './json-schema.ts';
import type { FormName, RefTo } from './refs.ts';
import { scalarSchema } from './value-schema.ts';

const named: Readonly<Record<string, FormName>> = {
  Timestamp: 'timestamp',
  Duration: 'duration',
  FieldMask: 'fieldMask',
  Any: 'any',
};

/** @returns Undefined for a message that is an object of its fields. */
export function wellKnownForm(message: Message, ref: RefTo): SchemaObject | undefined {
  const name = /^google\.protobuf\.(\w+)$/.exec(message.fullName)?.[1];
  if (name === undefined) return undefined;
  if (Object.hasOwn(named, name)) return asObject(ref({ kind: 'form', form: named[name]! }));
  // Asked for only where it is used: a package need not hold it.
  const value = () => ref({ kind: 'message', fullName: 'google.protobuf.Value' });
  switch (name) {
    case 'Struct':
      return { type: 'object', additionalProperties: value() };
    case 'ListValue':
      return { type: 'array', items: value() };
    case 'Value':
      return {};
    default:
      return wrapped(message, name, ref);
  }
}

/** A wrapper has the JSON form of what it wraps. */
function wrapped(message: Message, name: string, ref: RefTo): SchemaObject | undefined {
  const [field] = message.fields;
  if (!/^(Double|Float|U?Int(32|64)|Bool|String|Bytes)Value$/.test(name) || field?.shape.type.kind !== 'scalar') {
    return undefined;
  }
  return asObject(scalarSchema(field.shape.type.scalar, field.int64, ref));
}

const asObject = (schema: ReturnType<RefTo>): SchemaObject => (typeof schema === 'object' ? schema : {});
