import { describe, expect, it } from 'vitest';
import { integerValue, stringValue } from './literals.ts';

const value = (text: string): ReturnType<typeof stringValue> =>
  stringValue({ kind: 'string', text, line: 1, column: 1, commentsBefore: 0 });

describe('literals', () => {
  it('reads integers in every base, beyond 2^53', () => {
    expect(['0', '12', '017', '0X1f', '18446744073709551615'].map(integerValue)).toEqual([
      0n,
      12n,
      15n,
      31n,
      2n ** 64n - 1n,
    ]);
    expect(['0x', '08'].map(integerValue)).toEqual([undefined, undefined]);
  });

  it('reads escapes as bytes and characters', () => {
    expect([...value('"\\377\\x0\\0a"').bytes]).toEqual([255, 0, 0, 97]);
    expect(value('"\\u00e9\\U0001F600é"').text).toBe('é😀é');
    expect(value('"\\ud83d\\ude00!"').text).toBe('😀!');
    expect(value(`'\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\"\\?'`).text).toBe('\x07\b\f\n\r\t\v\\\'"?');
    expect(value('"\\xc3\\xa9"').text).toBe('é');
  });

  it('names unknown escapes and their place', () => {
    expect(value('"a\\q"').faults).toEqual([{ index: 2, text: '\\q' }]);
    expect(value('"\\U00110000"').faults).toHaveLength(1);
    expect(value('"\\u12"').faults).toHaveLength(1);
  });
});
