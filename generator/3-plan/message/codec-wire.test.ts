/** What generated decoders accept, refuse and keep, byte by byte. Source: the encoding guide and the language guides. */
import { deepStrictEqual } from 'node:assert';
import { cp } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage } from './test/generated.ts';
import { bytesOf, group, number, sized, tag, text, varint } from './test/wire.ts';

type Codecs = Record<string, (value: unknown, options?: unknown) => never>;

let folder: string;
const native: Codecs = {};
const browser: Codecs = {};

beforeAll(async () => {
  const made = await generatePackage({ protos: ['proto3.proto', 'proto2.proto', 'edition.proto'] });
  folder = made.folder;
  for (const module of ['proto3', 'proto2', 'edition']) Object.assign(native, await made.load(module));
  // The library looks for Buffer once, when it is loaded: a second copy is loaded where there is none.
  const copy = `${folder}-browser`;
  await cp(folder, copy, { recursive: true });
  const { Buffer } = globalThis;
  try {
    Object.assign(globalThis, { Buffer: undefined });
    for (const module of ['proto3', 'proto2', 'edition']) {
      Object.assign(browser, await import(/* @vite-ignore */ pathToFileURL(`${copy}/lib/${module}.js`).href));
    }
  } finally {
    Object.assign(globalThis, { Buffer });
  }
});

/** The error that a call throws. */
function thrown(call: () => unknown): { name: string; code: string; path: string; offset?: number; message: string } {
  try {
    call();
  } catch (error) {
    return error as ReturnType<typeof thrown>;
  }
  throw new Error('nothing was thrown');
}

describe.each([
  ['Node', native],
  ['a browser', browser],
])('in %s', (_, codecs) => {
  const decode = (name: string, ...parts: readonly (readonly number[])[]): Record<string, never> =>
    codecs[`decode${name}`]!(bytesOf(...parts));
  const encode = (name: string, message: unknown): number[] => [...(codecs[`encode${name}`]!(message) as Uint8Array)];
  const create = (name: string, init?: unknown): Record<string, never> => codecs[`create${name}`]!(init);
  const refusal = (name: string, ...parts: readonly (readonly number[])[]) => {
    const error = thrown(() => decode(name, ...parts));
    expect(error.name).toBe('WireError');
    return error;
  };
  const encodeRefusal = (name: string, message: unknown) => {
    const error = thrown(() => encode(name, message));
    expect(error.name, error.message).toBe('EncodeError');
    return error;
  };
  /** Decoding and encoding gives the same bytes. */
  const keeps = (name: string, ...parts: readonly (readonly number[])[]) => {
    deepStrictEqual(encode(name, decode(name, ...parts)), parts.flat());
  };

  describe('unknown fields', () => {
    it('are kept in order and written after known ones', () => {
      const unknown = [
        ...number(99, 1),
        ...text(50, 'x'),
        ...group(60, number(1, 2)),
        ...tag(98, 1),
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
      ];
      const message = decode('Tree', unknown, number(1, 5), [...tag(97, 5), 1, 2, 3, 4]);
      expect(message['value']).toBe(5);
      deepStrictEqual(encode('Tree', message), [...number(1, 5), ...unknown, ...tag(97, 5), 1, 2, 3, 4]);
    });

    it('are absent where there are none', () => {
      expect(Object.keys(decode('Empty'))).toStrictEqual([]);
    });

    it('take in known fields of another wire type', () => {
      for (const record of [
        sized(3, []),
        [...tag(3, 5), 1, 2, 3, 4],
        group(3, []),
        [...tag(3, 1), 1, 2, 3, 4, 5, 6, 7, 8],
      ]) {
        keeps('Scalars', record);
        expect(decode('Scalars', record)['fInt32']).toBe(0);
      }
      keeps('Scalars', number(14, 7));
      keeps('Choices', number(2, 7));
      keeps('Maps', number(1, 7));
      keeps('Lists', number(14, 7), number(17, 7));
      keeps('Lists', [...tag(1, 5), 1, 2, 3, 4]);
      keeps('Groups', sized(1, number(1, 1)));
      keeps('Features', number(3, 1), sized(6, number(1, 1)));
    });

    it('take in numbers that a closed enum does not have', () => {
      const message = decode('Closed', number(1, 5), number(1, 77), number(2, 1), number(2, 2), sized(3, [1, 99, 5]));
      expect(message).toMatchObject({ level: 5, levels: [1], packedLevels: [1, 5] });
      deepStrictEqual(encode('Closed', message), [
        ...number(1, 5),
        ...number(2, 1),
        ...sized(3, [1, 5]),
        ...[number(1, 77), number(2, 2), number(3, 99)].flat(),
      ]);
      deepStrictEqual(decode('Closed', encode('Closed', message)), message);
      keeps('Closed', sized(4, [...number(1, 3), ...number(2, 4)]));
      keeps('Closed', number(5, -99));
      expect(decode('Closed', text(6, 'x'), number(5, 99))['choice']).toStrictEqual({ case: 'other', value: 'x' });
    });

    it('may be groups up to the depth limit, and no deeper', () => {
      const nested = (levels: number): number[] => [
        ...Array.from({ length: levels }, () => tag(9, 3)).flat(),
        ...Array.from({ length: levels }, () => tag(9, 4)).flat(),
      ];
      keeps('Tree', nested(100));
      expect(refusal('Tree', nested(101)).code).toBe('too-deep');
      expect(refusal('Tree', nested(20_000)).code).toBe('too-deep');
      expect(refusal('Tree', Array.from({ length: 20_000 }, () => tag(9, 3)).flat()).code).toBe('too-deep');
    });
  });

  describe('refuses', () => {
    it('field number 0', () => {
      for (const wireType of [0, 1, 2, 3, 4, 5])
        expect(refusal('Tree', tag(0, wireType), [0, 0, 0, 0, 0, 0, 0, 0]).code).toMatch(/tag|group/);
      expect(refusal('Tree', number(1, 1), [0]).code).toBe('invalid-tag');
    });

    it('wire types 6 and 7', () => {
      expect(refusal('Tree', tag(9, 6), [0]).code).toBe('invalid-tag');
      expect(refusal('Tree', tag(1, 7), [0]).code).toBe('invalid-tag');
    });

    it('tags of more than 32 bits or five bytes', () => {
      expect(refusal('Tree', [0x88, 0x80, 0x80, 0x80, 0x80, 0x00, 1]).code).toBe('invalid-tag');
      expect(refusal('Tree', [0x88, 0x80, 0x80, 0x80, 0x10, 1]).code).toBe('invalid-tag');
      expect(decode('Tree', [0x88, 0x80, 0x80, 0x80, 0x00, 1])['value']).toBe(1);
    });

    it('end tags without a start, and groups that end as another', () => {
      expect(refusal('Tree', tag(9, 4)).code).toBe('unmatched-group');
      expect(refusal('Tree', tag(9, 3), tag(8, 4)).code).toBe('unmatched-group');
      expect(refusal('Groups', tag(1, 3), tag(2, 4)).code).toBe('unmatched-group');
      expect(refusal('Groups', tag(1, 4)).code).toBe('unmatched-group');
      expect(refusal('Groups', tag(1, 3), number(1, 1)).code).toBe('truncated');
      expect(refusal('Groups', sized(22, tag(1, 3)), tag(1, 4)).code).toBe('truncated');
    });

    it('varints of eleven bytes, in known and unknown fields', () => {
      const long = [...Array.from({ length: 10 }, () => 0x80), 0x00];
      expect(refusal('Tree', tag(1, 0), long).code).toBe('varint-too-long');
      expect(refusal('Tree', tag(9, 0), long).code).toBe('varint-too-long');
      expect(refusal('Scalars', tag(13, 0), long).code).toBe('varint-too-long');
      expect(refusal('Scalars', tag(4, 0), long).code).toBe('varint-too-long');
      expect(refusal('Lists', sized(3, long)).code).toBe('varint-too-long');
      expect(refusal('Tree', tag(9, 3), tag(1, 0), long, tag(9, 4)).code).toBe('varint-too-long');
    });

    it('a packed value that reads past its field', () => {
      expect(refusal('Lists', sized(3, [1, 0x80]), [1]).code).toBe('truncated');
      expect(refusal('Lists', sized(1, [0, 0, 0, 0, 0, 0, 0]), [0]).code).toBe('truncated');
      expect(refusal('Lists', sized(9, [0, 0, 0, 0, 0]), [0, 0, 0]).code).toBe('truncated');
    });

    it('a nested message or map entry that reads past its length', () => {
      expect(refusal('Tree', sized(2, tag(1, 0)), [1]).code).toBe('truncated');
      expect(refusal('Maps', sized(11, [...tag(1, 0), 1, ...tag(2, 0)]), [1]).code).toBe('truncated');
      expect(refusal('Maps', sized(12, [...tag(1, 2), 5]), text(15, 'abcde')).code).toBe('truncated');
    });

    it('lengths beyond the input, without allocating them', () => {
      for (const length of [
        [0xff, 0xff, 0xff, 0xff, 0x07],
        [0xff, 0xff, 0xff, 0xff, 0x0f],
        varint(-1),
        varint(1n << 32n),
        varint((1n << 63n) + 4n),
      ]) {
        for (const field of [14, 15]) {
          const before = process.memoryUsage().arrayBuffers;
          expect(refusal('Scalars', tag(field, 2), length, [1, 2, 3, 4]).code).toBe('truncated');
          expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
        }
        expect(refusal('Tree', tag(2, 2), length, [1, 2, 3, 4]).code).toBe('truncated');
        expect(refusal('Tree', tag(99, 2), length, [1, 2, 3, 4]).code).toBe('truncated');
        expect(refusal('Lists', tag(3, 2), length, [1, 2, 3, 4]).code).toBe('truncated');
      }
    });

    it('strings that are not UTF-8, unless told otherwise', () => {
      const ill = [
        [0xff],
        [0xc0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xe2, 0x82],
        [0x80],
        [0xf0, 0x80, 0x80, 0x80],
      ];
      for (const content of ill) {
        for (const padding of [[], [...Buffer.from('some padding '.repeat(8))]]) {
          const all = [...padding, ...content];
          expect(refusal('Scalars', sized(14, all))).toMatchObject({ code: 'invalid-utf-8', path: '/fString' });
          expect(refusal('Maps', sized(12, [...sized(1, all)])).code).toBe('invalid-utf-8');
          expect(decode('Loose', sized(1, all))['text']).toBe(new TextDecoder().decode(Uint8Array.from(all)));
          expect(decode('Features', number(3, 1), sized(9, all))['unchecked']).toContain('\ufffd');
          expect(refusal('Features', sized(8, all)).code).toBe('invalid-utf-8');
        }
      }
      expect(decode('Scalars', text(14, 'a\ufffd\ufeffb'))['fString']).toBe('a\ufffd\ufeffb');
      expect(decode('Scalars', text(14, '\ufeffb'))['fString']).toBe('\ufeffb');
    });

    it('what is cut off, at its end and in no field that it does not name, whatever was decoded before', () => {
      for (const left of [0, 1, 2, 8, 0x80, 0xff]) {
        for (const [name, bytes] of [
          ['Tree', [0x80]],
          ['Tree', [0x92]],
          ['Scalars', [0xff, 0xff]],
          ['Tree', [0x4b, 0xcc]],
        ] as [string, number[]][]) {
          try {
            decode(
              'Tree',
              number(1, 1),
              [0],
              Array.from({ length: 40 }, () => left),
            );
          } catch {
            // What it leaves behind counts.
          }
          expect(refusal(name, bytes), `${left} behind ${bytes.join()}`).toMatchObject({
            code: 'truncated',
            offset: bytes.length,
            path: '',
          });
        }
      }
    });

    it('a message without its required fields', () => {
      expect(refusal('Required', number(1, 1))).toMatchObject({ code: 'missing-required-field', path: '/name' });
      expect(refusal('Required', number(1, 1), text(2, 'x'), sized(3, []))).toMatchObject({ path: '/inner/flag' });
      expect(refusal('Features')).toMatchObject({ path: '/needed' });
    });

    it('every truncation of a message, or reads what is left as it stands', () => {
      const full = [
        ...number(1, 300),
        ...sized(2, [...number(1, 70000), ...sized(4, number(1, -1))]),
        ...text(99, 'unknown'),
        ...group(98, number(1, 5)),
      ];
      const ends = new Set([0, 3, 3 + 17, full.length - 9 + 3, full.length]);
      let refused = 0;
      for (let length = 0; length < full.length; length++) {
        try {
          const message = decode('Tree', full.slice(0, length));
          deepStrictEqual(encode('Tree', message), full.slice(0, length));
        } catch (error) {
          expect((error as Error).name).toBe('WireError');
          refused++;
        }
      }
      expect(refused).toBeGreaterThan(full.length - ends.size - 1);
    });
  });

  describe('depth', () => {
    const nested = (levels: number): number[] => {
      let content: number[] = [];
      for (let i = 0; i < levels; i++) content = sized(2, content);
      return content;
    };

    it('is 100 levels by default, and configurable', () => {
      keeps('Tree', nested(100));
      expect(refusal('Tree', nested(101)).code).toBe('too-deep');
      const decodeWith = (levels: number, maxDepth: number): unknown =>
        codecs['decodeTree']!(bytesOf(nested(levels)), { maxDepth });
      expect(thrown(() => decodeWith(3, 2)).code).toBe('too-deep');
      decodeWith(2, 2);
      decodeWith(500, 500);
    });

    it('counts siblings and groups apart', () => {
      keeps('Tree', ...Array.from({ length: 300 }, () => sized(4, sized(4, []))));
      keeps('Groups', ...Array.from({ length: 300 }, () => group(20, text(21, 'x'))));
      decode('Tree', nested(100));
    });

    it('is bounded when encoding too, also of a message within itself', () => {
      const circular = create('Tree');
      Object.assign(circular, { left: circular });
      expect(encodeRefusal('Tree', circular).code).toBe('too-deep');
      let deep = create('Tree');
      for (let i = 0; i < 100; i++) deep = create('Tree', { left: deep });
      encode('Tree', deep);
      expect(encodeRefusal('Tree', create('Tree', { left: deep })).code).toBe('too-deep');
    });
  });

  describe('merging', () => {
    it('takes the last scalar, and merges messages', () => {
      const message = decode(
        'Tree',
        sized(2, number(1, 1)),
        sized(2, sized(3, number(1, 2))),
        number(1, 3),
        number(1, 4),
      );
      expect(message).toMatchObject({ value: 4, left: { value: 1, right: { value: 2 } } });
    });

    it('keeps unknown fields of both parts', () => {
      keeps('Tree', sized(2, [...number(98, 1), ...number(97, 2)]));
      const message = decode('Tree', sized(2, number(98, 1)), sized(2, number(97, 2)));
      deepStrictEqual(encode('Tree', message), sized(2, [...number(98, 1), ...number(97, 2)]));
    });

    it('takes the last of a oneof, and merges a message of the same case', () => {
      expect(decode('Choices', number(1, 1), text(2, 'x'))['choice']).toStrictEqual({ case: 'text', value: 'x' });
      expect(decode('Choices', sized(4, number(3, 1)), sized(4, text(14, 'x')))['choice']).toMatchObject({
        case: 'message',
        value: { fInt32: 1, fString: 'x' },
      });
      expect(decode('Choices', sized(4, number(3, 1)), number(1, 1), sized(4, text(14, 'x')))['choice']).toMatchObject({
        case: 'message',
        value: { fInt32: 0, fString: 'x' },
      });
    });

    it('of groups', () => {
      expect(decode('Groups', group(1, number(1, 5)), group(1, group(2, text(1, 'x'))))).toMatchObject({
        single: { number: 5, deep: { text: ['x'] } },
      });
      keeps(
        'Features',
        number(3, 1),
        group(6, [...number(3, 1), ...number(99, 3)]),
        group(7, text(1, 'a')),
        group(7, []),
        group(11, text(1, 'b')),
      );
    });
  });

  describe('maps', () => {
    it('fill in a missing key or value, and take the last of each', () => {
      expect(decode('Maps', sized(12, []))['byString']).toStrictEqual({ '': '' });
      expect(decode('Maps', sized(11, []))['byBool']).toStrictEqual({ false: false });
      expect(decode('Maps', sized(2, []))['byInt64']).toStrictEqual({ 0: 0 });
      expect(decode('Maps', sized(14, text(1, 'a')))['nested']).toHaveProperty('a.byString', {});
      expect(decode('Maps', sized(12, [...text(2, 'v'), ...text(1, 'a'), ...text(1, 'b')]))['byString']).toStrictEqual({
        b: 'v',
      });
      expect(
        decode('Maps', sized(5, [...number(1, 1), ...number(2, 2)]), sized(5, [...number(1, 1), ...number(2, 4)]))[
          'bySint32'
        ],
      ).toStrictEqual({ '-1': 2 });
    });

    it('pass over unknown fields in entries', () => {
      expect(
        decode('Maps', sized(12, [...text(1, 'a'), ...number(3, 1), ...group(9, []), ...text(2, 'b')]))['byString'],
      ).toStrictEqual({ a: 'b' });
      expect(decode('Maps', sized(12, [...number(1, 4), ...text(2, 'b')]))['byString']).toStrictEqual({ '': 'b' });
    });

    it('treat __proto__ as any key', () => {
      const { byString, nested } = decode(
        'Maps',
        sized(12, [...text(1, '__proto__'), ...text(2, 'x')]),
        sized(14, text(1, '__proto__')),
      );
      expect(Object.keys(byString!)).toStrictEqual(['__proto__']);
      expect(Object.getPrototypeOf(byString)).toBe(Object.prototype);
      expect(Object.keys(nested!)).toStrictEqual(['__proto__']);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      keeps('Maps', sized(12, [...text(1, '__proto__'), ...text(2, 'x')]));
    });

    it('are written in the order of insertion', () => {
      const byString = { z: '1', a: '2', m: '3' };
      expect(Object.keys(decode('Maps', encode('Maps', create('Maps', { byString })))['byString']!)).toStrictEqual([
        'z',
        'a',
        'm',
      ]);
    });
  });

  describe('lists', () => {
    it('take both forms, and mixtures', () => {
      const message = decode('Lists', number(3, 1), sized(3, [2, 3]), number(3, -1), sized(33, [4, 5]), number(33, 6));
      expect(message).toMatchObject({ fInt32: [1, 2, 3, -1], unpackedInt32: [4, 5, 6] });
      deepStrictEqual(encode('Lists', message), [
        ...sized(3, [1, 2, 3, ...varint(-1)]),
        ...number(33, 4),
        ...number(33, 5),
        ...number(33, 6),
      ]);
    });

    it('may be empty when packed', () => {
      expect(decode('Lists', sized(3, []))['fInt32']).toStrictEqual([]);
    });

    it('of any length are written with the length they need', () => {
      for (const count of [1, 63, 64, 127, 128, 129, 5000, 16383, 16384, 20000]) {
        const fInt32 = Array.from({ length: count }, (_, i) => i % 3);
        deepStrictEqual(decode('Lists', encode('Lists', create('Lists', { fInt32 })))['fInt32'], fInt32);
        const fDouble = fInt32.map((value) => value / 2);
        deepStrictEqual(decode('Lists', encode('Lists', create('Lists', { fDouble })))['fDouble'], fDouble);
      }
    });
  });

  describe('numbers', () => {
    it('of 32 bits take the lower half of longer varints', () => {
      expect(decode('Scalars', number(3, (1n << 40n) + 5n))['fInt32']).toBe(5);
      expect(decode('Scalars', number(5, (1n << 63n) + 0xffffffffn))['fUint32']).toBe(0xffffffff);
      expect(decode('Scalars', number(7, (1n << 35n) + 3n))['fSint32']).toBe(-2);
      expect(decode('Scalars', number(13, 1n << 35n))['fBool']).toBe(true);
      expect(decode('Scalars', tag(13, 0), [0x80, 0x80, 0x00])['fBool']).toBe(false);
      expect(decode('Scalars', number(16, (1n << 33n) - 2n))['fColor']).toBe(-2);
    });

    it('out of range or of another type are refused when encoding', () => {
      const bad: [string, unknown][] = [
        ...['fInt32', 'fSint32', 'fSfixed32', 'fColor'].flatMap((key) =>
          [2147483648, -2147483649, 1.5, Number.NaN, 1n, '1', undefined, null].map((value): [string, unknown] => [
            key,
            value,
          ]),
        ),
        ...['fUint32', 'fFixed32'].flatMap((key) =>
          [-1, 4294967296, 0.5, Number.NaN, '1', undefined].map((value): [string, unknown] => [key, value]),
        ),
        ...['fInt64', 'fSint64', 'fSfixed64'].flatMap((key) =>
          [1n << 63n, -(1n << 63n) - 1n, 1n << 64n, 1, '1', undefined].map((value): [string, unknown] => [key, value]),
        ),
        ...['fUint64', 'fFixed64'].flatMap((key) =>
          [-1n, 1n << 64n, 1, null].map((value): [string, unknown] => [key, value]),
        ),
        ...['fDouble', 'fFloat'].flatMap((key) =>
          ['1', 1n, undefined, null].map((value): [string, unknown] => [key, value]),
        ),
        ...[0, 1, 'true', undefined, null].map((value): [string, unknown] => ['fBool', value]),
        ...[1, undefined, null, ['a'], {}].map((value): [string, unknown] => ['fString', value]),
        ...['abc', [1], new DataView(new ArrayBuffer(2)), new Uint16Array(2), undefined, null].map(
          (value): [string, unknown] => ['fBytes', value],
        ),
      ];
      for (const [key, value] of bad) {
        expect(encodeRefusal('Scalars', create('Scalars', { [key]: value })).path).toBe(`/${key}`);
        if (value !== undefined)
          expect(encodeRefusal('Optionals', create('Optionals', { [key]: value })).path).toBe(`/${key}`);
        expect(encodeRefusal('Lists', create('Lists', { [key]: [value] })).path).toBe(`/${key}/0`);
      }
    });

    it('minus zero is not the default', () => {
      expect(encode('Scalars', create('Scalars', { fDouble: -0, fFloat: -0 }))).toHaveLength(14);
      deepStrictEqual(decode('Scalars', encode('Scalars', create('Scalars', { fDouble: -0 })))['fDouble'], -0);
    });
  });

  describe('encoding refuses', () => {
    it('lone surrogates, wherever they stand', () => {
      for (const lone of ['\ud800', '\udc00', 'a\ud800b', '\udc00\ud800', '😀'.slice(0, 1), '😀'.slice(1)]) {
        for (const value of [
          lone,
          `${'x'.repeat(40)}${lone}`,
          `${lone}${'的'.repeat(300)}`,
          `${'的'.repeat(6000)}${lone}`,
        ]) {
          expect(encodeRefusal('Scalars', create('Scalars', { fString: value })).path).toBe('/fString');
          expect(encodeRefusal('Lists', create('Lists', { fString: ['a', value] })).path).toBe('/fString/1');
          expect(encodeRefusal('Maps', create('Maps', { byString: { x: value } })).path).toBe('/byString/x');
          expect(encodeRefusal('Maps', create('Maps', { byString: { ok: '', [value]: 'x' } })).path).toBe(
            `/byString/${value}`,
          );
        }
      }
    });

    it('what is no message, list, map or key', () => {
      expect(encodeRefusal('Tree', create('Tree', { left: 5 })).path).toBe('/left');
      expect(encodeRefusal('Tree', create('Tree', { left: null })).path).toBe('/left');
      expect(encodeRefusal('Tree', create('Tree', { more: [create('Tree'), undefined] })).path).toBe('/more/1');
      expect(encodeRefusal('Tree', create('Tree', { more: 'ab' })).path).toBe('/more');
      expect(encodeRefusal('Tree', create('Tree', { more: {} })).path).toBe('/more');
      expect(encodeRefusal('Tree', create('Tree', { more: undefined })).path).toBe('/more');
      expect(encodeRefusal('Lists', create('Lists', { fInt32: new Int32Array(3) })).path).toBe('/fInt32');
      expect(encodeRefusal('Maps', create('Maps', { byString: [] })).path).toBe('/byString');
      expect(encodeRefusal('Maps', create('Maps', { byString: undefined })).path).toBe('/byString');
      for (const key of ['x', '1.5', '01', '', '2147483648', '+1', ' 1']) {
        expect(encodeRefusal('Maps', create('Maps', { byInt32: { [key]: 1 } })).path).toBe(`/byInt32/${key}`);
      }
      expect(encodeRefusal('Maps', create('Maps', { byUint64: { '-1': 1n } })).path).toBe('/byUint64/-1');
      expect(encodeRefusal('Maps', create('Maps', { byInt64: { '1e3': 1 } })).path).toBe('/byInt64/1e3');
      expect(encodeRefusal('Maps', create('Maps', { byBool: { yes: true } })).path).toBe('/byBool/yes');
      expect(encodeRefusal('Tree', undefined).path).toBe('');
      expect(encodeRefusal('Required', create('Required', { inner: undefined })).path).toBe('/inner');
    });

    it('a oneof of a case that is not there', () => {
      for (const choice of [{ case: 'nothing', value: 1 }, { case: 'toString' }]) {
        const inner = create('Choices', { choice });
        const outer = create('Choices', { otherChoice: { case: 'again', value: inner } });
        expect(encodeRefusal('Choices', inner).path).toBe('/choice/case');
        expect(encodeRefusal('Choices', outer).path).toBe('/otherChoice/value/choice/case');
      }
    });

    it('with the path through messages, lists, maps and oneofs', () => {
      const bad = create('Scalars', { fInt32: 0.5 });
      expect(
        encodeRefusal(
          'Choices',
          create('Choices', {
            otherChoice: { case: 'again', value: create('Choices', { choice: { case: 'message', value: bad } }) },
          }),
        ).path,
      ).toBe('/otherChoice/value/choice/value/fInt32');
      expect(
        encodeRefusal('Maps', create('Maps', { nested: { 'a/b~c': create('Maps', { byInt32: { 7: 'x' } }) } })).path,
      ).toBe('/nested/a~1b~0c/byInt32/7');
      expect(
        encodeRefusal(
          'Tree',
          Object.freeze(create('Tree', { more: Object.freeze([Object.freeze(create('Tree', { value: 'x' }))]) })),
        ).path,
      ).toBe('/more/0/value');
      expect(encode('Tree', create('Tree', { value: 1 }))).toStrictEqual([8, 1]);
    });
  });

  describe('encoding', () => {
    it('may happen within a getter of a message that is being encoded', () => {
      const inner = create('Scalars', { fString: 'inner '.repeat(1000) });
      const outer = create('Tree', { value: 1, right: create('Tree', { value: 3 }) });
      Object.defineProperty(outer, 'left', {
        enumerable: true,
        get: () => {
          deepStrictEqual(decode('Scalars', encode('Scalars', inner)), inner);
          encodeRefusal('Tree', create('Tree', { value: 'x' }));
          return create('Tree', { value: 2 });
        },
      });
      deepStrictEqual(encode('Tree', outer), [...number(1, 1), ...sized(2, number(1, 2)), ...sized(3, number(1, 3))]);
      deepStrictEqual(encode('Tree', create('Tree', { value: 7 })), number(1, 7));
    });

    it('passes on what a getter throws', () => {
      const message = create('Tree');
      Object.defineProperty(message, 'value', {
        get: () => {
          throw new RangeError('mine');
        },
      });
      expect(() => encode('Tree', message)).toThrow(new RangeError('mine'));
      expect(encode('Tree', create('Tree', { value: 1 }))).toStrictEqual([8, 1]);
    });

    it('gives every result memory of its own', () => {
      const results = Array.from(
        { length: 2000 },
        (_, i) => codecs['encodeTree']!(create('Tree', { value: i + 1 })) as Uint8Array,
      );
      for (const [i, bytes] of results.entries()) expect([...bytes]).toStrictEqual(number(1, i + 1));
      const long = ['a', 'b', 'c'].map(
        (letter) => codecs['encodeScalars']!(create('Scalars', { fString: letter.repeat(50_000) })) as Uint8Array,
      );
      for (const [i, letter] of ['a', 'b', 'c'].entries())
        expect(decode('Scalars', [...long[i]!])['fString']).toBe(letter.repeat(50_000));
    });

    it('keeps no more memory alive than 8 kB for a small result, and its own size for a large one', () => {
      const small = codecs['encodeTree']!(create('Tree', { value: 1 })) as Uint8Array;
      expect(small.buffer.byteLength).toBeLessThanOrEqual(8192);
      for (const size of [3000, 9000, 100_000, 3_000_000]) {
        const result = codecs['encodeScalars']!(create('Scalars', { fBytes: new Uint8Array(size) })) as Uint8Array;
        expect(result.buffer.byteLength).toBe(result.byteLength);
      }
    });

    it('writes strings of every length', () => {
      for (const unit of ['a', 'ä', '的', '😀']) {
        for (const count of [
          1, 10, 11, 12, 17, 18, 35, 36, 41, 42, 43, 63, 64, 126, 127, 128, 129, 1000, 5460, 5461, 5462, 8191, 8192,
          16383, 16384, 40_000, 700_000,
        ]) {
          const fString = unit.repeat(count);
          const bytes: Uint8Array = codecs['encodeScalars']!(create('Scalars', { fString }));
          const content = Buffer.from(fString);
          expect(Buffer.from(bytes).equals(Buffer.concat([bytesOf([0x72, ...varint(content.length)]), content]))).toBe(
            true,
          );
          const message: Record<string, unknown> = codecs['decodeScalars']!(bytes);
          expect(message['fString'] === fString).toBe(true);
        }
      }
    });
  });

  describe('decoded values', () => {
    it('have all keys, in source order', () => {
      expect(Object.keys(decode('Choices'))).toStrictEqual(['choice', 'between', 'otherChoice']);
      expect(Object.keys(decode('Defaults'))).toStrictEqual(['number', 'text', 'raw', 'wide', 'huge', 'on', 'level']);
    });

    it('do not share memory with a pool or with one another', () => {
      const pool = Uint8Array.from([
        ...Array.from({ length: 50 }, () => 9),
        ...sized(
          15,
          Array.from({ length: 100 }, () => 7),
        ),
      ]);
      const message: { fBytes: Uint8Array } = codecs['decodeScalars']!(pool.subarray(50));
      pool.fill(0);
      expect(message.fBytes).toStrictEqual(Uint8Array.from(Array.from({ length: 100 }, () => 7)));
      expect(message.fBytes.buffer.byteLength).toBeLessThanOrEqual(102);
    });

    it('are the same from a Buffer, and from a part of one', () => {
      const bytes = Buffer.from([1, 2, 3, ...text(14, 'some text'), ...sized(15, [1, 2, 3])]);
      const message: Record<string, unknown> = codecs['decodeScalars']!(bytes.subarray(3));
      expect(message).toMatchObject({ fString: 'some text', fBytes: Uint8Array.from([1, 2, 3]) });
      expect(message['fBytes']!.constructor).toBe(Uint8Array);
    });

    it('of large inputs are right', () => {
      const more = Array.from({ length: 30_000 }, (_, i) => create('Tree', { value: i }));
      deepStrictEqual(decode('Tree', encode('Tree', create('Tree', { more })))['more'], more);
      const fBytes = new Uint8Array(3_000_000).fill(5);
      deepStrictEqual(
        decode('Scalars', encode('Scalars', create('Scalars', { fBytes, fString: 'x' })))['fBytes'],
        fBytes,
      );
      deepStrictEqual(decode('Tree', number(1, 1))['value'], 1);
    });

    it('keep the offset and path of what was wrong', () => {
      const error = refusal('Tree', number(1, 1), sized(2, sized(4, tag(1, 0))));
      expect(error).toMatchObject({ code: 'truncated', offset: 7, path: '/left/more/0/value' });
      expect(error.message).toBe('/left/more/0/value: truncated at byte 7');
    });
  });
});
