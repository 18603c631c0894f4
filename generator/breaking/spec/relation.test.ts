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

test.each(table)('%s became %s: %s', async (before, after, relation) => {
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
      A: { kind: 'object', fields: { before, after } },
      B: { kind: 'object', fields: {} },
      Name: { kind: 'alias', type: 'string' },
    },
    events: {},
  };
  const { protocol } = await loadTexts({ 'chat.spec.json': JSON.stringify(spec) });
  const [was, is] = (protocol.specs[0]!.types[0] as SpecObject).fields.map(({ type }) => type);
  const side = sideOf(protocol);
  expect(relationOf({ expr: was!, side }, { expr: is!, side })).toBe(relation);
});
