/** Faults in floating-point numbers of ProtoJSON. */
import { isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { accepts, isString, prints, reads, refuses } from './json-values-tools.ts';
import { any, both, float, not, scalar, singular, wide } from './places.ts';
import { codec } from './row.ts';
import { acceptsPattern, refusesText } from './ways.ts';

export const jsonFloatsFaults: readonly Fault[] = [
  codec(
    'int64-through-a-double',
    ['json.int64.exact'],
    any(wide),
    reads(wide, (value) => (isString(value) && /^-?\d{16,18}$/.test(value) ? BigInt(Number(value)).toString() : value)),
  ),
  codec(
    'int64-literals-through-a-double',
    ['json.int64.literal'],
    any(wide),
    reads(wide, (value) =>
      typeof value === 'bigint' ? BigInt(Number(value) > 9.2e18 ? Number(value) - 2048 : Number(value)) : value,
    ),
  ),

  codec(
    'float-strings-refused',
    ['json.float.form'],
    any(float),
    refuses(float, (value) => isString(value) && /\d/.test(value)),
  ),
  codec(
    'special-floats-refused',
    ['json.float.special'],
    any(float),
    refuses(float, (value) => isString(value) && /^(?:NaN|-?Infinity)$/.test(value)),
  ),
  codec(
    'negative-infinity-refused',
    ['json.float.special'],
    any(float),
    refuses(float, (value) => value === '-Infinity'),
  ),
  codec(
    'bare-nan-accepted',
    ['json.float.special', 'json.syntax'],
    any(float),
    acceptsPattern(/([:[])(NaN|-?Infinity)/g, '$1"$2"'),
  ),
  codec(
    'other-infinities-accepted',
    ['json.float.special'],
    any(float),
    accepts(float, (value) => (isString(value) && /^\+?(?:inf|infinity)$/i.test(value) ? 'Infinity' : value)),
  ),
  codec(
    'other-nan-accepted',
    ['json.float.special'],
    any(float),
    accepts(float, (value) => (isString(value) && /^-?nan$/i.test(value) ? 'NaN' : value)),
  ),
  codec(
    'large-floats-infinite',
    ['json.float.range'],
    any(float),
    accepts(float, (value, { type }) =>
      Number(value) === Infinity || (type.kind === 'scalar' && type.info.scalar === 'float' && Number(value) > 3.4e38)
        ? 'Infinity'
        : Number(value) < -3.4e38
          ? '-Infinity'
          : value,
    ),
  ),
  codec(
    'large-floats-clamped',
    ['json.float.range'],
    any(scalar('float')),
    accepts(scalar('float'), (value) =>
      Math.abs(Number(value)) > 3.4e38 && Math.abs(Number(value)) < Infinity ? 3.4e38 : value,
    ),
  ),
  codec(
    'large-doubles-infinite',
    ['json.float.range'],
    any(scalar('double')),
    acceptsPattern(/"?-?1(?:\.89769)?e\+?(?:400|308)"?/g, '"Infinity"'),
  ),
  codec('tiny-floats-refused', ['json.float.range'], any(both(float, not(singular))), refusesText(/e-(?:60|400)/)),
  codec(
    'empty-float-is-zero',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (value === '' ? 0 : value)),
  ),
  codec(
    'float-strings-trimmed',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (isString(value) ? value.trim() : value)),
  ),
  codec(
    'float-strings-read-to-a-letter',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (isString(value) && /^\d/.test(value) ? Number.parseFloat(value) : value)),
  ),
  codec(
    'bool-is-float',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  ),
  codec(
    'object-is-float',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (isObject(value) ? 0 : value)),
  ),
  codec(
    'nan-printed-as-null',
    ['json.float.special'],
    any(float),
    prints(float, (value) => (value === 'NaN' ? null : value)),
  ),
  codec(
    'infinity-printed-as-limit',
    ['json.float.special'],
    any(float),
    prints(float, (value) => (value === 'Infinity' ? Number.MAX_VALUE : value)),
  ),
  codec(
    'negative-infinity-printed-positive',
    ['json.float.special'],
    any(float),
    prints(float, (value) => (value === '-Infinity' ? 'Infinity' : value)),
  ),
  codec('floats-printed-as-strings', ['json.float.form'], any(float), prints(float, String)),
  codec(
    'floats-printed-to-six-digits',
    ['json.float.form'],
    any(float),
    prints(float, (value) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value)),
  ),
  codec(
    'doubles-printed-to-fifteen-digits',
    ['json.float.form'],
    any(scalar('double')),
    prints(scalar('double'), (value) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value)),
  ),
  codec(
    'floats-printed-as-ints',
    ['json.float.form'],
    any(float),
    prints(float, (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
  ),
  codec(
    'negative-zero-printed-positive',
    ['json.float.negative-zero'],
    any(float),
    prints(float, (value) => (Object.is(value, -0) ? 0 : value)),
  ),
  codec(
    'negative-zero-read-as-zero',
    ['json.float.negative-zero'],
    any(float),
    reads(float, (value) => (Object.is(value, -0) ? 0 : value)),
  ),
];
