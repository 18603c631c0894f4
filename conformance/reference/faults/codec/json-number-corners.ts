/** Faults in numbers and enums of JSON that show at one spelling alone. */
import type { Fault } from '../fault.ts';
import { all } from './json-names-tools.ts';
import { accepts, asciiDigits, isString, narrow, prints, reads, refuses } from './json-values-tools.ts';
import { any, both, everywhere, float, integer, isEnum, not, scalar } from './places.ts';
import { codec } from './row.ts';
import { refusesText } from './ways.ts';

const text = scalar('string');

export const jsonNumberCornersFaults: readonly Fault[] = [
  codec(
    'digits-of-other-scripts-accepted',
    ['json.int.string', 'json.float.form'],
    any(integer),
    accepts(both(not(isEnum), everywhere), asciiDigits),
  ),
  codec(
    'plus-in-strings-accepted',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) ? value.replace(/^\+/, '') : value)),
  ),
  codec(
    'exponent-in-string-of-wide-through-a-double',
    ['json.int64.exact', 'json.int.form'],
    any(scalar('int64', 'uint64')),
    reads(scalar('int64', 'uint64'), (value) =>
      isString(value) && /^-?\d{17,}$/.test(value) ? BigInt(Number(value)).toString() : value,
    ),
  ),
  codec('negative-exponents-refused', ['json.int.form'], any(integer), refusesText(/\d[eE]-\d/)),
  codec('exponents-with-a-plus-refused', ['json.int.form', 'json.float.form'], any(integer), refusesText(/\d[eE]\+\d/)),
  codec(
    'nan-is-int',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (value === 'NaN' || value === 'Infinity' ? 0 : value)),
  ),
  codec(
    'null-word-is-null',
    ['json.int.string', 'json.enum.unknown-name', 'json.bool'],
    all,
    accepts(not(text), (value) => (value === 'null' ? null : value)),
  ),
  codec(
    'float-fractions-in-ints-of-strings',
    ['json.int.fraction', 'json.int.string'],
    any(narrow),
    accepts(narrow, (value) => (isString(value) && /^-?\d+\.\d+$/.test(value) ? Math.trunc(Number(value)) : value)),
  ),
  codec(
    'float-hexadecimal-strings-accepted',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (isString(value) && /^0x/i.test(value) ? Number(value) : value)),
  ),
  codec(
    'float-grouped-digits-accepted',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (isString(value) ? value.replaceAll('_', '') : value)),
  ),
  codec(
    'float-commas-accepted',
    ['json.float.form'],
    any(float),
    accepts(float, (value) => (isString(value) ? value.replace(',', '.') : value)),
  ),
  codec(
    'float-signed-nan-accepted',
    ['json.float.special'],
    any(float),
    accepts(float, (value) => (value === '-NaN' || value === '+NaN' ? 'NaN' : value)),
  ),
  codec(
    'float-signed-infinity-accepted',
    ['json.float.special'],
    any(float),
    accepts(float, (value) => (value === '+Infinity' ? 'Infinity' : value)),
  ),
  codec(
    'float-specials-of-other-cases-accepted',
    ['json.float.special'],
    any(float),
    accepts(float, (value) =>
      isString(value) && /^nan$/i.test(value)
        ? 'NaN'
        : isString(value) && /^-?infinity$/i.test(value)
          ? value.replace(/infinity/i, 'Infinity')
          : value,
    ),
  ),
  codec(
    'exponents-printed-wrong',
    ['json.float.form'],
    any(scalar('double')),
    prints(scalar('double'), (value) => (typeof value === 'number' && Math.abs(value) >= 1e21 ? value / 10 : value)),
  ),
  codec(
    'small-doubles-printed-as-zero',
    ['json.float.form', 'binary.float'],
    any(scalar('double')),
    prints(scalar('double'), (value) => (typeof value === 'number' && Math.abs(value) < 1e-6 ? 0 : value)),
  ),
  codec(
    'quoted-enum-numbers-to-first',
    ['json.enum.input', 'json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value) => (isString(value) && value === '' ? 0 : value)),
  ),
  codec(
    'enum-prefix-left-out-accepted',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value) => (isString(value) ? value.replace(/^.*_/, '') : value)),
  ),
  codec(
    'negative-enum-numbers-refused',
    ['json.enum.unknown-number', 'json.enum.input', 'values.enum.negative'],
    any(isEnum),
    refuses(isEnum, (value) => typeof value === 'number' && value < 0),
  ),
];
