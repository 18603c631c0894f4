/** JSON of well-known types, and JSON that is out of the ordinary: accepted, refused and read as @bufbuild/protobuf does. */
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, type Generated } from './test/generated.ts';
import { protobufEsJson, type JsonOracle } from './test/json-oracles.ts';

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

let json: Functions;
let es: JsonOracle;

beforeAll(async () => {
  const made = await generatePackage({ protos: ['json.proto'] });
  json = (await made.load('json')) as Generated as Functions;
  es = protobufEsJson(made.protocol);
});

const digits = fc.oneof(fc.nat(), fc.constantFrom(0, 5, 50, 123, 999_999_999)).map(String);
const pad = (n: number, width: number): string => String(n).padStart(width, '0');

// Days that their month does not have are taken by the other: the table of cases has those.
const timestamp = fc
  .record({
    date: fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 28 })),
    time: fc.tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
    fraction: fc.oneof(
      fc.constant(''),
      digits.map((n) => `.${n}`),
    ),
    zone: fc.constantFrom('Z', 'Z', 'Z', '+00:00', '-08:00', '+23:59', 'z', '', '+0100', '+08', ' Z'),
  })
  .map(
    ({ date: [year, month, day], time: [hour, minute, second], fraction, zone }) =>
      `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${fraction}${zone}`,
  );

const duration = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(digits, fc.constantFrom('315576000000', '315576000001')),
    fc.constantFrom('', '.1', '.000000001', '.1234567890', '.'),
    fc.constantFrom('s', 's', 's', '', 'S'),
  )
  .map((parts) => parts.join(''));

const mask = fc
  .array(fc.constantFrom('foo', 'fooBar', 'a.bC', 'foo_bar', 'f3', 'FooBar'), { maxLength: 3 })
  .map((paths) => paths.join(','));

const plainJson = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .filter((value) => !JSON.stringify(value).includes('e+'));

/** Well-formed and ill-formed members alike. */
const members: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  timestamp,
  duration,
  fieldMask: mask,
  struct: fc.oneof(fc.dictionary(fc.string(), plainJson), plainJson),
  value: plainJson,
  listValue: fc.oneof(fc.array(plainJson), plainJson),
  nullValue: fc.constantFrom(null, 'NULL_VALUE', 0),
  optionalNull: fc.constantFrom(null, 'NULL_VALUE', 0),
  empty: fc.constantFrom({}, null, []),
};

/** The encoded message, or nothing when it is refused. */
function attempt(read: () => Uint8Array): Uint8Array | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

describe('well-known types', () => {
  it.each(Object.keys(members))('are read as others read them: %s', (member) => {
    fc.assert(
      fc.property(members[member]!, (value) => {
        const text = JSON.stringify({ [member]: value });
        const ours = attempt(() => json['encodeKnown']!(json['fromJsonStringKnown']!(text)) as Uint8Array);
        const theirs = attempt(() => es.fromJson('codec.json.Known', text));
        expect({ text, bytes: ours }).toEqual({ text, bytes: theirs });
        if (ours === undefined) return;
        const written = json['toJsonStringKnown']!(json['decodeKnown']!(ours)) as string;
        deepStrictEqual(JSON.parse(written), JSON.parse(es.toJson('codec.json.Known', ours)));
        deepStrictEqual(json['encodeKnown']!(json['fromJsonStringKnown']!(written)), ours);
      }),
      { numRuns: 200 },
    );
  });
});
