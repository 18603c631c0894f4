import { describe, expect, it } from 'vitest';
import { lex } from './lex.ts';

const texts = (source: string): string[] => lex(source, 'a.proto').tokens.map(({ kind, text }) => `${kind} ${text}`);
const faults = (source: string): string[] =>
  lex(source, 'a.proto').diagnostics.map(
    ({ code, place }) => `${code} ${place!.line}:${place!.column}+${place!.length}`,
  );

describe('lex', () => {
  it('tells words, numbers, strings and symbols apart', () => {
    expect(texts('int32 a_1=0x1F;')).toEqual([
      'word int32',
      'word a_1',
      'symbol =',
      'integer 0x1F',
      'symbol ;',
      'end ',
    ]);
    expect(texts('1. .5 1e3 1.5E-2 007')).toEqual([
      'float 1.',
      'float .5',
      'float 1e3',
      'float 1.5E-2',
      'integer 007',
      'end ',
    ]);
    expect(texts(`"a\\"b" 'it"s'`)).toEqual([`string "a\\"b"`, `string 'it"s'`, 'end ']);
  });

  it('counts lines and columns in UTF-16 units', () => {
    const { tokens } = lex('// 😀\n  "é😀" x /* a\nb */ y', 'a.proto');
    expect(tokens.map(({ text, line, column }) => [text, line, column])).toEqual([
      ['"é😀"', 2, 3],
      ['x', 2, 9],
      ['y', 3, 6],
      ['', 3, 7],
    ]);
  });

  it('reports each malformed token and goes on after it', () => {
    expect(faults('a "open\nb')).toEqual(['WM1002 1:3+5']);
    expect(faults('a /* open\nb')).toEqual(['WM1003 1:3+2']);
    expect(faults('a § b')).toEqual(['WM1004 1:3+1']);
    expect(faults('09 0x 1a 5')).toEqual(['WM1005 1:1+2', 'WM1005 1:4+2', 'WM1005 1:7+1']);
    expect(texts('a "open\nb')).toContain('word b');
  });
});
