/** Laws of generated codecs beyond the round trip: order of map keys on request, size, depth, and the place of faults. */
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import type protobufjs from 'protobufjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, protoFolder } from './test/generated.ts';
import { jsRoot, protobufEs, type Oracle } from './test/oracles.ts';
import { Values } from './test/values.ts';
import { bytesOf, group, number, sized, tag, text } from './test/wire.ts';

type Codecs = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
type Maps = Record<string, Record<string, unknown>>;

const protos = ['proto3.proto', 'proto2.proto'];
let codecs: Codecs;
let sortedKeys: unknown;
let values: Values;
let root: protobufjs.Root;
let es: Oracle;

beforeAll(async () => {
  const made = await generatePackage({ protos });
  codecs = { ...(await made.load('proto3')), ...(await made.load('proto2')) } as Codecs;
  ({ sortedKeys } = (await made.load('index')) as Record<string, unknown>);
  values = new Values(made.protocol);
  root = await jsRoot(protoFolder, protos);
  es = protobufEs(made.protocol);
});

const encode = (name: string, message: unknown, options?: unknown): Uint8Array =>
  codecs[`encode${name}`]!(message, options) as Uint8Array;
const decode = (name: string, bytes: Uint8Array, options?: unknown): Maps =>
  codecs[`decode${name}`]!(bytes, options) as Maps;
const create = (name: string, init?: unknown): Maps => codecs[`create${name}`]!(init) as Maps;

function thrown(call: () => unknown): { code: string; path: string; offset: number } {
  try {
    call();
  } catch (error) {
    return error as { code: string; path: string; offset: number };
  }
  throw new Error('nothing was thrown');
}

describe('map keys', () => {
  /** The entries of the first map in the bytes, one by one. */
  const entries = (bytes: Uint8Array): readonly Uint8Array[] =>
    (decode('Empty', bytes) as { $unknown?: readonly Uint8Array[] }).$unknown ?? [];
  const sorted = (message: unknown): Uint8Array => encode('Maps', message, { mapKeys: sortedKeys });

  it('are sorted on request: integers by value, strings by their bytes', () => {
    fc.assert(
      fc.property(values.message('codec.three.Maps', 0), (message) => {
        for (const [property, map] of Object.entries(message)) {
          const alone = create('Maps', { [property]: map });
          const keys = entries(sorted(alone)).map((entry) => Object.keys(decode('Maps', entry)[property]!)[0]!);
          const compare: (a: string, b: string) => number = /int|fixed/i.test(property)
            ? (a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)
            : (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
          deepStrictEqual(keys, Object.keys(map as object).sort(compare));
        }
      }),
    );
  });

  it('come last to first just as well, and inside messages, with the bytes of another implementation', () => {
    const keys = ['\u{1f600}', '\uff5e', 'a', 'ab', '', '1x'];
    const nested = (list: readonly string[]): unknown =>
      create('Maps', {
        byString: Object.fromEntries(list.map((key) => [key, key])),
        byInt64: Object.fromEntries(
          ['-9007199254740993', '9007199254740993', '9007199254740992', '-1'].map((key) => [key, 1]),
        ),
      });
    const [once, again] = [keys, keys.toReversed()].map((list) =>
      create('Maps', { nested: { b: nested(list), a: nested(list) } }),
    );
    expect(sorted(once)).toStrictEqual(sorted(again));
    expect(encode('Maps', once)).not.toStrictEqual(encode('Maps', again));
    expect(es('codec.three.Maps', sorted(again))).toStrictEqual(sorted(once));
  });

  it('that are no keys are refused in any order', () => {
    const refused = thrown(() => sorted(create('Maps', { byInt32: { 1: 1, x: 1, '1e3': 1 } })));
    expect(refused).toMatchObject({ name: 'EncodeError', path: expect.stringMatching(/^\/byInt32\/(x|1e3)$/) });
  });

  it('are in the order of a message around one that a getter encodes', () => {
    const byString = { b: '', a: '' };
    const outer = create('Maps', { byString, byBool: { true: true, false: false } });
    Object.defineProperty(outer, 'byInt32', {
      enumerable: true,
      get: () => (encode('Maps', create('Maps', { byString })), {}),
    });
    expect(sorted(outer)).toStrictEqual(sorted(create('Maps', { byString, byBool: { true: true, false: false } })));
  });
});

describe('size', () => {
  it.each([
    ...['Scalars', 'Optionals', 'Lists', 'Maps', 'Choices', 'Tree', 'Message'].map((name) => ['three', name]),
    ...['Required', 'Defaults', 'Groups'].map((name) => ['two', name]),
  ])('is what protobufjs predicts before it writes: codec.%s.%s', (module, name) => {
    const type = root.lookupType(`codec.${module}.${name}`);
    fc.assert(
      fc.property(values.message(type.fullName.slice(1)), (message) => {
        const bytes = encode(name, message);
        deepStrictEqual(type.encode(type.decode(bytes)).len, bytes.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('depth', () => {
  const tree = (levels: number, init?: object): unknown =>
    levels === 0 ? create('Tree', init) : create('Tree', { left: tree(levels - 1, init) });

  it('is configurable when encoding, and what is written can be read', () => {
    for (const maxDepth of [0, 1, 7, 100, 500]) {
      decode('Tree', encode('Tree', tree(maxDepth), { maxDepth }), { maxDepth });
      expect(thrown(() => encode('Tree', tree(maxDepth + 1), { maxDepth }))).toMatchObject({
        code: 'too-deep',
        path: '/left'.repeat(maxDepth + 1),
      });
    }
    encode('Tree', tree(100));
    expect(thrown(() => encode('Tree', tree(101))).code).toBe('too-deep');
  });

  it('does not hide the place of other faults', () => {
    expect(thrown(() => encode('Tree', tree(90, { value: 0.5 }))).path).toBe(`${'/left'.repeat(90)}/value`);
  });

  it('holds when a message is written again because it did not fit', () => {
    const large = create('Tree', { more: Array.from({ length: 20_000 }, () => tree(2, { value: 1 })) });
    expect(decode('Tree', encode('Tree', large, { maxDepth: 3 }), { maxDepth: 3 })).toStrictEqual(large);
  });
});

describe('a fault in bytes', () => {
  const badString = sized(12, [...text(1, 'k'), ...sized(2, [0xff])]);
  it.each<[string, string, readonly number[], string]>([
    ['an element of a list', 'Lists', [...text(14, 'a'), ...text(14, 'b'), ...sized(14, [0xff])], '/fString/2'],
    [
      'a message of a list',
      'Tree',
      [...sized(4, []), ...sized(4, [...sized(4, []), ...sized(4, [8])])],
      '/more/1/more/1/value',
    ],
    ['an element of an unpacked list of numbers', 'Lists', [...number(33, 1), ...tag(33, 0), 0x80], '/unpackedInt32/1'],
    ['one of a packed list, of which only the offset is known', 'Lists', sized(3, [1, 2, 0x80]), '/fInt32'],
    ['the value of a map', 'Maps', [...sized(12, text(1, 'a')), ...badString], '/byString/k'],
    ['a key that needs escaping', 'Maps', sized(12, [...text(1, 'a/b~c'), ...sized(2, [0xff])]), '/byString/a~1b~0c'],
    ['a map of messages', 'Maps', sized(14, [...text(1, 'in'), ...sized(2, badString)]), '/nested/in/byString/k'],
    ['a map of a number', 'Maps', sized(6, [...number(1, 5), ...sized(2, [1]), ...tag(2, 2), 9]), '/bySint64/-3'],
    ['a bool', 'Maps', sized(11, [...number(1, 1), ...tag(2, 0), 0x80]), '/byBool/true'],
    ['a key itself', 'Maps', sized(12, sized(1, [0xff])), '/byString'],
    ['a key that does not end', 'Maps', [...tag(12, 2), 9, ...tag(1, 2), 9, 97], '/byString'],
    ['an entry whose value comes first', 'Maps', sized(12, [...sized(2, [0xff]), ...text(1, 'k')]), '/byString'],
    [
      'a member of a oneof',
      'Choices',
      sized(7, sized(4, [...tag(14, 2), 1, 0xff])),
      '/otherChoice/value/choice/value/fString',
    ],
    ['a group', 'Groups', [...group(20, text(21, 'x')), ...tag(20, 3), ...tag(21, 2), 3], ''],
  ])('is told with its place: %s', (_, name, bytes, path) => {
    const fault = thrown(() => decode(name, bytesOf(bytes)));
    expect(fault).toMatchObject({ name: 'WireError', message: expect.stringContaining(`byte ${fault.offset}`) });
    if (path !== '') expect(fault.path).toBe(path);
  });
});
