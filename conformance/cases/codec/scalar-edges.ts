/** The values of each scalar type at which implementations break: limits, signs, sizes, characters. One row each. */
import type { ScalarInfo } from '../../reference/oracle/scalars.ts';
import type { CanonicalValue } from '../../reference/oracle/value.ts';

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

/** A value that is not the default, the `index`th of them, so that fields can be told apart. */
export function tellingScalar({ family, wide }: ScalarInfo, index: number): CanonicalValue {
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
