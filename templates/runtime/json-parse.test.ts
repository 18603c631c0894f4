import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonError } from './errors.ts';
import { decimalInteger, parseExactJson, parseJson } from './json-parse.ts';

/** What JSON.parse would have made of it. */
function rounded(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}

describe('parseJson', () => {
  test('reads every JSON document as JSON.parse does, but for unsafe integers', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ' ', '\t', '\r\n'), (json, space) => {
        const text = `${space}${JSON.stringify(json, undefined, space)}${space}`;
        const expected: unknown = JSON.parse(text);
        expect(rounded(parseExactJson(text))).toEqual(expected);
        expect(rounded(parseJson(text))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '"', '{', ']', ',', '\\', '\n', '0'),
        (json, at, insert) => {
          const text = json.slice(0, at % (json.length + 1)) + insert + json.slice((at % (json.length + 1)) + 1);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          if (valid) parseExactJson(text);
          else expect(() => parseExactJson(text)).toThrow(JsonError);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['9007199254740993', 9007199254740993n],
    ['-9223372036854775808', -9223372036854775808n],
    ['9007199254740991', 9007199254740991],
    ['[9007199254740993]', [9007199254740993n]],
    ['{"a":\n-9007199254740993}', { a: -9007199254740993n }],
    ['9007199254740993.0', 9007199254740993n],
    ['9007199254740993.5', 9007199254740994],
    ['9.007199254740993e15', 9007199254740993n],
    ['9.007199254740993E+15', 9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['1e300', 1e300],
    ['-0', -0],
    [
      '{"9007199254740993": "9007199254740993", "n1" : ["n1", "s", 9007199254740993]}',
      {
        '9007199254740993': '9007199254740993',
        n1: ['n1', 's', 9007199254740993n],
      },
    ],
    ['["\\u006e1", "\\"9007199254740993", 9007199254740993]', ['n1', '"9007199254740993', 9007199254740993n]],
    ['[0.1234567890123456789, "9007199254740993"]', [0.12345678901234568, '9007199254740993']],
    [`1${'0'.repeat(30)}`, 10n ** 30n],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toStrictEqual(value);
  });

  test('takes __proto__ for an ordinary key', () => {
    for (const parse of [parseJson, parseExactJson]) {
      const value = parse('{"__proto__": {"polluted": true}}') as object;
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(Object.keys(value)).toEqual(['__proto__']);
      expect('polluted' in value).toBe(false);
    }
  });

  test('bounds depth in the exact parser', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}9007199254740993${']'.repeat(depth)}`;
    expect(() => parseJson(nested(100))).not.toThrow();
    expect(() => parseJson(nested(101))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => parseJson(nested(3), 2)).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => parseJson(nested(1_000_000))).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  test('handles long input in time that grows with its length alone', () => {
    const long = `["${'\\\\'.repeat(2_000_000)}", 9007199254740993]`;
    expect(parseJson(long)).toEqual(['\\'.repeat(2_000_000), 9007199254740993n]);
    expect(() => parseJson('9'.repeat(1_000_000))).toThrow(expect.objectContaining({ code: 'number-too-long' }));
  });
});

describe('decimalInteger', () => {
  test.each([
    ['1e5', 100000n],
    ['1.0', 1n],
    ['1.50e1', 15n],
    ['-1200e-2', -12n],
    ['0e99999999999', 0n],
    ['-0.0', 0n],
    ['1e-1', undefined],
    ['1.5', undefined],
    ['1e21', undefined],
    ['1e999999999', undefined],
    ['12e-99999999999', undefined],
    ['', undefined],
    [' 1', undefined],
    ['1.', undefined],
    ['.5', undefined],
    ['0x10', undefined],
    ['+1', undefined],
    ['01', undefined],
  ])('%s', (numeral, value) => {
    expect(decimalInteger(numeral)).toBe(value);
  });
});
