import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { checkDocument, createValidator, readDocument } from './document.ts';
import type { Diagnostic } from './diagnostic.ts';

const where = (diagnostic: Diagnostic): string =>
  `${diagnostic.code} ${diagnostic.place?.line}:${diagnostic.place?.column}+${diagnostic.place?.length}`;

async function faults(text: string, file = 'a.yaml'): Promise<string[]> {
  return (await readDocument({ file, text })).diagnostics.map(where);
}

describe('reading', () => {
  test.each([
    ['a.yaml', 'b:\n  - x: 1\n    "y/z": two\n'],
    ['a.json', '{"b":\n  [{"x": 1,\n    "y/z": "two"}]}'],
  ])('%s: value and places of keys and values', async (file, text) => {
    const { value: document, diagnostics } = await readDocument({ file, text });
    expect(diagnostics).toEqual([]);
    expect(document?.value).toEqual({ b: [{ x: 1, 'y/z': 'two' }] });
    const key = document!.placeOf('/b/0/y~1z', 'key');
    const value = document!.placeOf('/b/0/y~1z');
    expect(text.split('\n')[key.line - 1]!.slice(key.column - 1, key.column - 1 + key.length)).toBe('"y/z"');
    expect(text.split('\n')[value.line - 1]!.slice(value.column - 1, value.column - 1 + value.length)).toMatch(
      /^"?two"?$/,
    );
    expect(document!.placeOf('/b/0/none/there')).toEqual(document!.placeOf('/b/0'));
  });

  test.each(['a.yaml', 'a.json'])('%s: no digit of an integer is lost', async (file) => {
    const { value } = await readDocument({ file, text: '{"a": 9007199254740993, "b": 9007199254740991, "c": -1.5}' });
    expect(value?.value).toEqual({ a: 9007199254740993n, b: 9007199254740991, c: -1.5 });
  });

  test('duplicate keys, with the first', async () => {
    const { diagnostics } = await readDocument({ file: 'a.yaml', text: 'a: 1\nb: 2\na: 3\n' });
    expect(diagnostics.map(where)).toEqual(['WM3011 3:1+1']);
    expect(diagnostics[0]?.related).toEqual([
      { message: 'first written here', place: { file: 'a.yaml', line: 1, column: 1, length: 1 } },
    ]);
    expect(await faults('{"a": 1, "a": 2}', 'a.json')).toEqual(['WM3011 1:10+3']);
  });

  test('keys that reach a prototype, values that are not JSON', async () => {
    expect(await faults('a:\n  __proto__: {x: 1}\n')).toEqual(['WM3012 2:3+9']);
    expect(await faults('{"__proto__": 1}', 'a.json')).toEqual(['WM3012 1:2+11']);
    expect(await faults('a: .nan\nb: -.inf\n? [k]\n: 1\n')).toEqual(['WM3014 1:4+4', 'WM3014 2:4+5', 'WM3014 3:3+3']);
    expect(await faults('{"a": 1e999}', 'a.json')).toEqual(['WM3014 1:7+5']);
    const inherited = await readDocument({ file: 'a.yaml', text: 'a:\n  __proto__: {polluted: 1}\n' });
    expect((inherited.value!.value as { a: { polluted?: unknown } }).a.polluted).toBeUndefined();
  });

  test('aliases: followed, bounded, never cyclic', async () => {
    const { value } = await readDocument({ file: 'a.yaml', text: 'a: &x {k: 1}\nb: *x\n' });
    expect(value?.value).toEqual({ a: { k: 1 }, b: { k: 1 } });
    expect(await faults('a: &x [*x]\n')).toEqual(['WM3013 1:8+2']);
    expect(await faults('a: *nowhere\n')).toHaveLength(1);
    const bomb = ['a0: &a0 [1,1,1,1,1,1,1,1,1,1]'];
    for (let i = 1; i < 30; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(',')}]`,
      );
    const { diagnostics } = await readDocument({ file: 'a.yaml', text: bomb.join('\n') });
    expect(diagnostics.map((each) => each.code)).toEqual(['WM3013']);
  });

  test.each(['[', '{a: ', '- ', '? '])('nesting %j without end', async (part) => {
    const { value, diagnostics } = await readDocument({ file: 'a.yaml', text: part.repeat(20_000) });
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('nesting without end in JSON, and texts beyond the limit', async () => {
    expect(await faults('['.repeat(100_000), 'a.json')).toEqual(['WM3013 1:202+1']);
    expect(await faults(`"${'x'.repeat(5_000_000)}"`, 'a.json')).toEqual(['WM3013 1:1+0']);
  });

  test.each([
    ['{"a": 1,}', 'WM3010 1:9+1'],
    ['{"a" 1}', 'WM3010 1:6+1'],
    ['[1 2]', 'WM3010 1:4+1'],
    ['', 'WM3010 1:1+0'],
    ['{"a": 01}', 'WM3010 1:8+1'],
    ['"\u0001"', 'WM3010 1:1+1'],
    ['1 2', 'WM3010 1:3+1'],
  ])('JSON syntax: %j', async (text, expected) => {
    expect(await faults(text, 'a.json')).toEqual([expected]);
  });

  property.prop([fc.json()])('JSON is read as JSON.parse reads it', async (text) => {
    fc.pre(!text.includes('__proto__'));
    const { value, diagnostics } = await readDocument({ file: 'a.json', text });
    expect(diagnostics).toEqual([]);
    const rounded = JSON.stringify(value?.value, (_, each: unknown) =>
      typeof each === 'bigint' ? Number(each) : each,
    );
    expect(JSON.parse(rounded)).toEqual(JSON.parse(text));
  });

  property.prop([
    fc.string({ unit: fc.constantFrom(...'-:?,[]{}&*!|>\'"%@` \n\ta1#\\.', '<<', '\r\n', '---', '...') }),
    fc.constantFrom('a.yaml', 'a.json'),
  ])('any text at all gives a value or diagnostics with places inside it', async (text, file) => {
    const { value, diagnostics } = await readDocument({ file, text });
    if (value === undefined) expect(diagnostics.length).toBeGreaterThan(0);
    for (const { place } of diagnostics) expect(place?.line).toBeLessThanOrEqual(text.split('\n').length);
  });
});

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-z]+$', description: 'Lower-case letters.' },
    level: { enum: ['low', 'high'] },
    shape: { $ref: '#/$defs/Shape' },
    size: { anyOf: [{ type: 'integer', minimum: 1 }, { $ref: '#/$defs/Size' }] },
    byName: { type: 'object', propertyNames: { pattern: '^[a-z]+$', description: 'Lower-case letters.' } },
  },
  required: ['name'],
  additionalProperties: false,
  $defs: {
    Size: {
      type: 'object',
      properties: { width: { type: 'integer' }, unit: { type: 'string' } },
      required: ['width'],
      additionalProperties: false,
    },
    Shape: {
      oneOf: [
        {
          type: 'object',
          properties: { kind: { const: 'circle' }, radius: { type: 'number' } },
          required: ['kind', 'radius'],
          additionalProperties: false,
        },
        {
          type: 'object',
          properties: { kind: { const: 'group' }, of: { type: 'array', items: { $ref: '#/$defs/Shape' } } },
          required: ['kind', 'of'],
          additionalProperties: false,
        },
      ],
    },
  },
};

describe('checking', () => {
  const check = async (text: string): Promise<readonly Diagnostic[]> =>
    (await checkDocument({ file: 'a.yaml', text, schema })).diagnostics;

  test('a valid document comes back with its value', async () => {
    const { value, diagnostics } = await checkDocument({ file: 'a.yaml', text: 'name: x\nsize: {width: 2}\n', schema });
    expect(diagnostics).toEqual([]);
    expect(value?.value).toEqual({ name: 'x', size: { width: 2 } });
  });

  test('all faults in one run, in the order of the text, each with its place and a fix', async () => {
    const found = await check('nam: 5\nlevel: hihg\nsize: wide\n"toString": 1\nbyName: {Up: 1}\n');
    expect(found.map((each) => `${where(each)} ${each.fix}`)).toEqual([
      'WM3001 1:1+3 Did you mean "name"?',
      'WM3002 1:1+6 Add "name": Lower-case letters.',
      'WM3004 2:8+4 Did you mean "high"?',
      'WM3003 3:7+4 ',
      'WM3001 4:1+10 Known here: "name", "level", "shape", "size", "byName".',
      'WM3005 5:10+2 What belongs here: Lower-case letters.',
    ]);
  });

  test('alternatives: only the faults of the one that was meant', async () => {
    const nested =
      'name: a\nshape:\n  kind: group\n  of:\n    - {kind: circle, radius: big}\n    - {kind: cricle}\n    - {}\n';
    expect((await check(nested)).map((each) => `${where(each)} ${each.message}`)).toEqual([
      'WM3003 5:30+3 Expected a number, found the string "big".',
      'WM3004 6:14+6 Found the string "cricle", which is not one of the values allowed here.',
      'WM3002 7:7+2 The key "kind" is missing.',
      'WM3002 7:7+2 The key "radius" is missing.',
    ]);
    expect((await check('name: a\nsize: {width: x, u: 1}\n')).map(where)).toEqual(['WM3003 2:15+1', 'WM3001 2:18+1']);
    expect((await check('name: a\nsize: 0\n')).map(where)).toEqual(['WM3006 2:7+1']);
  });

  test('an error beside alternatives that fail too is not lost', async () => {
    const validate = await createValidator({
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      oneOf: [{ required: ['b'] }, { required: ['c'] }],
    });
    const { value } = await readDocument({ file: 'a.yaml', text: 'a: 1\n' });
    expect(validate(value!).map(where)).toEqual(['WM3002 1:1+4', 'WM3003 1:4+1']);
  });

  test('integers that no JSON number holds are told apart', async () => {
    const found = await check('name: a\nsize: 9007199254740993\n');
    expect(found.map((each) => each.message)[0]).toContain('9007199254740993');
  });
});
