import { describe, expect, it } from 'vitest';
import type { ProtoSource } from '../../../ir/proto-source.ts';
import { outline } from './outline.ts';

const read = (text: string): ReturnType<typeof outline> =>
  outline({ path: 'a.proto', file: 'a.proto', requested: true, text });

/** The declarations of a sound source. */
function sound(text: string): ProtoSource {
  const { source, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  return source;
}

const faults = (text: string): string[] =>
  read(text).diagnostics.map(({ code, place, message }) => `${code} ${place!.line}:${place!.column} ${message}`);

describe('outline', () => {
  it('reads keywords as names wherever a name may stand', () => {
    const { messages } = sound(
      'syntax = "proto3"; message message { string message = 1; int32 option = 2; repeated X reserved = 3; to max = 4; export.X local = 5; }',
    );
    expect(messages[0]!.fields.map(({ name, type }) => `${type.text} ${name.text}`)).toEqual([
      'string message',
      'int32 option',
      'X reserved',
      'to max',
      'export.X local',
    ]);
  });

  it('reads groups, in oneofs and extend blocks too, as a field and a message', () => {
    const { messages, extends: blocks } = sound(
      'syntax = "proto2"; message A { oneof o { group B = 1 [deprecated = true] { optional int32 x = 1; } } } extend A { repeated group C = 9 {} }',
    );
    const [field] = messages[0]!.fields;
    expect(field).toMatchObject({
      name: { text: 'b' },
      type: { text: 'B' },
      group: true,
      oneof: 'o',
      number: { value: 1 },
    });
    expect(messages[0]!.messages[0]).toMatchObject({ name: { text: 'B' }, group: true });
    expect(blocks[0]!.fields[0]).toMatchObject({ name: { text: 'c' }, group: true });
    expect(messages.map(({ name }) => name.text)).toEqual(['A', 'C']);
  });

  it('reads values of options in every form', () => {
    const { options } = sound(
      `syntax = "proto2"; option (a.b).c.(.d) = - 0x10; option x = "a" 'b';
       option y = { a: 1, b { c: .5 } d < e: [T, F] > [f.g]: -inf; [h.i/j.K] { l: "m" "n" } };`,
    );
    expect(options[0]!.name.map(({ text, extension }) => [text, extension])).toEqual([
      ['a.b', true],
      ['c', false],
      ['.d', true],
    ]);
    expect(options[0]!.value).toMatchObject({ kind: 'integer', value: -16n });
    expect(options[1]!.value).toMatchObject({ kind: 'string', text: 'ab' });
    const { value } = options[2]!;
    expect(
      value.kind === 'aggregate' && value.fields.map(({ name, key, value }) => [name.text, key, value.kind]),
    ).toEqual([
      ['a', 'field', 'integer'],
      ['b', 'field', 'aggregate'],
      ['d', 'field', 'aggregate'],
      ['f.g', 'extension', 'float'],
      ['h.i/j.K', 'any', 'aggregate'],
    ]);
  });

  it('gives every declaration its place and comment', () => {
    const { messages } = sound('syntax = "proto3";\n// A\nmessage M { // b\n  // c\n  .x.Y  name = 12; // d\n}');
    const [field] = messages[0]!.fields;
    expect(messages[0]).toMatchObject({ comment: 'A\nb', name: { origin: { line: 3, column: 9, length: 1 } } });
    expect(field).toMatchObject({ comment: 'c\nd', name: { origin: { line: 5, column: 9, length: 4 } } });
    expect(field!.type.origin).toMatchObject({ line: 5, column: 3, length: 4 });
    expect(field!.number!.origin).toMatchObject({ line: 5, column: 16, length: 2 });
  });

  it('reports every syntax error and keeps what it can', () => {
    const text = [
      'syntax = "proto3";',
      'message A {',
      '  int32 a = 1',
      '  int32 b = ;',
      '  option (x) = { a: ; b: 2 };',
      '  int32 c = 3 [y];',
      '  int32 d = 4;',
      '}',
      'mesage B { int32 a = 1; }',
      'enum E { X = 0; Y; }',
      'message C { int32 a = 1; ',
    ].join('\n');
    expect(faults(text)).toEqual([
      'WM1007 3:14 Expected ";" at the end of this statement.',
      'WM1001 4:13 Expected a field number, found ";".',
      'WM1001 5:21 Expected a value, found ";".',
      'WM1001 6:17 Expected "=", found "]".',
      'WM1001 9:1 Expected a declaration such as "message", "enum", "service" or "import", found "mesage".',
      'WM1001 10:18 Expected "=" and a number, found ";".',
      'WM1001 11:26 Expected "}" at the end of message C, found the end of the file.',
    ]);
    const { source } = read(text);
    expect(source.messages.map(({ name, fields }) => [name.text, fields.map((field) => field.name.text)])).toEqual([
      ['A', ['a', 'b', 'c', 'd']],
      ['C', ['a']],
    ]);
    expect(source.brokenWords).toContain('B');
  });

  it('bounds what a file of rubbish can make it say', () => {
    const { diagnostics } = read(`syntax = "proto3";\n${'message ;\n'.repeat(1000)}`);
    expect(diagnostics).toHaveLength(51);
    expect(diagnostics.at(-1)!.code).toBe('WM1006');
  });

  it('reads deep nesting up to its limit, and stops there with a report', () => {
    const nest = (depth: number): string =>
      `syntax = "proto3"; ${'message M { '.repeat(depth)}int32 a = 1;${' }'.repeat(depth)} message After {}`;
    expect(read(nest(200)).diagnostics).toEqual([]);
    const { source, diagnostics } = read(nest(20_000));
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM1009']);
    expect(source.messages.map(({ name }) => name.text)).toEqual(['M', 'After']);
    const values = `option x = ${'{ a '.repeat(20_000)}${'}'.repeat(20_000)};`;
    expect(read(values).diagnostics[0]!.code).toBe('WM1001');
  });
});
