import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { SpecObject } from '../../ir/event-spec.ts';
import { layersOf } from '../../ir/layers.ts';
import { linkText } from './test/link-text.ts';

const head = 'wiremark: 1\nname: chat\ntitle: Chat\n';
const spec = (body: string) => linkText({ 'chat.yaml': head + body });
/** Lines of the body start at 4. */
const faults = async (body: string) => (await spec(body)).faults;

describe('what a spec says is linked', () => {
  const body = `
documents: { page: { title: A page } }
rules: { tail: The tail of a description states the width. }
evidence: { runs: Two runs. }
int64: { travel: number, surface: number }
enums:
  Mode: { standing: derived, values: integer, members: { Off: 0, On: { value: 1, from: 7 } } }
types:
  Item:
    kind: object
    presence: required
    fields:
      id: { type: int64, int64: string, declared: string, from: [3 tail, 9] }
      mode: { type: Mode<int32> | null, default: 1, unit: s, values: [{ value: -1, description: Never. }] }
      tags: list<string> | undefined
      extra: { type: { map: { key: string, value: { union: [Item, { literal: none }] } } }, presence: optional }
      seen: { type: number, observed: { type: string | undefined, count: 4, note: Mostly. } }
events:
  onItem:
    label: Item
    group: items
    from: 12-14
    arguments: { item: Item, when: { type: uint64, presence: optional } }
    declared: { item: string }
    observed: { arguments: { item: Item | undefined }, evidence: runs }
  'odd name': { label: Odd, group: items, direction: local, arguments: {} }
bindings: { envelope: { kind: json-envelope, event: /event, args: /args } }
notes: [{ about: Item.id, text: Doubtful., from: 3 }]
`;

  test('in all its layers, without a word of complaint', async () => {
    const { protocol, faults: found } = await spec(body);
    expect(found).toEqual([]);
    const [chat] = protocol.specs;
    expect(Object.isFrozen(chat?.types[0])).toBe(true);
    const fields = Object.fromEntries((chat!.types[0] as SpecObject).fields.map((field) => [field.name, field]));
    expect(fields['id']).toMatchObject({
      type: { kind: 'scalar', scalar: 'int64' },
      presence: 'required',
      int64: { travel: 'string', surface: 'string' },
      declared: { type: 'string', expr: { kind: 'scalar', scalar: 'string' }, name: undefined, line: 3 },
      source: { document: 'page', line: 3, rule: 'tail', also: [9] },
      origin: { file: 'chat.yaml', line: 16, column: 7, length: 2 },
    });
    expect(fields['mode']).toMatchObject({
      type: { kind: 'spec-enum', spec: 'chat', name: 'Mode', width: 'int32' },
      nullable: true,
      unit: 's',
      default: 1,
      int64: { travel: 'number', surface: 'number' },
    });
    expect(fields['tags']).toMatchObject({ type: { kind: 'list' }, presence: 'optional', nullable: false });
    expect(fields['extra']?.type).toEqual({
      kind: 'map',
      key: 'string',
      value: {
        kind: 'union',
        of: [
          { kind: 'type', spec: 'chat', name: 'Item' },
          { kind: 'literal', value: 'none' },
        ],
      },
    });
    expect(fields['seen']?.observed).toEqual({
      types: [{ kind: 'scalar', scalar: 'string' }, { kind: 'undefined' }],
      absent: true,
      count: 4,
      note: 'Mostly.',
    });
    const [onItem, odd] = chat!.events;
    expect(onItem).toMatchObject({
      source: { line: 12, endLine: 14 },
      direction: 'server-to-client',
      arguments: [
        { name: 'item', presence: 'required' },
        { name: 'when', presence: 'optional' },
      ],
      declared: [{ type: { scalar: 'string' } }],
      observed: { evidence: 'Two runs.', arguments: [{ presence: 'optional' }] },
    });
    expect(odd).toMatchObject({
      name: 'odd name',
      direction: 'local',
      arguments: [],
      declared: [],
      observed: undefined,
    });
    expect(chat?.enums[0]?.members.map(({ name, value }) => [name, value])).toEqual([
      ['Off', 0],
      ['On', 1],
    ]);
  });

  test('surfaces of 64-bit integers: the nearest word wins', async () => {
    const files = { 'chat.yaml': head + body };
    const surfaces = async (int64Of: Record<string, 'bigint' | 'number' | 'string'>) => {
      const { protocol } = await linkText(files, { int64Of });
      const [item, when] = protocol.specs[0]!.events[0]!.arguments;
      const id = (protocol.specs[0]!.types[0] as SpecObject).fields[0]!;
      return [item!.int64.surface, when!.int64.surface, id.int64.surface];
    };
    expect(await surfaces({})).toEqual(['number', 'number', 'string']);
    expect(await surfaces({ 'chat.onItem': 'string' })).toEqual(['string', 'string', 'string']);
    expect(await surfaces({ 'chat.yaml': 'bigint', 'chat.onItem.when': 'string' })).toEqual([
      'bigint',
      'string',
      'string',
    ]);
    expect(await surfaces({ 'chat.Item': 'bigint' })).toEqual(['number', 'number', 'string']);
    expect(await surfaces({ 'chat.Item.id': 'bigint' })).toEqual(['number', 'number', 'bigint']);
  });

  test('messages and enums of protos, and types of other specs', async () => {
    const { protocol, faults: found } = await linkText({
      'a.proto': 'syntax = "proto3";\npackage p;\nmessage M { int32 a = 1; }\nenum E { Z = 0; }\n',
      'base.yaml': 'wiremark: 1\nname: base\ntitle: Base\nevents: {}\ntypes: { T: { kind: alias, type: string } }\n',
      'chat.yaml': `${head}events: { on: { label: On, group: g, arguments: { m: p.M, e: p.E, t: base.T } } }\n`,
    });
    expect(found).toEqual([]);
    expect(protocol.specs[1]!.events[0]!.arguments.map(({ type }) => type)).toEqual([
      { kind: 'message', fullName: 'p.M' },
      { kind: 'enum', fullName: 'p.E' },
      { kind: 'type', spec: 'base', name: 'T' },
    ]);
  });

  test('JSON is as welcome as YAML', async () => {
    const text = JSON.stringify({
      wiremark: 1,
      name: 'chat',
      title: 'Chat',
      events: { on: { label: 'On', group: 'g', arguments: { a: 'Nix' } } },
    });
    const { faults: found } = await linkText({ 'chat.json': text });
    expect(found).toEqual([`WM3101 1:${text.indexOf('Nix') + 1} The name "Nix" is not defined here. -> `]);
  });
});

describe('faults', () => {
  const on = 'events: { on: { label: On, group: g, arguments: { a: A } } }\n';

  test('an unknown name, with what was probably meant', async () => {
    expect(await faults('types: { Meta: { kind: object, fields: { a: list<Mata> } } }\nevents: {}\n')).toEqual([
      'WM3101 4:50 The name "Mata" is not defined here. -> Did you mean "Meta"?',
    ]);
    expect(await faults('callbacks: { Done: { arguments: { a: Done } } }\nevents: {}\n')).toEqual([
      'WM3101 4:38 The name "Done" is not defined here. -> A function does not travel; name a type or an enum.',
    ]);
  });

  test('a name given twice', async () => {
    const found = await spec(
      `enums: { A: { values: string, members: { x: x } } }\ntypes: { A: { kind: alias, type: string } }\n${on}`,
    );
    expect(found.faults.map((each) => each.slice(0, 12))).toEqual(['WM3103 5:10 ']);
    expect(found.diagnostics[0]?.related[0]?.place).toMatchObject({ line: 4, column: 10 });
    const twice = await linkText({ 'a.yaml': `${head}events: {}\n`, 'b.yaml': `${head}events: {}\n` });
    expect(twice.diagnostics.map(({ code, place }) => [code, place?.file])).toEqual([['WM3103', 'b.yaml']]);
  });

  test('an event given twice is a key written twice', async () => {
    const event = 'label: On, group: g, arguments: {}';
    expect(await faults(`events:\n  on: { ${event} }\n  on: { ${event} }\n`)).toEqual([
      'WM3011 6:3 The key "on" is written twice. -> Keep one, or give one of them another name.',
    ]);
  });

  test('enums: duplicate values, values of the wrong kind, widths', async () => {
    const found = await faults(
      'enums:\n  A: { values: integer, members: { x: 1, y: 1, z: w, v: {} } }\n  B: { values: string, members: { x: 1, y: { match: prefix } } }\n' +
        'events: { on: { label: On, group: g, arguments: { a: A<string>, b: B<int32>, c: A<int64> } } }\n',
    );
    expect(found.map((each) => each.slice(0, 11).trim())).toEqual(
      ['WM3104 5:42', 'WM3105 5:51', 'WM3105 5:57', 'WM3105 6:38', 'WM3102 7:54', 'WM3102 7:68'].map((each) =>
        each.slice(0, 11),
      ),
    );
  });

  test('unions: no object, no literal, not required, values that collide', async () => {
    const found = await spec(`types:
  A: { kind: union, discriminant: kind, variants: [X, Nix, M, B1, B2, Bare, Loose] }
  M: { kind: alias, type: string }
  X: { kind: object, presence: required, fields: { kind: '"x"' } }
  B1: { kind: object, presence: required, fields: { kind: '"b" | "c"' } }
  B2: { kind: object, presence: required, fields: { kind: '"c"' } }
  Bare: { kind: object, presence: required, fields: { kind: string } }
  Loose: { kind: object, fields: { kind: '"l"' } }
${on}`);
    expect(found.faults.map((each) => each.split(' -> ')[0])).toEqual([
      'WM3106 5:55 The variant "Nix" is not an object type of this spec.',
      'WM3106 5:60 The variant "M" is not an object type of this spec.',
      'WM3108 5:67 Two variants of the union "A" have the kind "c".',
      'WM3107 5:71 The variant "Bare" has no required field "kind" that is a literal.',
      'WM3107 5:77 The variant "Loose" has no required field "kind" that is a literal.',
    ]);
    expect(found.diagnostics[3]?.related[0]?.place.line).toBe(10);
  });

  test('a union without its discriminant, a missing type, an unknown key: all at once', async () => {
    const found = await faults(
      'types:\n  A: { kind: union, variants: [B] }\n  B: { kind: object, feilds: {}, fields: { a: { unit: s } } }\nevents: {}\n',
    );
    expect(found.map((each) => each.split(' -> ')[0])).toEqual([
      'WM3002 5:3 The key "discriminant" is missing.',
      'WM3001 6:22 The key "feilds" is not known here.',
      'WM3002 6:44 The key "type" is missing.',
    ]);
  });

  test('aliases and objects that lead in a circle', async () => {
    const found = await faults(`types:
  A: { kind: alias, type: B | string }
  B: { kind: alias, type: A }
  Tree: { kind: object, presence: required, fields: { children: list<Tree>, parent: { type: Tree, presence: optional } } }
  Egg: { kind: object, presence: required, fields: { hen: Hen } }
  Hen: { kind: object, presence: required, fields: { egg: Egg } }
${on}`);
    expect(found.map((each) => each.slice(0, 10))).toEqual(['WM3109 5:3', 'WM3109 6:3', 'WM3110 8:3', 'WM3110 9:3']);
  });

  test('arguments: order, undefined beside required, null and undefined inside', async () => {
    const found = await faults(`events:
  on:
    label: On
    group: g
    arguments:
      a: { type: string, presence: optional }
      b: string
      c: { type: string | undefined, presence: required }
      d: list<string | null>
      e: 'null'
      f: map<double, string>
`);
    expect(found.map((each) => each.slice(0, 11).trim())).toEqual([
      'WM3111 10:7',
      'WM3117 11:7',
      'WM3111 12:7',
      'WM3112 12:2',
      'WM3111 13:7',
      'WM3112 13:1',
      'WM3111 14:7',
      'WM3113 14:1',
    ]);
  });

  test('values and defaults that do not fit their type', async () => {
    const found = await faults(
      'types: { A: { kind: object, fields: { a: { type: int32, default: 1.5, values: [{ value: x, description: y }] }, b: { type: bool, default: true } } } }\nevents: {}\n',
    );
    expect(found.map((each) => each.split(' -> ')[0])).toEqual([
      'WM3118 4:66 The value 1.5 does not fit the type of "a".',
      'WM3118 4:89 The value "x" does not fit the type of "a".',
    ]);
  });

  test('documents, rules and evidence that are not listed; lines that run backwards', async () => {
    const found = await faults(`documents: { page: { title: P } }
events:
  a: { label: A, group: g, arguments: {}, from: 'pgae:3' }
  b: { label: A, group: g, arguments: {}, from: 3 tail }
  c: { label: A, group: g, arguments: {}, from: 5-3 }
  d: { label: A, group: g, arguments: {}, observed: { arguments: {}, evidence: runs } }
notes: [{ about: Nix, text: t }]
`);
    expect(found.map((each) => each.split(' -> ')[0])).toEqual([
      'WM3114 6:49 The document "pgae" is not listed in this file.',
      'WM3114 7:49 The rule "tail" is not listed in this file.',
      'WM3115 8:49 The lines 5-3 run backwards.',
      'WM3114 9:80 The evidence "runs" is not listed in this file.',
      'WM3116 10:18 The note is about "Nix", which this spec does not have.',
    ]);
  });

  test('pointers of a binding', async () => {
    expect(await faults('events: {}\nbindings:\n  a: { kind: json-envelope, event: event, args: /args }\n')).toEqual([
      'WM3005 6:36 "event" does not have the form that is asked for. -> What belongs here: RFC 6901 pointer to the name of the event in the frame, such as /event.',
    ]);
    const found = await faults(
      'events: {}\nbindings:\n  a: { kind: json-envelope, event: /a/b, args: /a }\n  b: { kind: json-envelope, event: /ab, args: /a }\n',
    );
    expect(found.map((each) => each.slice(0, 11))).toEqual(['WM3119 6:48']);
  });

  test('a derived shape that is used nowhere is a warning', async () => {
    const found = await spec(
      `types: { A: { kind: object, standing: derived, fields: {} }, B: { kind: alias, standing: derived, type: A } }\nevents: {}\n`,
    );
    expect(found.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['WM3120', 'warning'],
      ['WM3120', 'warning'],
    ]);
  });

  test('types that cannot be read, at their very column', async () => {
    expect(
      await faults('types: { A: { kind: object, fields: { a: "list<", b: { type: "A |" } } } }\nevents: {}\n'),
    ).toEqual([
      'WM3020 4:48 The type "list<" cannot be read: expected a type. -> Write a type such as int64, list<string>, map<string, Meta>, "literal", A | B, or the name of a type.',
      'WM3020 4:66 The type "A |" cannot be read: expected a type. -> Write a type such as int64, list<string>, map<string, Meta>, "literal", A | B, or the name of a type.',
    ]);
  });
});

describe('hostile input', () => {
  test('names from the prototype of objects are names like any other', async () => {
    const { protocol, faults: found } = await spec(
      'enums: { valueOf: { values: string, members: { toString: toString } } }\n' +
        'types: { constructor: { kind: object, fields: { hasOwnProperty: valueOf, toString: constructor } } }\n' +
        'events: { toString: { label: T, group: g, arguments: { a: constructor } } }\n',
    );
    expect(found).toEqual([]);
    expect(protocol.specs[0]?.types[0]?.name).toBe('constructor');
    expect((await faults('events: { on: { label: T, group: g, arguments: { a: toString } } }\n'))[0]).toMatch(
      /^WM3101/,
    );
    expect(
      (await faults('events: { on: { label: T, group: g, arguments: {}, from: 3 constructor } }\n')).length,
    ).toBeGreaterThan(0);
  });

  test('long chains and wide types', async () => {
    const aliases = Array.from({ length: 3000 }, (_, i) => `  A${i}: { kind: alias, type: A${i + 1} }`).join('\n');
    const { diagnostics } = await spec(`types:\n${aliases}\n  A3000: { kind: alias, type: string }\nevents: {}\n`);
    expect(diagnostics).toEqual([]);
  });

  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 1, -1.5, '', 'x', 'object', 'union', 'A', 'A | B', 'list<A>', '/a', '1-3 r', 1e21),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'kind',
          'type',
          'fields',
          'A',
          'arguments',
          'label',
          'group',
          'values',
          'members',
          'from',
          'variants',
          'constructor',
          'discriminant',
          'union',
          'list',
          'event',
          'about',
        ),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  }));

  property.prop(
    [
      fc.record(
        {
          wiremark: fc.constant(1),
          name: fc.constantFrom('chat', 5, null),
          title: fc.constant('T'),
          events: fc.dictionary(fc.constantFrom('A', 'on'), json.value),
          types: fc.dictionary(fc.constantFrom('A', 'B'), json.value),
          enums: fc.dictionary(fc.constantFrom('A', 'C'), json.value),
          notes: json.value,
          bindings: json.value,
        },
        { requiredKeys: ['wiremark', 'name', 'title', 'events'] },
      ),
    ],
    { numRuns: 40 },
  )('wrong types everywhere give diagnostics, never an exception', async (value) => {
    const { diagnostics } = await linkText({ 'chat.json': JSON.stringify(value) });
    for (const { place, message } of diagnostics) {
      expect(place?.file).toBe('chat.json');
      expect(message).not.toContain('undefined');
    }
  });
});

test('layers: what leads to a shape decides where it belongs', async () => {
  const { protocol } = await spec(`evidence: { e: E }
types:
  Doc: { kind: object, fields: { a: Inner } }
  Inner: { kind: alias, standing: derived, type: string }
  Said: { kind: object, standing: derived, fields: { a: Deep } }
  Deep: { kind: alias, standing: derived, type: string }
  Seen: { kind: alias, standing: derived, type: string }
  Field: { kind: alias, standing: derived, type: string }
events:
  on: { label: O, group: g, arguments: { a: { type: Doc } }, declared: { a: Said }, observed: { arguments: { a: Seen | Field }, evidence: e } }
`);
  const layers = layersOf(protocol.specs[0]!);
  expect([...layers.get('Inner')!].sort()).toEqual(['interpreted']);
  expect([...layers.get('Deep')!]).toEqual(['declared']);
  expect([...layers.get('Seen')!]).toEqual(['observed']);
});
