/** Sources with hostile names and every kind of declaration, some of them faulty: what lint and breaking must take without a murmur. */
import * as fc from 'fast-check';

const names = fc.constantFrom(
  'a',
  'b',
  'id',
  'user_id',
  'userId',
  'Message',
  'createTime',
  'size',
  'toString',
  'constructor',
  '__proto__',
  'status',
  'kick_by',
  'kicked_by',
);
const scalars = fc.constantFrom('int32', 'int64', 'uint64', 'string', 'bytes', 'bool', 'double');
const words = fc.constantFrom('', 'a', 'it says */ // so', '$& wiremark-lint-disable-next-line x', '{before}');

const protoField = fc.record({
  label: fc.constantFrom('', 'optional ', 'repeated '),
  type: fc.oneof(scalars, fc.constantFrom('A', 'E', 'map<string, int64>', 'Nowhere')),
  name: names,
  number: fc.integer({ min: 1, max: 6 }),
});

/** Text of a .proto file. */
const proto = fc
  .record({
    syntax: fc.constantFrom('syntax = "proto3";', 'syntax = "proto2";', 'edition = "2023";', ''),
    fields: fc.array(protoField, { maxLength: 4 }),
    values: fc.array(fc.tuple(names, fc.integer({ min: -1, max: 3 })), { minLength: 1, maxLength: 4 }),
    reserved: fc.constantFrom('', 'reserved 1 to 3, 9 to max;', 'reserved "id";'),
    comment: words,
  })
  .map(({ syntax, fields, values, reserved, comment }) =>
    [
      syntax,
      'package p;',
      `// ${comment}`,
      'message A {',
      `  ${reserved}`,
      ...fields.map(
        ({ label, type, name, number }) => `  ${type.startsWith('map') ? '' : label}${type} ${name} = ${number};`,
      ),
      '}',
      'enum E {',
      '  E_NONE = 0;',
      ...values.map(([name, number]) => `  ${name} = ${number};`),
      '}',
      'service S { rpc Call(A) returns (stream A); }',
    ].join('\n'),
  );

const type = fc.oneof(
  scalars,
  fc.constantFrom(
    'number',
    'json',
    'object',
    'long',
    'list<int64>',
    'map<string, A>',
    '"a" | "b"',
    '"a"*',
    'A',
    'B',
    'E',
    'E<int32>',
    'p.A',
    'Nowhere',
    'string | null',
  ),
);
const field = fc.oneof(
  type,
  fc.record(
    {
      type,
      presence: fc.constantFrom('required', 'optional', 'unstated'),
      nullable: fc.boolean(),
      unit: fc.constantFrom('ms', 's'),
      description: words,
      default: fc.oneof(fc.integer(), fc.string({ maxLength: 3 })),
      int64: fc.record({ travel: fc.constantFrom('number', 'string'), surface: fc.constantFrom('bigint', 'number') }),
    },
    { requiredKeys: ['type'] },
  ),
);
const object = fc.record({
  kind: fc.constant('object'),
  open: fc.boolean(),
  fields: fc.dictionary(names, field, { maxKeys: 4 }),
});
const definition = fc.oneof(
  object,
  fc.record({ kind: fc.constant('alias'), type }),
  fc.record({ kind: fc.constant('union'), discriminant: names, variants: fc.constant(['A']) }),
);
const event = fc.record({
  label: fc.constantFrom('Label', 'Other'),
  group: fc.constant('g'),
  direction: fc.constantFrom('server-to-client', 'client-to-server', 'local'),
  arguments: fc.dictionary(names, type, { maxKeys: 3 }),
});

/** Text of an event spec, as JSON. */
const spec = fc
  .record({
    wiremark: fc.constant(1),
    name: fc.constant('chat'),
    title: fc.constant('Chat'),
    enums: fc.record({
      E: fc.record({
        values: fc.constantFrom('integer', 'string'),
        open: fc.boolean(),
        members: fc.dictionary(names, fc.oneof(fc.integer({ min: 0, max: 3 }), names), { minKeys: 1, maxKeys: 4 }),
      }),
    }),
    types: fc.record({ A: object, B: definition }, { requiredKeys: ['A'] }),
    events: fc.dictionary(names, event, { maxKeys: 4 }),
  })
  .map((value) => JSON.stringify(value));

/** Texts by file name, for a folder of its own. */
export const sources = fc.record({ 'a.proto': proto, 'chat.spec.json': spec });
