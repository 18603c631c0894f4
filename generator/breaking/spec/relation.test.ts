/** Which types hold more, less or other values than which. */
import { expect, test } from 'vitest';
import type { SpecObject } from '../../ir/event-spec.ts';
import { loadTexts } from '../../test/load-texts.ts';
import { sideOf } from '../sides.ts';
import { relationOf } from './relation.ts';

const table: readonly (readonly [before: string, after: string, relation: string])[] = [
  ['int32', 'int32', 'same'],
  ['int32', 'sint32', 'same'],
  ['int32', 'int64', 'widened'],
  ['uint32', 'int64', 'widened'],
  ['uint32', 'int32', 'other'],
  ['int64', 'double', 'other'],
  ['int32', 'double', 'widened'],
  ['double', 'float', 'narrowed'],
  ['number', 'int64', 'narrowed'],
  ['string', '"a"', 'narrowed'],
  ['"a"*', '"ab"', 'narrowed'],
  ['"a" | "b"', '"b" | "a"', 'same'],
  ['"a"', '"a" | "b"', 'widened'],
  ['string', 'int32', 'other'],
  ['json', 'object', 'narrowed'],
  ['object', 'A', 'narrowed'],
  ['A', 'B', 'other'],
  ['Name', 'string', 'same'],
  ['list<int32>', 'list<int64>', 'widened'],
  ['map<string, int32>', 'map<int32, int32>', 'other'],
  ['State<int32>', 'int32', 'widened'],
  ['State', 'State<int32>', 'narrowed'],
  ['Word', 'string', 'same'],
  ['Fixed', 'string', 'widened'],
  ['"x"', 'Fixed', 'widened'],
  ['undefined', 'json', 'other'],
];

const spec = {
  wiremark: 1,
  name: 'chat',
  title: 'Chat',
  enums: {
    State: { values: 'integer', members: { On: 1 } },
    Word: { values: 'string', open: true, members: { x: {} } },
    Fixed: { values: 'string', open: false, members: { x: {}, y: {} } },
  },
  types: {
    ...Object.fromEntries(
      table.map(([before, after], row) => [`Row${row}`, { kind: 'object', fields: { before, after } }]),
    ),
    A: { kind: 'object', fields: {} },
    B: { kind: 'object', fields: {} },
    Name: { kind: 'alias', type: 'string' },
  },
  events: {},
};
const { protocol } = await loadTexts({ 'chat.spec.json': JSON.stringify(spec) });

test.each(table.map((row, index) => [index, ...row] as const))('%i: %s became %s: %s', (row, ...[, , relation]) => {
  const { fields } = protocol.specs[0]!.types.find(({ name }) => name === `Row${row}`) as SpecObject;
  const [was, is] = fields.map(({ type }) => type);
  const side = sideOf(protocol);
  expect(relationOf({ expr: was!, side }, { expr: is!, side })).toBe(relation);
});

test('aliases that lead in a circle, a fault of the spec, are compared all the same', async () => {
  const types = { B: { kind: 'alias', type: 'B' }, C: { kind: 'alias', type: 'list<C> | string' } };
  const text = JSON.stringify({ wiremark: 1, name: 'chat', title: 'Chat', types, events: {} });
  const [one, other] = await Promise.all([loadTexts({ 'a.json': text }), loadTexts({ 'a.json': text })]);
  const [before, after] = [sideOf(one.protocol), sideOf(other.protocol)];
  for (const name of ['B', 'C']) {
    const expr = { kind: 'type', spec: 'chat', name } as const;
    const list = { kind: 'list', of: expr } as const;
    expect(relationOf({ expr, side: before }, { expr, side: after })).toBe('same');
    expect(['narrowed', 'other']).toContain(relationOf({ expr, side: before }, { expr: list, side: after }));
  }
});

test('aliases that double with every level end soon', async () => {
  const level = (row: number): string => (row === 0 ? 'string' : `list<A${row - 1}> | map<string, A${row - 1}>`);
  const aliases = Array.from({ length: 40 }, (_, row) => [`A${row}`, { kind: 'alias', type: level(row) }]);
  const types = Object.fromEntries(aliases) as object;
  const text = JSON.stringify({ wiremark: 1, name: 'chat', title: 'Chat', types, events: {} });
  const side = sideOf((await loadTexts({ 'a.json': text })).protocol);
  const [expr, other] = ['A39', 'A38'].map((name) => ({ kind: 'type', spec: 'chat', name }) as const);
  expect(relationOf({ expr: expr!, side }, { expr: expr!, side })).toBe('same');
  expect(relationOf({ expr: expr!, side }, { expr: other!, side })).toBe('other');
});
