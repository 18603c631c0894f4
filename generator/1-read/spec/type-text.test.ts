import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { TypeSyntax } from '../../ir/spec-source.ts';
import { parseTypeText } from './type-text.ts';

const place = (offset: number, length: number) => ({ file: 'f', line: 1, column: offset + 1, length });

/** Back to text, so that a table of expectations stays readable. */
function show(type: TypeSyntax): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'literal':
      return JSON.stringify(type.value);
    case 'prefix':
      return `${JSON.stringify(type.value)}*`;
    case 'list':
      return `list<${show(type.of)}>`;
    case 'map':
      return `map<${type.key}, ${show(type.value)}>`;
    case 'union':
      return `(${type.of.map(show).join(' | ')})`;
    case 'name':
      return type.width === undefined ? type.name : `${type.name}<${type.width}>`;
    default:
      return type.kind;
  }
}

const parse = (text: string) => parseTypeText(text, place);

describe('types are read', () => {
  test.each([
    ['int64', 'int64'],
    ['boolean', 'bool'],
    [' list < int64 > ', 'list<int64>'],
    ['map<string, list<Meta>>', 'map<string, list<Meta>>'],
    ['string | object|undefined', '(string | json-object | undefined)'],
    ['list<string | null>', 'list<(string | null)>'],
    ['"a \\" b" | \'c\' | -5 | 1.5 | true', '("a \\" b" | "c" | -5 | 1.5 | true)'],
    ['"get list: "*', '"get list: "*'],
    ['AuthMode<int32>', 'AuthMode<int32>'],
    ['openim.sdk.common.MsgFrom', 'openim.sdk.common.MsgFrom'],
    ['(A | B) | long', '((A | B) | long-object)'],
    ['constructor', 'constructor'],
  ])('%s', (text, expected) => {
    const parsed = parse(text);
    expect(parsed.ok && show(parsed.syntax)).toBe(expected);
  });

  test('every part has its place', () => {
    const parsed = parse('list<Meta> | undefined');
    const syntax = parsed.ok ? parsed.syntax : undefined;
    const places = syntax?.kind === 'union' ? syntax.of : [];
    expect(syntax?.origin).toEqual(place(0, 22));
    expect(places.map(({ origin }) => [origin.column, origin.length])).toEqual([
      [1, 4],
      [14, 9],
    ]);
  });
});

describe('what is no type is refused with its place', () => {
  test.each([
    ['', 'expected a type', 0],
    ['list<', 'expected a type', 5],
    ['list<int64', 'expected ">"', 10],
    ['list', 'expected "<"', 4],
    ['map<Meta, string>', 'expected a scalar for the keys, such as int32 or string', 4],
    ['A |', 'expected a type', 3],
    ['A B', 'expected "|" or the end', 2],
    ['Array.<number>', '"." has no meaning here', 5],
    ['AuthMode<number>', 'expected the scalar that carries the enum, such as int32 or string', 9],
    ['"\\x"', 'this string has an escape that JSON does not know', 0],
    ['"open', '""" has no meaning here', 0],
    ['list<'.repeat(40) + 'A' + '>'.repeat(40), 'it nests deeper than 32 levels', 165],
  ])('%s', (text, problem, offset) => {
    const parsed = parse(text);
    expect(parsed.ok ? undefined : [parsed.fault.problem, parsed.fault.offset]).toEqual([problem, offset]);
  });

  property.prop([fc.string({ unit: fc.constantFrom(...'<>|,()"\'* ax1.-\\', 'list', 'map', '(((') })])(
    'no text throws, and a fault lies inside the text',
    (text) => {
      const parsed = parse(text);
      if (!parsed.ok) expect(parsed.fault.offset).toBeLessThanOrEqual(text.length);
    },
  );
});
