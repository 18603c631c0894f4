/** Which messages have a JSON form of their own, and the shapes of those that a descriptor refers to without listing them. */
import type { Scalar } from '../../model/descriptor.gen.ts';

/** The kinds of JSON form that the ProtoJSON guide lists beside the ordinary object. */
export type WellKnown =
  | 'timestamp'
  | 'duration'
  | 'field-mask'
  | 'struct'
  | 'value'
  | 'list-value'
  | 'any'
  | 'wrapper'
  | 'empty';

const wrapped = ['Double', 'Float', 'Int64', 'UInt64', 'Int32', 'UInt32', 'Bool', 'String', 'Bytes'] as const;

const kinds: ReadonlyMap<string, WellKnown> = new Map<string, WellKnown>([
  ['google.protobuf.Timestamp', 'timestamp'],
  ['google.protobuf.Duration', 'duration'],
  ['google.protobuf.FieldMask', 'field-mask'],
  ['google.protobuf.Struct', 'struct'],
  ['google.protobuf.Value', 'value'],
  ['google.protobuf.ListValue', 'list-value'],
  ['google.protobuf.Any', 'any'],
  ['google.protobuf.Empty', 'empty'],
  ...wrapped.map((name): [string, WellKnown] => [`google.protobuf.${name}Value`, 'wrapper']),
]);

/** The JSON form of a message of this full name; undefined for the ordinary object. */
export const wellKnownKind = (fullName: string): WellKnown | undefined => kinds.get(fullName);

/** A field of a bundled shape; `of` is a scalar, or a full name with a marker in front: `=` enum, `.` message. */
export interface ShapeField {
  readonly name: string;
  readonly jsonName: string;
  readonly number: number;
  readonly of: string;
  readonly list?: true;
  readonly mapKey?: Scalar;
  readonly oneof?: string;
}

const field = (name: string, number: number, of: string, more: Partial<ShapeField> = {}): ShapeField => ({
  name,
  jsonName: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  number,
  of,
  ...more,
});

/** Fields of google/protobuf/*.proto that have a JSON form of their own, by full name. */
export const wellKnownShapes: Readonly<Record<string, readonly ShapeField[]>> = {
  'google.protobuf.Timestamp': [field('seconds', 1, 'int64'), field('nanos', 2, 'int32')],
  'google.protobuf.Duration': [field('seconds', 1, 'int64'), field('nanos', 2, 'int32')],
  'google.protobuf.FieldMask': [field('paths', 1, 'string', { list: true })],
  'google.protobuf.Struct': [field('fields', 1, '.google.protobuf.Value', { mapKey: 'string' })],
  'google.protobuf.Value': [
    field('null_value', 1, '=google.protobuf.NullValue', { oneof: 'kind' }),
    field('number_value', 2, 'double', { oneof: 'kind' }),
    field('string_value', 3, 'string', { oneof: 'kind' }),
    field('bool_value', 4, 'bool', { oneof: 'kind' }),
    field('struct_value', 5, '.google.protobuf.Struct', { oneof: 'kind' }),
    field('list_value', 6, '.google.protobuf.ListValue', { oneof: 'kind' }),
  ],
  'google.protobuf.ListValue': [field('values', 1, '.google.protobuf.Value', { list: true })],
  'google.protobuf.Any': [field('type_url', 1, 'string'), field('value', 2, 'bytes')],
  'google.protobuf.Empty': [],
  ...Object.fromEntries(
    wrapped.map((name) => [`google.protobuf.${name}Value`, [field('value', 1, name.toLowerCase())]]),
  ),
};
