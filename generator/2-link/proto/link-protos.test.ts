import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { Field } from '../../ir/protocol.ts';
import { linkFolder, linkTexts, type Linked } from './test/linked.ts';

const fixtures = path.join(packageRoot(), 'fixtures/generator');
const fixture = async (name: string, ...protos: string[]): Promise<Linked> => {
  const linked = await linkFolder(path.join(fixtures, name, 'input'), protos);
  expect(linked.diagnostics).toEqual([]);
  return linked;
};

const three = 'syntax = "proto3";\n';
const type = (linked: Linked, name: string): unknown => linked.field(name).shape.type;

describe('names', () => {
  it('are looked up from the innermost scope outwards, where the first part decides', async () => {
    const linked = await linkTexts({
      'a.proto': `${three}package a.b; message X { message Y {} X.Y one = 1; Y two = 2; b.X three = 3; .a.b.X four = 4; a.b.X.Y five = 5; }
        message Z { message X {} X one = 1; .a.b.X two = 2; E three = 3; enum E { Q = 0; } }`,
    });
    expect(linked.diagnostics).toEqual([]);
    const names = ['one', 'two', 'three', 'four', 'five'].map((name) => type(linked, `a.b.X.${name}`));
    expect(names).toEqual(
      ['a.b.X.Y', 'a.b.X.Y', 'a.b.X', 'a.b.X', 'a.b.X.Y'].map((fullName) => ({ kind: 'message', fullName })),
    );
    expect(type(linked, 'a.b.Z.one')).toMatchObject({ fullName: 'a.b.Z.X' });
    expect(type(linked, 'a.b.Z.two')).toMatchObject({ fullName: 'a.b.X' });
    expect(type(linked, 'a.b.Z.three')).toEqual({ kind: 'enum', fullName: 'a.b.Z.E', open: true });
  });

  it('are taken from imports and what these publish, and from nowhere else', async () => {
    const linked = await linkTexts({
      'a.proto': `${three}import "b.proto"; message A { C c = 1; D d = 2; }`,
      'b.proto': `${three}import public "c.proto"; import "d.proto"; message B { D d = 1; }`,
      'c.proto': `${three}message C {}`,
      'd.proto': `${three}message D {}`,
    });
    expect(linked.diagnostics.map(({ code, fix }) => [code, fix])).toEqual([['WM2010', 'Add import "d.proto";']]);
    expect(type(linked, 'A.c')).toEqual({ kind: 'message', fullName: 'C' });
  });

  it('that a faulty file may declare are not reported in its importers, others are', async () => {
    const linked = await linkTexts({
      'a.proto': `${three}import "b.proto"; import "gone.proto"; message A { Lost a = 1; Fine b = 2; }`,
      'b.proto': `${three}message Fine {} mesage Lost {}`,
      'c.proto': `${three}import "b.proto"; message C { Lost a = 1; Typo b = 2; Fine.Inner c = 3; }`,
      'd.proto': `${three}import "gone.proto"; message D { From.Gone a = 1; F.Inner b = 2; message F {} }`,
      'e.proto': `${three}message Twice {}`,
      'f.proto': `${three}message Twice {}`,
      'g.proto': `${three}import "f.proto"; message G { Twice a = 1; }`,
    });
    expect(linked.diagnostics.map(({ code, place }) => `${code} ${place!.file}`)).toEqual([
      'WM1020 a.proto',
      'WM1001 b.proto',
      // "Lost" stands in the broken file; "Typo" and "Inner" do not, so no repair of it will declare them.
      'WM2001 c.proto',
      'WM2009 c.proto',
      'WM1020 d.proto',
      'WM2009 d.proto',
      'WM2004 f.proto',
    ]);
    expect(linked.diagnostics.filter(({ code }) => code === 'WM2001')[0]!.message).toContain('Typo');
  });

  it('suggest what was probably meant', async () => {
    const { diagnostics } = await linkTexts({
      'a.proto': `${three}package p; message Message { Mesage a = 1; p.Knd b = 2; Other c = 3; } enum Kind { Z = 0; }`,
    });
    expect(diagnostics.map(({ fix }) => fix)).toEqual([
      'Did you mean "Message"?',
      'Did you mean "p.Kind"?',
      'Declare it, or import the file that does.',
    ]);
  });
});

describe('fields', () => {
  it('of proto2', async () => {
    const { field, message, files } = await fixture('proto-two', 'two.proto', 'beyond.proto');
    const facts = ({ presence, packed, delimited, verifyUtf8, oneof }: Field): unknown => ({
      presence,
      packed,
      delimited,
      verifyUtf8,
      oneof,
    });
    const plain = { presence: 'explicit', packed: false, delimited: false, verifyUtf8: false, oneof: undefined };
    const two = (name: string): Field => field(`fixture.two.${name}`);
    expect(facts(two('Scalars.t1'))).toEqual(plain);
    expect(facts(two('Scalars.needed'))).toEqual({ ...plain, presence: 'required' });
    expect(facts(two('Scalars.loose'))).toEqual({ ...plain, presence: 'implicit' });
    expect(facts(two('Scalars.packed'))).toEqual({ ...plain, presence: 'implicit', packed: true });
    expect(facts(two('Outer.part'))).toEqual({ ...plain, delimited: true });
    expect(facts(two('beyond.stream.body'))).toEqual({ ...plain, delimited: true, oneof: 'choice' });
    expect(facts(two('added'))).toEqual({ ...plain, delimited: true });
    expect(two('Outer.kinds').shape).toEqual({
      kind: 'map',
      key: 'string',
      type: { kind: 'enum', fullName: 'fixture.two.Zero', open: false },
    });
    expect(two('Outer.outer').jsonName).toBe('OUTER');
    expect(two('Outer.nested')).toMatchObject({
      jsonName: '[fixture.two.Outer.nested]',
      extendee: 'fixture.two.Outer',
    });
    expect(message('fixture.two.Set')).toMatchObject({
      messageSet: true,
      extensionRanges: [{ start: 4, end: 2147483646 }],
    });
    expect(message('fixture.two.Outer')).toMatchObject({
      extensionRanges: [
        { start: 1000, end: 1999 },
        { start: 5000, end: 5000 },
        { start: 10000, end: 536870911 },
      ],
      reservedRanges: [
        { start: 20, end: 25 },
        { start: 30, end: 30 },
      ],
      reservedNames: ['old', 'older'],
      oneofs: [{ name: 'choice', fields: ['text', 'data', 'outer'] }],
    });
    const file = files.find(({ path }) => path === 'two.proto')!;
    expect(file.messages.map(({ name }) => name)).toEqual([
      'Note',
      'Inner',
      'Scalars',
      'Outer',
      'Part',
      'Deep',
      'Added',
      'Set',
      'Member',
    ]);
    expect(file.extensions.map(({ name }) => name)).toEqual([
      'extra',
      'note',
      'nested',
      'numbers',
      'added',
      'chosen',
      'member',
    ]);
    expect(file.imports.map(({ path, public: passedOn }) => [path, passedOn])).toEqual([
      ['google/protobuf/descriptor.proto', false],
      ['shared.proto', true],
    ]);
  });

  it('have typed defaults', async () => {
    const { message, field } = await fixture('proto-two', 'two.proto', 'beyond.proto');
    const defaults = Object.fromEntries(message('fixture.two.Scalars').fields.map((each) => [each.name, each.default]));
    expect(defaults).toEqual({
      f1: -1500,
      f2: Infinity,
      f3: Number.NaN,
      i1: -127,
      i2: -(2n ** 63n),
      u1: 255,
      u2: 2n ** 64n - 1n,
      s1: -1,
      s2: 1n,
      x1: 4294967295,
      x2: 2n ** 64n - 1n,
      x3: -2147483648,
      x4: 9007199254740993n,
      b1: true,
      t1: 'hé 😀\n"its',
      t2: Uint8Array.of(0, 1, 255),
      e1: 2,
    });
    // A byte, a character and two bytes that are another.
    expect(field('fixture.two.beyond.stream.Body.data').default).toEqual(
      Uint8Array.of(0xe2, 0xe2, 0x82, 0xac, 0xc3, 0xa9),
    );
    const { field: floats } = await linkTexts({
      'a.proto': 'syntax = "proto2"; message A { optional float a = 1 [default = 0.1]; }',
    });
    expect(floats('A.a').default).toBe(Math.fround(0.1));
  });

  it('of proto3', async () => {
    const {
      field,
      message,
      enum: enumOf,
      files,
    } = await fixture('proto-three', 'three.proto', 'deep/folder/use.proto');
    const three = (name: string): Field => field(`fixture.three.Message.${name}`);
    const presence = ['id', 'maybe', 'packed', 'inners', 'text', 'kind', 'deep', 'any'].map(
      (name) => three(name).presence,
    );
    expect(presence).toEqual([
      'implicit',
      'explicit',
      'implicit',
      'implicit',
      'explicit',
      'implicit',
      'explicit',
      'explicit',
    ]);
    expect(['packed', 'loose', 'texts'].map((name) => three(name).packed)).toEqual([true, false, false]);
    expect(['title', '__odd__name_', 'optional', 'maybe'].map((name) => three(name).jsonName)).toEqual([
      'title',
      'OddName',
      'OPTIONAL',
      'maybe',
    ]);
    expect(message('fixture.three.Message').oneofs.map(({ name }) => name)).toEqual(['body']);
    expect(message('fixture.three.Message').comment).toBe('Leads the message.\nTrails its head.');
    expect(three('id').comment).toBe('Leads the field.\nTrails the field.');
    expect(three('title').comment).toBe('A block:\n  indented.');
    expect(enumOf('fixture.three.Kind').values.map(({ number }) => number)).toEqual([0, 1, -1, 16]);
    const file = files.find(({ path }) => path === 'three.proto')!;
    expect(file.comment).toBe('All that proto3 has.');
    expect(file.services[0]!.methods).toMatchObject([
      { name: 'Send', clientStreaming: false, serverStreaming: false, output: 'google.protobuf.Empty' },
      { name: 'Talk', clientStreaming: true, serverStreaming: true, options: { idempotency_level: 'NO_SIDE_EFFECTS' } },
    ]);
    expect(files.map(({ path, requested }) => [path, requested]).slice(-2)).toEqual([
      ['three.proto', true],
      ['deep/folder/use.proto', true],
    ]);
  });

  it('of editions, by the features around them', async () => {
    const { field, enum: enumOf, files } = await fixture('proto-editions', 'e2023.proto', 'e2024.proto');
    const of = (name: string): Field => field(`fixture.e2023.${name}`);
    expect(
      ['explicit', 'implicit', 'required', 'closed', 'delimited', 'number'].map(
        (name) => of(`Message.${name}`).presence,
      ),
    ).toEqual(['explicit', 'implicit', 'required', 'explicit', 'explicit', 'explicit']);
    expect(['expanded', 'packed'].map((name) => of(`Message.${name}`).packed)).toEqual([false, true]);
    expect(
      ['Message.delimited', 'Message.prefixed', 'Message.map', 'more', 'extra'].map((name) => of(name).delimited),
    ).toEqual([true, false, false, true, false]);
    expect(['explicit', 'unchecked'].map((name) => of(`Message.${name}`).verifyUtf8)).toEqual([true, false]);
    expect(enumOf('fixture.e2023.Message.Closed').open).toBe(false);
    expect(enumOf('fixture.e2023.Message.Open').open).toBe(true);
    expect(of('Message.open').default).toBe(1);
    const later = (name: string): string => field(`fixture.e2024.Message.${name}`).presence;
    expect(['text', 'explicit', 'other', 'kind'].map(later)).toEqual(['implicit', 'explicit', 'explicit', 'implicit']);
    const file = files.find(({ path }) => path === 'e2024.proto')!;
    expect(file.options).toMatchObject({ '(fixture.custom.level)': 'HIGH', features: { field_presence: 'IMPLICIT' } });
    // What serves options only is no import of the code.
    expect(file.imports.map(({ path }) => path)).toEqual(['e2023.proto']);
  });

  it('have the int64 surface that is chosen nearest to them', async () => {
    const text = `${three}package p; message A { int64 a = 1; int64 b = 2; message B { int64 c = 1; } } message C { int64 d = 1; }`;
    const { field } = await linkTexts(
      { 'x/a.proto': text, 'b.proto': `${three}message D { int64 e = 1; }` },
      { int64: 'bigint', int64Of: { 'p.A.a': 'number', 'p.A': 'string', 'x/a.proto': 'number' } },
    );
    expect(['p.A.a', 'p.A.b', 'p.A.B.c', 'p.C.d', 'D.e'].map((name) => field(name).int64)).toEqual([
      'number',
      'string',
      'string',
      'number',
      'bigint',
    ]);
  });
});

describe('options', () => {
  it('are resolved, typed and gathered', async () => {
    const { files } = await fixture('proto-two', 'two.proto', 'beyond.proto');
    const options = (path: string): unknown => structuredClone(files.find((file) => file.path === path)!.options);
    expect(options('two.proto')).toEqual({
      java_package: 'fixture.two',
      '(fixture.two.note)': {
        text: 'ab',
        list: [1, 2, 3],
        inner: { flag: true, ratio: '-Infinity' },
        '[fixture.two.extra]': 7,
      },
    });
    expect(options('beyond.proto')).toEqual({
      '(fixture.two.note)': {
        text: 'single "quoted"',
        inner: { ratio: -1.5, flag: false },
        '[fixture.two.extra]': '-9223372036854775807',
      },
    });
  });

  it('keep what is unknown as it is written', async () => {
    const { files, diagnostics } = await linkTexts({
      'a.proto': `${three}option (no.such).x.(y) = 5; option (no.such).z = { a: [1, B] a: "c" };`,
    });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['WM2030', 'warning'],
      ['WM2030', 'warning'],
    ]);
    expect(structuredClone(files[0]!.options)).toEqual({ '(no.such)': { x: { '[y]': 5 }, z: { a: [1, 'B', 'c'] } } });
  });

  it('mark what is deprecated', async () => {
    const {
      message,
      field,
      enum: enumOf,
      files,
    } = await linkTexts({
      'a.proto': `${three}message A { option deprecated = true; int32 a = 1 [deprecated = true]; int32 b = 2; }
        enum E { option deprecated = true; Z = 0 [deprecated = true]; } service S { option deprecated = true; rpc R(A) returns (A) { option deprecated = true; } }`,
    });
    expect(
      [
        message('A'),
        field('A.a'),
        enumOf('E'),
        enumOf('E').values[0]!,
        files[0]!.services[0]!,
        files[0]!.services[0]!.methods[0]!,
      ].map((node) => node.deprecated),
    ).toEqual(Array(6).fill(true));
    expect(field('A.b').deprecated).toBe(false);
  });
});

describe('the model', () => {
  it('is the same for any order of the sources, imports before importers', async () => {
    const files = {
      'z.proto': `${three}message Z {}`,
      'a.proto': `${three}import "z.proto"; message A { Z z = 1; }`,
      'm.proto': `${three}message M {}`,
    };
    const one = await linkTexts(files, { protos: ['z.proto', 'm.proto', 'a.proto'] });
    const other = await linkTexts(files, { protos: ['a.proto', 'm.proto', 'z.proto'] });
    expect(one.files).toEqual(other.files);
    expect(one.files.map(({ path }) => path)).toEqual(['z.proto', 'a.proto', 'm.proto']);
  });

  it('is frozen to its leaves, with options that inherit nothing', async () => {
    const { files } = await fixture('proto-two', 'two.proto');
    const loose: string[] = [];
    const visit = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
      if (!Object.isFrozen(value)) loose.push(at);
      if (at.endsWith('/options') && Object.getPrototypeOf(value) !== null) loose.push(`${at} has a prototype`);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${at}/${key}`);
    };
    visit(files, '');
    expect(loose).toEqual([]);
  });
});
