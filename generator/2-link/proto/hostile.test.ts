/** Input that is large, deep or named to do harm. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { linkFolder, linkTexts } from './test/linked.ts';

const three = 'syntax = "proto3";\n';
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

describe('hostile input', () => {
  it('nests 100 deep', async () => {
    const inner = times(100, (index) => `message M${index} { M0 top${index} = 1; `) + '}'.repeat(100);
    const { files, diagnostics } = await linkTexts({ 'a.proto': three + inner });
    expect(diagnostics).toEqual([]);
    expect(files[0]!.messages).toHaveLength(100);
    expect(files[0]!.messages.at(-1)!.fullName.split('.')).toHaveLength(100);
  });

  it('has 10,000 fields and 5,000 enum values', async () => {
    const fields = times(10_000, (index) => `  int32 field_${index} = ${index < 18_000 ? index + 1 : index + 2001};\n`);
    const values = times(5_000, (index) => `  VALUE_${index}_END = ${index};\n`);
    const {
      message,
      enum: enumOf,
      diagnostics,
    } = await linkTexts({
      'a.proto': `${three}message M {\n${fields}}\nenum E {\n${values}}\n`,
    });
    expect(diagnostics).toEqual([]);
    expect(message('M').fields).toHaveLength(10_000);
    expect(enumOf('E').values).toHaveLength(5_000);
  });

  it('has thousands of faults, each found in good time', async () => {
    const faults = times(3_000, (index) => `  int32 same = 1;\n  Nowhere${index} f${index} = 0;\n`);
    const { diagnostics } = await linkTexts({ 'a.proto': `${three}message M {\n${faults}}\n` });
    const counts = new Map<string, number>();
    for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ WM1030: 3000, WM1033: 2999, WM2001: 3000, WM2003: 2999 });
  });

  it('uses names that mean something to JavaScript', async () => {
    const folder = path.join(packageRoot(), 'fixtures/generator/proto-hostile-names/input');
    const { message, enum: enumOf, diagnostics } = await linkFolder(folder, ['names.proto']);
    expect(diagnostics).toEqual([]);
    const odd = message('__proto__.constructor.__proto__');
    expect(odd.fields.map(({ name, jsonName }) => [name, jsonName])).toEqual([
      ['__proto__', 'Proto'],
      ['constructor', 'constructor'],
      ['toString', 'toString'],
      ['valueOf', 'valueOf'],
      ['class', 'class'],
      ['prototype', 'prototype'],
    ]);
    expect(odd.comment).toContain('*/');
    expect(enumOf('__proto__.constructor.toString').values.map(({ name }) => name)).toEqual([
      'undefined',
      'null',
      'NaN',
    ]);
    expect(message(`__proto__.constructor.${'L'.repeat(300)}`).fields[0]!.name).toHaveLength(300);
  });

  it('sets options called __proto__ without touching a prototype', async () => {
    const { files } = await linkTexts({
      'a.proto': `${three}option __proto__ = { polluted: true }; option (constructor).prototype.polluted = true; option x = { __proto__ { polluted: true } };`,
    });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(files[0]!.options)).toEqual(['__proto__', '(constructor)', 'x']);
  });

  it('imports in a circle', async () => {
    const { diagnostics, files } = await linkTexts({
      'a.proto': `${three}import "b.proto"; message A { B b = 1; }`,
      'b.proto': `${three}import public "a.proto"; message B { A a = 1; }`,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM1024']);
    expect(files.map(({ path }) => path)).toEqual(['b.proto', 'a.proto']);
  });

  it('is no protobuf at all', async () => {
    const noise = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(32 + ((index * 7919) % 95))).join(
      '',
    );
    const { diagnostics } = await linkTexts({
      'a.proto': noise,
      'b.proto': '{'.repeat(10_000),
      'c.proto': '"'.repeat(999),
    });
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
