import { describe, expect, it } from 'vitest';
import type { Literal } from '../ir/printable.ts';
import type { Code, Expression, TypeCode } from '../ir/view/code.ts';
import { layout } from './layout.ts';
import { placeCode, tidy } from './marks.ts';
import { wrapSignatures } from './signatures.ts';

const name = (text: string): Expression & TypeCode => ({ kind: 'atom', text: text as Literal });
const call = (callee: string, ...args: readonly Expression[]): Expression => ({
  kind: 'call',
  callee: { kind: 'runtime', name: callee },
  types: [name('T')],
  args,
});
const arrow = (body: Expression): Expression => ({ kind: 'arrow', parameters: ['x' as never], body });

function print(code: Code, column = 0, typed = false): { text: string; used: readonly string[] } {
  const used: string[] = [];
  const text = layout(code, { indent: 0, column, tail: 1, typed, use: (one) => used.push(one) });
  return { text, used: [...new Set(used)] };
}

const long = 'a'.repeat(50);

describe('layout', () => {
  it('prints on one line what fits', () => {
    expect(print(call('f', name('a'), arrow(call('g', name('x')))))).toEqual({
      text: 'f(a, (x) => g(x))',
      used: ['f', 'g'],
    });
    expect(print(call('f', name('a')), 0, true).text).toBe('f<T>(a)');
  });

  it('breaks before the last argument that is a function', () => {
    expect(print(call('f', name(long), arrow(call('g', name(long), name('b')))), 20).text).toBe(
      `f(${long}, (x) =>\n  g(${long}, b),\n)`,
    );
  });

  it('breaks all arguments where that does not help', () => {
    expect(print(call('f', name(long), name(long), name(long))).text).toBe(`f(\n  ${long},\n  ${long},\n  ${long},\n)`);
  });

  it('breaks objects, arrays, tuples and unions, one item a line', () => {
    const entries = [1, 2, 3].map((n) => ({ key: `k${n}` as Literal, value: name(long) }));
    expect(print({ kind: 'object', entries }).text).toBe(`{\n  k1: ${long},\n  k2: ${long},\n  k3: ${long},\n}`);
    expect(print({ kind: 'array', items: [name(long), name(long), name(long)] }).text).toContain(`[\n  ${long},\n`);
    const members = entries.map(({ key, value }) => ({ key, optional: true, type: value as TypeCode }));
    expect(print({ kind: 'tuple', members }).text).toContain(`[\n  k1?: ${long},\n`);
    expect(print({ kind: 'members', members }).text).toContain(`{\n  k1?: ${long};\n`);
    expect(print({ kind: 'union', of: [name(long), name(long), name(long)] }).text).toBe(
      `\n  | ${long}\n  | ${long}\n  | ${long}`,
    );
  });

  it('brackets alternatives where they need it', () => {
    const or: Expression = { kind: 'infix', operator: '||', operands: [name('a'), name('b')] };
    expect(print({ kind: 'infix', operator: '&&', operands: [or, name('c')] }).text).toBe('(a || b) && c');
    expect(print({ kind: 'list', of: { kind: 'union', of: [name('a'), name('b')] } }).text).toBe('(a | b)[]');
    expect(print(arrow({ kind: 'object', entries: [] })).text).toBe('(x) => ({})');
  });

  it('gives a long statement under a condition a block', () => {
    const body = call('f', name(long), name(long));
    const condition = name('condition');
    expect(print({ kind: 'statement', condition, body: call('f') }).text).toBe('if (condition) f();');
    expect(print({ kind: 'statement', condition, body }).text).toBe(`if (condition) {\n  f(${long}, ${long});\n}`);
  });
});

describe('placeCode', () => {
  it('tells how much room there is, not counting marks of origins', () => {
    const rooms: object[] = [];
    placeCode('  \u000112\u0002ab: \u00040\u0005,\n\u00041\u0005', (_, room) => `${rooms.push(room)}`);
    expect(rooms).toEqual([
      { indent: 2, column: 6, tail: 1 },
      { indent: 0, column: 0, tail: 0 },
    ]);
  });
});

describe('tidy', () => {
  it.each([
    ['a \n\t\n\n b\t', 'a\n\n b\n'],
    ['\n\na {\n\n  b\n\n  }\n\n\n', 'a {\n  b\n  }\n'],
    ['a\n  \u0003 \nb\u0003c\n\u0003\n\nd', 'a\nbc\n\nd\n'],
    ['', '\n'],
  ])('takes out what nobody would write: %j', (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });
});

describe('wrapSignatures', () => {
  it('puts each parameter on its own line when the whole is too long', () => {
    const type = `Pick<${long}, 'a' | 'b'>`;
    const line = `export declare function ${long}(value: ${type}, depth?: number): readonly Issue[];`;
    expect(wrapSignatures(line)).toBe(
      `export declare function ${long}(\n  value: ${type},\n  depth?: number,\n): readonly Issue[];`,
    );
    expect(wrapSignatures('function f(a) {')).toBe('function f(a) {');
  });
});
