import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../../diagnostics/package-root.ts';
import type { NodeFacts, Protocol } from '../../../ir/protocol.ts';
import { linkTexts } from '../../../2-link/proto/test/linked.ts';
import { assignSymbols } from '../../symbols.ts';
import * as make from '../test/protocols.ts';
import { planDescriptor } from './descriptor.ts';

const schema = JSON.parse(
  await readFile(path.join(packageRoot(), 'spec/schema/descriptor.schema.json'), 'utf8'),
) as object;
const isDescriptor = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const describe = (protocol: Protocol): ReturnType<typeof planDescriptor> => {
  const value = planDescriptor(protocol, assignSymbols(protocol), make.options);
  isDescriptor(JSON.parse(JSON.stringify(value)));
  expect(isDescriptor.errors).toBeNull();
  return value;
};

const chat = make.protoFile({
  enums: [make.protoEnum('chat.Kind', { KIND_: 0, TEXT: 101 })],
  messages: [
    make.message('chat.Msg', [
      make.field('client_id', make.scalar('int64')),
      make.field('__proto__', make.scalar('bytes'), { default: new Uint8Array([255]), presence: 'explicit' }),
      make.field('kind', make.enumType('chat.Kind', false), { oneof: 'body' }),
      make.field('ratio', make.scalar('double'), { default: Number.NEGATIVE_INFINITY, presence: 'explicit' }),
      make.field('big', make.scalar('uint64'), { default: 18446744073709551615n, presence: 'explicit' }),
      make.field('tags', { kind: 'map', key: 'int32', type: make.messageType('chat.Msg') }),
    ]),
  ],
});

test('a message is listed with its properties, JSON names and defaults, and every package with messages frames them', () => {
  const { messages, bindings, counts, files } = describe(make.protocol([chat]));
  expect(messages[0]).toMatchObject({ name: 'chat.Msg', typeName: 'Msg', module: 'chat' });
  expect(messages[0]!.fields.map(({ property, jsonName }) => [property, jsonName])).toEqual([
    ['clientId', 'clientId'],
    ['__proto__$', 'Proto'],
    ['kind', 'kind'],
    ['ratio', 'ratio'],
    ['big', 'big'],
    ['tags', 'tags'],
  ]);
  expect(messages[0]!.fields.map((field) => field.default)).toEqual([
    undefined,
    '/w==',
    undefined,
    '-Infinity',
    '18446744073709551615',
    undefined,
  ]);
  expect(messages[0]!.fields[2]).toMatchObject({ closedEnum: true, oneof: 'body' });
  expect(messages[0]!.fields[5]).toMatchObject({ cardinality: 'map', key: 'int32' });
  expect(messages[0]!.oneofs).toEqual([{ name: 'body', property: 'body', fields: ['kind'] }]);
  expect(bindings.map((binding) => binding.kind)).toEqual(['message-envelope']);
  expect(counts).toMatchObject({
    files: 1,
    messages: 1,
    fields: 6,
    oneofs: 1,
    enums: 1,
    members: 2,
    types: 0,
    events: 0,
  });
  expect(files).toEqual([{ path: 'chat.proto', module: 'chat', kind: 'proto', package: 'chat', syntax: 'proto3' }]);
});

test('facts of an overlay stand beside the enum and its values', () => {
  const none = { commentedOut: [], unspecified: false, status: undefined, incomplete: false, decisions: [] };
  const out = {
    name: 'LOST',
    number: 1202,
    description: 'Was once.',
    source: { document: 'doc', line: 132 },
    origin: make.origin,
  };
  const facts: Protocol['facts'] = new Map<string, NodeFacts>([
    [
      'chat.Kind',
      { ...none, commentedOut: [out], incomplete: true, decisions: [{ place: 'doc:12', reason: 'Seen.' }] },
    ],
    ['chat.Kind.KIND_', { ...none, unspecified: true }],
    ['chat.Kind.TEXT', { ...none, status: 'reserved' }],
  ]);
  const { enums, notes } = describe({ ...make.protocol([chat]), facts });
  expect(enums[0]).toMatchObject({
    incomplete: true,
    commentedOut: [{ name: 'LOST', value: 1202, origin: { document: 'doc', documentLine: 132 } }],
  });
  expect(enums[0]!.members.map(({ unspecified, status }) => [unspecified, status])).toEqual([
    [true, ''],
    [false, 'reserved'],
  ]);
  expect(notes).toEqual([{ about: 'chat.Kind', text: 'doc:12: Seen.' }]);
});

test('documented types include enums and callbacks by reference; derived ones are kept apart', () => {
  const spec = make.eventSpec({
    enums: [make.specEnum('Name', { A: 'a', B: 'b' }, { standing: 'derived' }), make.specEnum('Event', { One: 1 })],
    types: [
      make.specObject('Meta', [
        make.specField('id', make.long, {
          unit: 'ms',
          default: -1,
          values: [{ value: -1, description: 'For ever.' }],
          declared: { type: 'number', expr: { kind: 'number' }, name: undefined, line: 7 },
          observed: { types: [{ kind: 'long-object' }], absent: true, count: 3, note: 'Seen.' },
          source: { document: 'jsdoc', line: 7, rule: 'tail' },
        }),
      ]),
      make.specObject('Shape', [], { standing: 'derived' }),
      make.specUnion('Notice', 'category', { action: 'Meta' }),
      { ...make.specObject('Any', []), kind: 'alias', type: { kind: 'list', of: { kind: 'prefix', value: 'x' } } },
    ],
    callbacks: [make.callback('Done', [make.argument('ok', make.typeOf('Meta'))])],
    events: [
      make.event('onX', [make.argument('meta', make.typeOf('Meta'))], { source: { document: 'jsdoc', line: 3 } }),
    ],
    notes: [{ about: 'onX', text: 'Doubtful.', source: undefined }],
  });
  const { types, derivedTypes, enums, callbacks, events, bindings, counts, notes } = describe(
    make.protocol([], [spec]),
  );
  expect(types.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'object Meta',
    'union Notice',
    'alias Any',
    'enum Event',
    'callback Done',
  ]);
  expect(derivedTypes.map((type) => type.name)).toEqual(['Shape']);
  expect(enums.map((node) => node.standing)).toEqual(['derived', 'documented']);
  expect(types[0]).toMatchObject({
    fields: [{ unit: 'ms', default: -1, declared: { line: 7 }, observed: { absent: true }, origin: { rule: 'tail' } }],
  });
  expect(events[0]!.origin).toEqual({
    file: 'spec/app.spec.yaml',
    line: 1,
    column: 1,
    document: 'jsdoc',
    documentLine: 3,
  });
  expect(callbacks).toHaveLength(1);
  expect(counts).toMatchObject({ types: 5, events: 1, callbacks: 1, enums: 2 });
  expect(bindings).toMatchObject([{ kind: 'json-envelope', event: '/event', args: '/args', codec: 'AppEvent' }]);
  expect(notes).toEqual([{ about: 'onX', text: 'Doubtful.' }]);
});

test('options stand with what they are set on, custom ones under their names, and extensions with what they extend', async () => {
  const text = `
    syntax = "proto2";
    package chat;
    import "google/protobuf/descriptor.proto";
    option java_package = "org.chat";
    extend google.protobuf.FieldOptions { optional Limits limits = 50001; }
    message Limits { optional uint64 max = 1; repeated string names = 2; }
    message Msg {
      option deprecated = true;
      extensions 100 to max;
      optional string text = 1 [(limits) = { max: 18446744073709551615 names: ["a", "b"] }];
    }
    message Set { option message_set_wire_format = true; extensions 4 to max; }
    enum Kind { option allow_alias = true; A = 1 [deprecated = true]; B = 1; }
    extend Msg { repeated sint32 score = 100 [packed = true]; }
    extend Set { optional Msg member = 5; }`;
  const { files } = await linkTexts({ 'chat.proto': text }, { protos: ['chat.proto'] });
  const { extensions, messages, enums, files: listed } = describe(make.protocol(files));
  const [limits, msg, set] = ['Limits', 'Msg', 'Set'].map((name) =>
    messages.find((each) => each.name === `chat.${name}`)!,
  );
  expect(listed.find(({ module }) => module === 'chat')!.options).toEqual({ java_package: 'org.chat' });
  expect([limits!.options, msg!.options]).toEqual([undefined, { deprecated: true }]);
  expect(set!.options).toEqual({ message_set_wire_format: true });
  const value = { max: '18446744073709551615', names: ['a', 'b'] };
  expect(msg!.fields[0]!.options).toEqual({ '(chat.limits)': value });
  const kind = enums.find(({ name }) => name === 'chat.Kind')!;
  expect([kind.options, ...kind.members.map(({ options }) => options)]).toEqual([
    { allow_alias: true },
    { deprecated: true },
    undefined,
  ]);
  const own = extensions!.filter(({ module }) => module === 'chat');
  expect(own.map(({ name, extendee, field }) => [name, extendee, field.number, field.property])).toEqual([
    ['chat.limits', 'google.protobuf.FieldOptions', 50001, 'limits'],
    ['chat.score', 'chat.Msg', 100, 'score'],
    ['chat.member', 'chat.Set', 5, 'member'],
  ]);
  expect(own[1]!.field).toMatchObject({ cardinality: 'list', packed: true, options: { packed: true } });
});
