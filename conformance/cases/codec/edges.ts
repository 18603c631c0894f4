/** The values of each type at which implementations break: limits, signs, sizes, characters. One row each. */
import type { ElementType, FieldInfo, MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import type { ScalarInfo } from '../../reference/oracle/scalars.ts';
import type { CanonicalMessage, CanonicalValue } from '../../reference/oracle/value.ts';

const doubles: readonly CanonicalValue[] = [
  0,
  1,
  -1,
  0.5,
  1.5,
  -123.456,
  1e-7,
  123456789.125,
  1e21,
  -1e21,
  2 ** 53,
  5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  -1.7976931348623157e308,
  'NaN',
  'Infinity',
  '-Infinity',
];

const floats: readonly CanonicalValue[] = [
  0,
  1,
  -1,
  0.5,
  1.5,
  Math.fround(0.1),
  Math.fround(-123.456),
  16777216,
  Math.fround(1e10),
  2 ** -149,
  2 ** -126,
  3.4028234663852886e38,
  -3.4028234663852886e38,
  'NaN',
  'Infinity',
  '-Infinity',
];

const strings: readonly string[] = [
  '',
  'a',
  'hello',
  ' leading and trailing ',
  '\u0000',
  'a\u0000b',
  'line\nfeed\ttab\r"quote"\\',
  '\u0001\u001f\u007f',
  'é',
  'ß\u07ff',
  '\u0800\u4e2d\u6587\uffff',
  '\ud83d\ude00',
  '\u{10ffff}\u{10000}',
  '\ufeffmark',
  '\ufffd',
  '\u2028\u2029',
  '</script>',
  '__proto__',
  'constructor',
  'e\u0301',
  'x'.repeat(127),
  'x'.repeat(128),
  'é'.repeat(64),
  'y'.repeat(300),
  '\ud83d\ude00'.repeat(40),
];

const byteRuns: readonly string[] = [
  '',
  '00',
  'ff',
  '80',
  '0001',
  'fbefff',
  'fbefbe',
  '3fbfff',
  'c328',
  'eda080',
  '000102030405060708090a0b0c0d0e0f',
  'ab'.repeat(127),
  'cd'.repeat(128),
];

function integers(info: ScalarInfo): readonly CanonicalValue[] {
  const { min, max } = info;
  const wanted = [
    0n,
    1n,
    2n,
    100n,
    127n,
    128n,
    255n,
    256n,
    300n,
    16383n,
    16384n,
    65535n,
    2097151n,
    2097152n,
    268435455n,
    268435456n,
  ];
  wanted.push(
    2n ** 31n - 1n,
    2n ** 31n,
    2n ** 32n - 1n,
    2n ** 32n,
    2n ** 35n - 1n,
    2n ** 35n,
    2n ** 53n - 1n,
    2n ** 53n,
    2n ** 53n + 1n,
  );
  wanted.push(2n ** 62n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 63n + 1n, max - 1n, max, min, min + 1n);
  wanted.push(
    ...[1n, 2n, 64n, 65n, 128n, 129n, 300n, 2n ** 31n, 2n ** 31n + 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 62n].map(
      (n) => -n,
    ),
  );
  const legal = new Set(wanted.filter((n) => n >= min && n <= max));
  return [...legal].map((n) => (info.wide ? n.toString() : Number(n)));
}

/** Edge values of a scalar in canonical form, the default first. */
export function scalarEdges(info: ScalarInfo): readonly CanonicalValue[] {
  switch (info.family) {
    case 'int':
      return integers(info);
    case 'float':
      return info.scalar === 'float' ? floats : doubles;
    case 'bool':
      return [false, true];
    case 'string':
      return strings;
    case 'bytes':
      return byteRuns.map((run) => ({ b64: Buffer.from(run, 'hex').toString('base64') }));
    default:
      return info.family satisfies never;
  }
}

/** Numbers that no member of the enum has, within int32: neighbours of its members and the limits. */
export function unlistedNumbers(names: ReadonlyMap<number, string>): readonly number[] {
  const candidates = [...names.keys()].flatMap((n) => [n - 1, n + 1]);
  return [...new Set([...candidates, -1, -2, 1202, 2147483647, -2147483648])]
    .filter((n) => !names.has(n) && n <= 2147483647 && n >= -2147483648)
    .slice(0, 40);
}

/** Edge values of any type: every listed number of an enum, an empty and a plain message. */
export function elementEdges(schema: Schema, type: ElementType): readonly CanonicalValue[] {
  if (type.kind === 'scalar') return scalarEdges(type.info);
  if (type.kind === 'enum') return [...type.info.names.keys()];
  const message = schema.message(type.name);
  if (message.wellKnown !== undefined) return wellKnownSamples(schema, message);
  return [{}, plainMessage(schema, message)];
}

/** A value of a type that is not its default, the `index`th of them, so that fields can be told apart. */
export function telling(schema: Schema, type: ElementType, index: number): CanonicalValue {
  if (type.kind === 'enum') {
    const numbers = [...type.info.names.keys()].filter((n) => n !== type.info.first);
    return numbers[index % Math.max(numbers.length, 1)] ?? type.info.first;
  }
  if (type.kind === 'message') {
    const message = schema.message(type.name);
    return message.wellKnown === undefined ? requiredPart(schema, message) : wellKnownSamples(schema, message)[0]!;
  }
  const { family, wide } = type.info;
  const n = 1 + index;
  switch (family) {
    case 'int':
      return wide ? (9007199254740993n + BigInt(n)).toString() : 100 + n;
    case 'float':
      return n + 0.5;
    case 'bool':
      return true;
    case 'string':
      return `text ${n}`;
    case 'bytes':
      return { b64: Buffer.from([n % 256, 250]).toString('base64') };
    default:
      return family satisfies never;
  }
}

/** The least that a message may hold: its required fields. A message that requires itself has no value at all. */
function requiredPart(schema: Schema, message: MessageInfo): CanonicalMessage {
  const fields = message.fields.filter(({ presence }) => presence === 'required');
  return Object.fromEntries(fields.map((field, i) => [field.name, telling(schema, field.type, i)]));
}

/** A telling value for a whole field: two elements of a list, two entries of a map. */
export function tellingField(schema: Schema, field: FieldInfo, index: number): CanonicalValue {
  const one = (i: number): CanonicalValue => telling(schema, field.type, i);
  if (field.cardinality === 'list') return [one(index), one(index + 1)];
  if (field.cardinality === 'singular') return one(index);
  const keys =
    field.key!.family === 'bool' ? ['false', 'true'] : field.key!.family === 'string' ? ['k1', 'k2'] : ['1', '2'];
  return { entries: keys.map((key, i) => [key, one(index + i)] as const) };
}

/** A message with every field telling; of each oneof the first member. */
export function plainMessage(schema: Schema, message: MessageInfo): CanonicalMessage {
  const value: Record<string, CanonicalValue> = {};
  const seen = new Set<string>();
  for (const [i, field] of message.fields.entries()) {
    if (field.oneof !== undefined && seen.has(field.oneof)) continue;
    if (field.oneof !== undefined) seen.add(field.oneof);
    value[field.name] = tellingField(schema, field, i);
  }
  return value;
}

/** Legal values of the messages with a JSON form of their own, the plainest first. */
export function wellKnownSamples(schema: Schema, message: MessageInfo): readonly CanonicalMessage[] {
  const times = (rows: readonly (readonly [seconds: string, nanos: number])[]): CanonicalMessage[] =>
    rows.map(([seconds, nanos]) => ({ ...(seconds === '0' ? {} : { seconds }), ...(nanos === 0 ? {} : { nanos }) }));
  switch (message.wellKnown) {
    case 'timestamp':
      return times([
        ['1700000000', 123456789],
        ['0', 0],
        ['0', 1],
        ['1', 500000000],
        ['1', 120000000],
        ['1', 1000000],
        ['1', 1000],
        ['-1', 999999999],
        ['951782400', 0],
        ['-62135596800', 0],
        ['253402300799', 999999999],
      ]);
    case 'duration':
      return times([
        ['1', 500000000],
        ['0', 0],
        ['0', 1],
        ['0', -1],
        ['-1', -1],
        ['0', -500000000],
        ['3', 1000],
        ['3', 1000000],
        ['315576000000', 999999999],
        ['-315576000000', -999999999],
      ]);
    case 'field-mask':
      return [{ paths: ['foo_bar', 'baz.qux_quux'] }, {}, { paths: ['a'] }];
    case 'value':
      return valueSamples;
    case 'list-value':
      return [{ values: valueSamples }, {}];
    case 'struct':
      return [
        {
          fields: {
            entries: [
              ['a', valueSamples[0]!],
              ['b', valueSamples[1]!],
            ],
          },
        },
        {},
        { fields: { entries: [['', valueSamples[2]!]] } },
      ];
    case 'wrapper': {
      const edges = elementEdges(schema, message.fields[0]!.type);
      return [...edges.slice(1), edges[0]!].map((value, i, all) => (i === all.length - 1 ? {} : { value }));
    }
    case 'any':
    case 'empty':
    case undefined:
      return [{}];
    default:
      return message.wellKnown satisfies never;
  }
}

const valueSamples: readonly CanonicalMessage[] = [
  { number_value: 1.5 },
  { null_value: 0 },
  { string_value: 'text' },
  { bool_value: false },
  { number_value: -0.5 },
  { string_value: '' },
  { struct_value: { fields: { entries: [['k', { bool_value: true }]] } } },
  { struct_value: {} },
  { list_value: { values: [{ null_value: 0 }, { number_value: 0 }] } },
  { list_value: {} },
];
