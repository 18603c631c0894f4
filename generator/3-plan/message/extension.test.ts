/** Extensions: the same bytes and JSON as fields of the message's own, of which @bufbuild/protobuf is the judge. */
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, type Generated } from './test/generated.ts';
import { protobufEsJson, type JsonOracle } from './test/json-oracles.ts';

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
interface Extension {
  readonly name: string;
  readonly extendee: string;
  readonly number: number;
}
interface Message {
  $unknown?: readonly Uint8Array[] | undefined;
}

let module: Functions;
let index: Functions;
let es: JsonOracle;
let extensions: readonly Extension[];

beforeAll(async () => {
  const made = await generatePackage({ protos: ['extension.proto'] });
  module = (await made.load('extension')) as Generated as Functions;
  index = (await made.load('index')) as Generated as Functions;
  es = protobufEsJson(made.protocol);
  extensions = Object.values(module as unknown as Record<string, Extension>).filter((value) => 'extendee' in value);
});

const find = (name: string): Extension => extensions.find((each) => each.name === `codec.extension.${name}`)!;
const base = (name: string, value: unknown): Message => {
  const message = module['createBase']!({ name: 'x' }) as Message;
  index['setExtension']!(message, find(name), value);
  return message;
};

/** Extension, property of the same field in `Fields`, value, and the JSON of it. */
const cases: readonly (readonly [name: string, property: string, value: unknown, json: unknown])[] = [
  ['number', 'number', 5, 5],
  ['number', 'number', 0, 0],
  ['text', 'text', 'a"b', 'a"b'],
  ['wide', 'wide', 2n ** 64n - 1n, '18446744073709551615'],
  ['level', 'level', -7, 'HIGH'],
  ['numbers', 'numbers', [1, -1], [1, -1]],
  ['packed_numbers', 'packedNumbers', [1n, -1n], ['1', '-1']],
  ['levels', 'levels', [1, -7], ['LOW', 'HIGH']],
  ['single', 'single', { text: 'in' }, { text: 'in' }],
  ['many', 'many', [{ number: 1 }, { number: undefined }], [{ number: 1 }, {}]],
  ['point', 'point', { x: 1, y: undefined }, { x: 1 }],
  ['points', 'points', [{ x: 1, y: 2 }], [{ x: 1, y: 2 }]],
  ['duration', 'duration', { seconds: 1n, nanos: 500_000_000 }, '1.500s'],
  ['any_value', 'anyValue', { kind: { case: 'nullValue', value: 0 } }, null],
  ['raw', 'raw', Uint8Array.of(255), '/w=='],
];

describe('a value', () => {
  it.each(cases)('of %s has the bytes of a field', (name, property, value) => {
    const message = base(name, value);
    const bytes = module['encodeBase']!(message) as Uint8Array;
    expect(bytes).toStrictEqual(module['encodeFields']!(module['createFields']!({ name: 'x', [property]: value })));
    const decoded = module['decodeBase']!(bytes);
    expect(index['getExtension']!(decoded, find(name))).toEqual(value);
    expect(index['hasExtension']!(decoded, find(name))).toBe(true);
    expect(module['isBase']!(decoded)).toBe(true);
    index['clearExtension']!(decoded, find(name));
    expect(decoded).toStrictEqual(module['createBase']!({ name: 'x', $unknown: undefined }));
    expect(index['getExtension']!(decoded, find(name))).toBe(undefined);
  });

  it.each(cases)('of %s has the JSON of a field', (name, property, value, json) => {
    const bytes = module['encodeBase']!(base(name, value)) as Uint8Array;
    const own = { name: 'x', [`[codec.extension.${name}]`]: json };
    expect(JSON.parse(es.toJson('codec.extension.Fields', bytes))).toStrictEqual({ name: 'x', [property]: json });
    expect(module['toJsonBase']!(base(name, value), { extensions })).toStrictEqual(own);
    expect(module['encodeBase']!(module['fromJsonBase']!(own, { extensions }))).toStrictEqual(bytes);
    expect(module['toJsonStringBase']!(base(name, value))).toBe('{"name":"x"}');
  });
});

describe('extensions', () => {
  it('are merged from all of their records, the last of a singular field winning', () => {
    const two = [base('numbers', [1]), base('number', 1), base('number', 2), base('numbers', [2])];
    const message = { ...two[0], $unknown: two.flatMap(({ $unknown }) => $unknown!) };
    expect(index['getExtension']!(message, find('numbers'))).toEqual([1, 2]);
    expect(index['getExtension']!(message, find('number'))).toBe(2);
    index['setExtension']!(message, find('number'), 3);
    expect(module['toJsonBase']!(message, { extensions })).toMatchObject({ '[codec.extension.number]': 3 });
    expect(message.$unknown).toHaveLength(3);
  });

  it('nest, and their depth is bounded', () => {
    const name = '[codec.extension.Point.recursive]';
    const nested = (levels: number): string => (levels === 0 ? '{}' : `{"${name}":{"child":${nested(levels - 1)}}}`);
    const read = (levels: number) => module['fromJsonStringBase']!(nested(levels), { extensions });
    expect(module['toJsonStringBase']!(read(40), { extensions })).toBe(nested(40));
    expect(() => read(60)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  it('may be all that a message has', () => {
    const json = { '[codec.extension.bare_number]': 7 };
    const message = module['fromJsonBare']!(json, { extensions });
    expect(index['getExtension']!(message, find('bare_number'))).toBe(7);
    expect(module['toJsonBare']!(message, { extensions })).toStrictEqual(json);
    expect(module['toJsonBare']!(message)).toStrictEqual({});
  });

  it.each([
    ['{"[codec.extension.number]": "a"}', 'bad-number', '/[codec.extension.number]'],
    ['{"[codec.extension.points]": [{"z": 1}]}', 'unknown-field', '/[codec.extension.points]/0/z'],
    ['{"[codec.extension.bare_number]": 1}', 'unknown-field', '/[codec.extension.bare_number]'],
    ['{"[codec.extension.none]": 1}', 'unknown-field', '/[codec.extension.none]'],
    ['{"codec.extension.number": 1}', 'unknown-field', '/codec.extension.number'],
  ])('are refused where %s', (text, code, path) => {
    expect(() => module['fromJsonStringBase']!(text, { extensions })).toThrow(
      expect.objectContaining({ name: 'JsonError', code, path }),
    );
  });

  it('that are null, or unknown names of enum values to be ignored, have no value', () => {
    const text =
      '{"[codec.extension.number]": null, "[codec.extension.level]": "NONE", "[codec.extension.points]": null}';
    const message = module['fromJsonStringBase']!(text, { extensions, ignoreUnknown: true }) as Message;
    expect(message.$unknown).toBe(undefined);
    expect(module['fromJsonStringBase']!('{"[x.y]": 1}', { ignoreUnknown: true })).toStrictEqual(
      module['createBase']!(),
    );
  });

  it('of a closed enum have no value where the number is unknown, which stays', () => {
    const bytes = Uint8Array.of(184, 6, 2);
    const message = module['decodeBase']!(bytes);
    expect(index['hasExtension']!(message, find('level'))).toBe(false);
    expect(module['toJsonBase']!(message, { extensions })).toStrictEqual({});
    expect(module['encodeBase']!(message)).toStrictEqual(bytes);
  });

  it('are constants of their modules, written like properties', () => {
    expect(Object.keys(module)).toEqual(
      expect.arrayContaining(['Point_inPoint', 'Point_recursive', 'packedNumbers', 'bareNumber']),
    );
    expect(Object.keys(module).filter((name) => name.endsWith('Field'))).toEqual([]);
  });
});
