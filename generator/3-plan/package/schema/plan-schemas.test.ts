import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Protocol } from '../../../ir/protocol.ts';
import { assignSymbols } from '../../symbols.ts';
import * as make from '../test/protocols.ts';
import { schemaEntries } from './entries.ts';
import { planSchemas, usedEntries } from './plan-schemas.ts';

/** Plans the schemas, compiles all of them under strict mode, and gives a verdict by file, or by definition of the bundle. */
function judge(protocol: Protocol): (where: string, value: unknown) => boolean {
  const files = planSchemas(usedEntries(schemaEntries(assignSymbols(protocol))), '@acme/chat');
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTuples: false, allowUnionTypes: true });
  const texts = new Map(files.map((file) => [file.path.replace(/^schemas\//, ''), (file as { text: string }).text]));
  for (const text of texts.values()) ajv.addSchema(JSON.parse(text) as object);
  for (const text of texts.values()) ajv.getSchema((JSON.parse(text) as { $id: string }).$id);
  return (where, value) => {
    const id = `https://wiremark.dev/schema/@acme/chat/${where.includes('.schema.json') ? where : `package.schema.json#/$defs/${where}`}`;
    const validate = ajv.getSchema(id);
    if (validate === undefined) throw new Error(`There is no ${id} among ${[...texts.keys()].join(', ')}.`);
    return validate(value) as boolean;
  };
}

const chat = make.protoFile({
  enums: [
    make.protoEnum('chat.Kind', { KIND_: 0, TEXT: 101 }),
    make.protoEnum('chat.Closed', { A: 0, B: -1 }, { open: false }),
  ],
  messages: [
    make.message('chat.Msg', [
      make.field('client_id', make.scalar('int64')),
      make.field('safe', make.scalar('uint64'), { int64: 'number' }),
      make.field('small', make.scalar('sint32')),
      make.field('ratio', make.scalar('float')),
      make.field('raw', make.scalar('bytes')),
      make.field('kind', make.enumType('chat.Kind')),
      make.field('closed', make.enumType('chat.Closed', false)),
      make.field('reply', make.messageType('chat.Msg')),
      make.field('names', { kind: 'list', type: make.scalar('string') }),
      make.field('by_id', { kind: 'map', key: 'int32', type: make.messageType('chat.Msg') }),
      make.field('flags', { kind: 'map', key: 'bool', type: make.scalar('bool') }),
      make.field('a_text', make.scalar('string'), { oneof: 'body' }),
      make.field('number', make.scalar('double'), { oneof: 'body' }),
    ]),
    make.message('chat.Must', [make.field('old_name', make.scalar('string'), { presence: 'required' })]),
    make.message('chat.Odd', [make.field('proto', make.scalar('string'), { jsonName: '__proto__' })]),
  ],
});
const accepts = judge(make.protocol([chat]));

test.each([
  {},
  { clientId: '9223372036854775807', client_id: undefined },
  { client_id: -1 },
  { clientId: null },
  { clientId: '1.0', small: '1e2' },
  { safe: 2 ** 53 - 1 },
  { small: -2147483648, ratio: 'NaN', raw: '_-8', kind: 'TEXT' },
  { raw: '+/8=', kind: 999, closed: -1 },
  { closed: 'B', ratio: 3.4e38 },
  { reply: { reply: { names: ['a'] } } },
  { byId: { '-1': {}, 1e2: { small: 1 } }, flags: { true: false } },
  { aText: 'x', number: null },
  { number: '1e400' },
])('a message accepts %j', (value) => {
  const json = JSON.parse(JSON.stringify(value)) as unknown;
  expect([accepts('chat/Msg.schema.json', json), accepts('chat.Msg', json)]).toEqual([true, true]);
});

test.each([
  null,
  [],
  'x',
  { clientId: '9223372036854775808' },
  { clientId: 1.5 },
  { clientId: '' },
  { clientId: ' 1' },
  { clientId: '0x1' },
  { clientId: true },
  { clientId: 1, client_id: 1 },
  { safe: '9007199254740992' },
  { safe: -1 },
  { small: 2147483648 },
  { small: '2147483648' },
  { ratio: 3.5e38 },
  { ratio: 'nan' },
  { raw: '*' },
  { raw: 'a' },
  { kind: 'text' },
  { kind: 1.5 },
  { closed: 7 },
  { reply: [] },
  { names: [null] },
  { names: 'a' },
  { byId: { x: {} } },
  { byId: { 2147483648: {} } },
  { byId: { 1: null } },
  { flags: { 1: true } },
  { aText: 'x', number: 1 },
  { a_text: 'x', number: 1 },
  { unknown: 1 },
])('a message refuses %j', (value) => {
  expect([accepts('chat/Msg.schema.json', value), accepts('chat.Msg', value)]).toEqual([false, false]);
});

test('a required field is required under one of its names', () => {
  expect(accepts('chat.Must', { oldName: '' })).toBe(true);
  expect(accepts('chat.Must', { old_name: '' })).toBe(true);
  expect(accepts('chat.Must', {})).toBe(false);
  expect(accepts('chat.Must', { oldName: null })).toBe(false);
});

test('a JSON name of __proto__ is a name like any other', () => {
  expect(accepts('chat.Odd', JSON.parse('{"__proto__": "x"}'))).toBe(true);
  expect(accepts('chat.Odd', JSON.parse('{"__proto__": 1}'))).toBe(false);
});

const wkt = (name: string, fields: Parameters<typeof make.message>[1] = []): ReturnType<typeof make.message> =>
  make.message(`google.protobuf.${name}`, fields);
const known = make.protoFile({
  path: 'google/protobuf/known.proto',
  package: 'google.protobuf',
  messages: [
    ...['Any', 'Timestamp', 'Duration', 'FieldMask', 'Struct', 'Value', 'ListValue', 'Empty'].map((name) => wkt(name)),
    wkt('Int64Value', [make.field('value', make.scalar('int64'))]),
    wkt('BoolValue', [make.field('value', make.scalar('bool'))]),
    make.message('google.protobuf.Holder', [
      make.field('any_value', make.messageType('google.protobuf.Value'), { oneof: 'one' }),
      make.field('flag', make.messageType('google.protobuf.BoolValue'), { oneof: 'one' }),
      make.field('nothing', make.enumType('google.protobuf.NullValue')),
    ]),
  ],
  enums: [make.protoEnum('google.protobuf.NullValue', { NULL_VALUE: 0 })],
});
const acceptsKnown = judge(make.protocol([known]));

test.each([
  ['Timestamp', '2024-02-29T23:59:59.123456789Z', true],
  ['Timestamp', '2024-02-29T23:59:59+01:00', true],
  ['Timestamp', '0000-01-01T00:00:00Z', false],
  ['Timestamp', '2024-02-29 23:59:59Z', false],
  ['Timestamp', '2024-02-29T23:59:59.1234567890Z', false],
  ['Duration', '-3.5s', true],
  ['Duration', '315576000000s', true],
  ['Duration', '315576000001s', false],
  ['Duration', '03s', true],
  ['Duration', '3', false],
  ['FieldMask', 'a.b,cD', true],
  ['FieldMask', '', true],
  ['FieldMask', 'a_b', false],
  ['FieldMask', 'a,,b', false],
  ['Struct', { a: null, b: [1, { c: true }] }, true],
  ['Struct', [], false],
  ['Value', null, true],
  ['ListValue', [null, 1], true],
  ['ListValue', {}, false],
  ['Any', { '@type': 'type.googleapis.com/x', value: 1 }, true],
  ['Any', { '@type': 1 }, false],
  ['Any', {}, true],
  ['Any', { value: 1 }, false],
  ['Empty', {}, true],
  ['Empty', { a: 1 }, false],
  ['Int64Value', '-5', true],
  ['Int64Value', {}, false],
  ['BoolValue', true, true],
  ['Holder', { anyValue: null }, true],
  ['Holder', { flag: null, anyValue: 1 }, true],
  ['Holder', { flag: true, anyValue: null }, false],
  ['Holder', { nothing: null, flag: false }, true],
  ['Holder', { nothing: 1 }, false],
] as const)('%s: %j is valid: %s', (name, value, valid) => {
  expect(acceptsKnown(`google.protobuf.known.${name}`, value)).toBe(valid);
});

const literalField = (value: string): ReturnType<typeof make.specField> =>
  make.specField('category', { kind: 'literal', value });
const app = make.eventSpec({
  enums: [
    make.specEnum('Level', { Low: 1, High: 2 }),
    make.specEnum('Open', { One: 'one' }, { open: true }),
    make.specEnum('OpenInt', { One: 1 }, { open: true }),
  ],
  types: [
    make.specObject('Meta', [
      make.specField('id', make.long),
      make.specField('quoted', make.long, { int64: { travel: 'string', surface: 'bigint' }, presence: 'unstated' }),
      make.specField(
        'level',
        { kind: 'spec-enum', spec: 'app', name: 'Level', width: 'int32' },
        { presence: 'optional' },
      ),
      make.specField('any', { kind: 'json' }, { presence: 'optional', nullable: true }),
      make.specField('maybe', { kind: 'union', of: [make.text, { kind: 'undefined' }] }),
      make.specField('byName', { kind: 'map', key: 'int32', value: make.text }, { presence: 'optional' }),
      make.specField('next', make.typeOf('Meta'), { presence: 'optional', nullable: true, unit: 'ms', default: 3 }),
      make.specField(
        'odd',
        { kind: 'spec-enum', spec: 'app', name: 'OpenInt', width: 'uint32' },
        { presence: 'optional' },
      ),
      make.specField('long', { kind: 'long-object' }, { presence: 'optional' }),
    ]),
    make.specObject('Loose', [make.specField('a', make.text, { presence: 'unstated' })], { open: true }),
    make.specObject('A', [literalField('a'), make.specField('n', make.whole)]),
    make.specObject('B', [make.specField('category', { kind: 'prefix', value: 'b.*' })]),
    make.specObject('C', [make.specField('category', make.text)]),
    make.specUnion('Closed', 'category', { a: 'A', 'b.*': 'B', c: 'C' }),
    make.specUnion('Wide', 'category', { a: 'A', 'b.*': 'B' }, true),
  ],
  events: [
    make.event('on"X', [
      make.argument('meta', make.typeOf('Meta')),
      make.argument('n', make.whole, { presence: 'optional' }),
    ]),
    make.event('on/../x', []),
    make.event('ON"x', [make.argument('any', { kind: 'union', of: [make.text, { kind: 'undefined' }] })]),
  ],
});
const acceptsApp = judge(make.protocol([], [app]));

test.each([
  ['Meta', { id: 2 ** 62 }, true],
  ['Meta', { id: 2 ** 64 }, false],
  ['Meta', { id: '1' }, false],
  ['Meta', {}, false],
  ['Meta', { id: 1, more: 1 }, false],
  ['Meta', { id: 1, quoted: '-9223372036854775808', level: 2, any: null, maybe: 'x', byName: { '-5': 'a' } }, true],
  ['Meta', { id: 1, quoted: 5 }, false],
  ['Meta', { id: 1, quoted: '01' }, false],
  ['Meta', { id: 1, level: 3 }, false],
  ['Meta', { id: 1, byName: { '05': 'a' } }, false],
  ['Meta', { id: 1, next: { id: 1, next: null } }, true],
  ['Meta', { id: 1, maybe: null }, false],
  ['Meta', { id: 1, odd: -1 }, false],
  ['Meta', { id: 1, odd: 7, long: { low: 1, high: -1, unsigned: false } }, true],
  ['Meta', { id: 1, long: { low: 1 } }, false],
  ['Loose', { b: 1 }, true],
  ['Loose', { a: 1 }, false],
  ['Open', 'anything', true],
  ['Level', 'Low', false],
  ['Closed', { category: 'a', n: 1 }, true],
  ['Closed', { category: 'a', n: 'x' }, false],
  ['Closed', { category: 'b.*yes' }, true],
  ['Closed', { category: 'bxyes' }, false],
  ['Closed', { category: 'c' }, true],
  ['Closed', { category: 'd' }, false],
  ['Wide', { category: 'd', free: 1 }, true],
  ['Wide', { category: 'a', n: 'x' }, false],
  ['Wide', { category: 'b.*', more: 1 }, false],
  ['Wide', {}, false],
  ['events.on_X', { event: 'on"X', args: [{ id: 1 }], ts: 1 }, true],
  ['events.on_X', { event: 'on"X', args: [] }, false],
  ['events.on_X', { event: 'other', args: [{ id: 1 }] }, false],
  ['events.on_X.arguments', [{ id: 1 }, null], true],
  ['events.on_X.arguments', [{ id: 1 }, 1, 2], false],
  ['events.on____x', { event: 'on/../x', args: [] }, true],
  ['events.on____x', { event: 'on/../x', args: [1] }, false],
  ['events.ON_x_.arguments', [], true],
  ['events.ON_x_.arguments', [null], true],
  ['AppEvent', { event: 'on"X', args: [{ id: 1 }] }, true],
  ['AppEvent', { event: 'on"X', args: [{ id: 'x' }] }, false],
  ['AppEvent', { event: 'none', args: [] }, false],
])('%s: %j is valid: %s', (name, value, valid) => {
  expect(acceptsApp(`app.${name}`, value)).toBe(valid);
});

test('bounds are written with all their digits, and files refer to one another by relative paths', () => {
  const files = planSchemas(usedEntries(schemaEntries(assignSymbols(make.protocol([chat], [app])))), '@acme/chat');
  const text = (path: string): string => (files.find((file) => file.path === path) as { text: string }).text;
  expect(text('schemas/protojson.schema.json')).toContain('"maximum": 9223372036854775807');
  expect(text('schemas/chat/Msg.schema.json')).toContain('"$ref": "../protojson.schema.json#/$defs/int64"');
  expect(text('schemas/app/events/on_X.schema.json')).toContain('"$ref": "../Meta.schema.json"');
  expect(files.map((file) => file.path)).toEqual([...new Set(files.map((file) => file.path))]);
  expect(text('schemas/app/Meta.schema.json')).toContain('"description": "Unit: ms."');
});
