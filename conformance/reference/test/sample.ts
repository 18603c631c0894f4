/** A protocol with every kind of field there is, for the tests of the kit. */
import type { Descriptor, Field, Message } from '../../model/descriptor.gen.ts';
import { scalars } from '../oracle/scalars.ts';
import { descriptor, enumeration, field, list, message } from './descriptor.ts';

const names = Object.keys(scalars);

function all(): Message {
  const fields: Field[] = [
    ...names.map((name, i) => field(`one_${name}`, 1 + i, name)),
    ...names.map((name, i) => list(`many_${name}`, 21 + i, name)),
    ...names.map((name, i) => field(`maybe_${name}`, 41 + i, name, { presence: 'explicit' })),
    field('color', 61, '=sample.Color'),
    list('colors', 62, '=sample.Color'),
    field('maybe_color', 63, '=sample.Color', { presence: 'explicit' }),
    field('closed', 64, '=sample.Closed', { presence: 'explicit', closedEnum: true }),
    list('closeds', 65, '=sample.Closed', { closedEnum: true }),
    list('single_int32', 66, 'int32', { packed: false }),
    list('single_double', 67, 'double', { packed: false }),
    field('child', 70, '.sample.Child'),
    list('children', 71, '.sample.Child'),
    field('self', 72, '.sample.All'),
    field('grouped', 73, '.sample.Child', { delimited: true }),
    list('groups', 74, '.sample.Child', { delimited: true }),
    field('a_string', 80, 'string', { oneof: 'choice', presence: 'explicit' }),
    field('a_number', 81, 'int32', { oneof: 'choice', presence: 'explicit' }),
    field('a_child', 82, '.sample.Child', { oneof: 'choice' }),
    field('a_color', 83, '=sample.Color', { oneof: 'choice', presence: 'explicit' }),
    ...names
      .filter((name) => !['double', 'float', 'bytes'].includes(name))
      .map((name, i) => field(`by_${name}`, 100 + i, 'string', { key: scalars[name as 'int32'].scalar })),
    field('map_int64', 120, 'int64', { key: 'string' }),
    field('map_bytes', 121, 'bytes', { key: 'int32' }),
    field('map_color', 122, '=sample.Color', { key: 'string' }),
    field('map_child', 123, '.sample.Child', { key: 'string' }),
    field('map_bool', 124, 'bool', { key: 'bool' }),
    field('far_away', 536870911 - 5, 'string'),
    field('FieldName_12', 140, 'int32', { jsonName: 'FieldName12' }),
    field('renamed', 141, 'int32', { jsonName: 'other-name' }),
  ];
  return message('sample.All', fields);
}

const known = [
  'Timestamp',
  'Duration',
  'FieldMask',
  'Struct',
  'Value',
  'ListValue',
  'Any',
  'Empty',
  'Int64Value',
  'BoolValue',
  'StringValue',
  'BytesValue',
  'DoubleValue',
];

/** Messages of every kind; the ones with a JSON form of their own are held by `WellKnown`. */
export const sample: Descriptor = descriptor({
  messages: [
    all(),
    message('sample.Child', [
      field('id', 1, 'int32'),
      field('name', 2, 'string'),
      list('tags', 3, 'string'),
      field('deep', 4, '.sample.Child'),
    ]),
    message('sample.Empty', []),
    message('sample.Strict', [
      field('id', 1, 'int32', { presence: 'required' }),
      field('name', 2, 'string', { presence: 'explicit' }),
    ]),
    message('sample.Lax', [field('strict', 1, '.sample.Strict'), list('stricts', 2, '.sample.Strict')]),
    message('sample.All.Nested', [field('value', 1, 'uint64')]),
  ],
  enums: [
    enumeration('sample.Color', { UNKNOWN: 0, RED: 1, GREEN: 2, BLUE: 1000, NEGATIVE: -1 }),
    enumeration('sample.Closed', { ZERO: 0, TWO: 2, MINUS: -5 }, { open: false }),
  ],
});

/** The same, with fields of well-known types. */
export const sampleWithWellKnown: Descriptor = descriptor({
  ...sample,
  messages: [
    ...sample.messages,
    message(
      'sample.WellKnown',
      known.flatMap((name, i) => [
        field(`one_${name.toLowerCase()}`, 1 + i, `.google.protobuf.${name}`),
        list(`many_${name.toLowerCase()}`, 31 + i, `.google.protobuf.${name}`),
      ]),
    ),
  ],
});

/** A few fields of each kind, for the tests that run every case many times. */
export const smallSample: Descriptor = descriptor({
  messages: [
    message('sample.Small', [
      field('title', 1, 'string'),
      field('subtitle', 2, 'string'),
      field('count', 3, 'int32'),
      field('id', 4, 'int64'),
      field('flag', 5, 'bool'),
      field('data', 6, 'bytes'),
      field('ratio', 7, 'double'),
      list('numbers', 8, 'sint32'),
      field('color', 9, '=sample.Color'),
      field('child', 10, '.sample.Child'),
      field('by_name', 11, 'int32', { key: 'string' }),
      field('maybe', 12, 'int32', { presence: 'explicit' }),
      field('a', 13, 'string', { oneof: 'choice', presence: 'explicit' }),
      field('b', 14, 'uint32', { oneof: 'choice', presence: 'explicit' }),
      list('names', 15, 'string'),
    ]),
    message('sample.Child', [field('id', 1, 'fixed32'), field('user_name', 2, 'string')]),
  ],
  enums: [enumeration('sample.Color', { UNKNOWN: 0, RED: 1, GREEN: 2, NEGATIVE: -1 })],
});
