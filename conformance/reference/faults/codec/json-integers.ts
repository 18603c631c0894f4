/** Faults in integers of ProtoJSON. */
import { type ExactJson, isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { accepts, isString, narrow, prints, refuses } from './json-values-tools.ts';
import { any, both, integer, scalar, singular, wide } from './places.ts';
import { codec } from './row.ts';
import { refusesText } from './ways.ts';

const wholeOf = (value: ExactJson): bigint | undefined => {
  const given = isString(value) ? Number(value) : value;
  return typeof given === 'bigint'
    ? given
    : typeof given === 'number' && Number.isInteger(given)
      ? BigInt(isString(value) && /^-?\d+$/.test(value) ? value : given)
      : undefined;
};

/** Integers out of the range of their field, made to fit. */
const fitted = (fit: (value: bigint, range: { readonly min: bigint; readonly max: bigint }) => bigint) =>
  accepts(integer, (value, { type }) => {
    const whole = wholeOf(value);
    if (whole === undefined || type.kind !== 'scalar') return value;
    const { min, max } = type.info;
    return whole >= min && whole <= max ? value : fit(whole, { min, max }).toString();
  });

export const jsonIntegersFaults: readonly Fault[] = [
  codec('int-strings-refused', ['json.int.form'], any(narrow), refuses(narrow, isString)),
  codec('int64-numbers-refused', ['json.int.form'], any(wide), refuses(wide, isNumber)),
  codec('exponents-refused', ['json.int.form'], any(integer), refusesText(/[:[]-?\d+(?:\.\d+)?[eE]\d/)),
  codec('upper-case-exponents-refused', ['json.int.form', 'json.float.form'], any(integer), refusesText(/\dE\d/)),
  codec('zero-fractions-refused', ['json.int.form'], any(integer), refusesText(/\d\.0[\]},]/)),
  codec(
    'exponents-in-strings-refused',
    ['json.int.form'],
    any(integer),
    refuses(integer, (value) => isString(value) && /e/i.test(value)),
  ),
  codec(
    'fractions-in-strings-refused',
    ['json.int.form'],
    any(integer),
    refuses(integer, (value) => isString(value) && value.includes('.')),
  ),
  codec('minus-zero-refused', ['json.int.form'], any(integer), refusesText(/[:[]-0[\]},]/)),
  codec(
    'limits-refused',
    ['json.int.form', 'values.field.carried'],
    any(integer),
    refuses(integer, (value, { type }) => type.kind === 'scalar' && wholeOf(value) === type.info.max),
  ),
  codec(
    'lower-limits-refused',
    ['json.int.form', 'values.field.carried'],
    any(both(integer, scalar('int32', 'int64'))),
    refuses(
      scalar('int32', 'int64', 'sint32', 'sint64'),
      (value, { type }) => type.kind === 'scalar' && wholeOf(value) === type.info.min,
    ),
  ),
  codec(
    'fractions-cut',
    ['json.int.fraction'],
    any(integer),
    accepts(integer, (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
  ),
  codec(
    'fractions-rounded',
    ['json.int.fraction'],
    any(integer),
    accepts(integer, (value) => (typeof value === 'number' ? Math.round(value) : value)),
  ),
  codec(
    'fractions-in-strings-cut',
    ['json.int.fraction'],
    any(integer),
    accepts(integer, (value) => (isString(value) ? value.replace(/^(-?\d+)\.\d*$/, '$1') : value)),
  ),
  codec(
    'spaces-around-ints-accepted',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) ? value.trim() : value)),
  ),
  codec(
    'hexadecimal-ints-accepted',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) && value.startsWith('0x') ? Number(value) : value)),
  ),
  codec(
    'digits-before-letters-accepted',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) && /^\d/.test(value) ? Number.parseInt(value, 10) : value)),
  ),
  codec(
    'grouped-digits-accepted',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) ? value.replaceAll(/[,_]/g, '') : value)),
  ),
  codec(
    'letters-are-zero',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) && Number.isNaN(Number(value)) ? 0 : value)),
  ),
  codec(
    'object-is-int',
    ['json.int.type'],
    any(integer),
    accepts(integer, (value) => (isObject(value) ? 0 : value)),
  ),
  codec(
    'array-is-int',
    ['json.int.type'],
    any(both(singular, integer)),
    accepts(both(singular, integer), (value) =>
      Array.isArray(value) ? ((value[0] as ExactJson | undefined) ?? 0) : value,
    ),
  ),
  codec(
    'range-wraps',
    ['json.int.range'],
    any(integer),
    fitted((value, { min, max }) => ((((value - min) % (max - min + 1n)) + (max - min + 1n)) % (max - min + 1n)) + min),
  ),
  codec(
    'range-clamps',
    ['json.int.range'],
    any(integer),
    fitted((value, { min, max }) => (value < min ? min : max)),
  ),
  codec(
    'negative-is-unsigned',
    ['json.int.range'],
    any(scalar('uint32', 'fixed32')),
    accepts(scalar('uint32', 'fixed32'), (value) =>
      typeof value === 'number' && value < 0
        ? value >>> 0
        : isString(value) && /^-\d+$/.test(value)
          ? Number(value) >>> 0
          : value,
    ),
  ),
  codec(
    'unsigned-is-signed',
    ['json.int.range'],
    any(scalar('int32')),
    accepts(scalar('int32', 'sint32', 'sfixed32'), (value) =>
      Number(value) > 2147483647 && Number(value) <= 4294967295 ? Number(value) | 0 : value,
    ),
  ),
  codec(
    'large-exponent-is-limit',
    ['json.int.range'],
    any(integer),
    accepts(integer, (value) => (typeof value === 'number' && Math.abs(value) > 1e200 ? 0 : value)),
  ),
  codec(
    'int64-printed-as-number',
    ['json.int64.output'],
    any(wide),
    prints(wide, (value) => BigInt(value as string)),
  ),
  codec(
    'int64-printed-rounded',
    ['json.int64.exact'],
    any(wide),
    prints(wide, (value) => BigInt(Number(value)).toString()),
  ),
  codec(
    'int64-printed-in-parts',
    ['json.int64.output'],
    any(wide),
    prints(wide, (value) =>
      record([
        ['low', Number(BigInt.asIntN(32, BigInt(value as string)))],
        ['high', 0],
      ]),
    ),
  ),
  codec(
    'uint64-printed-signed',
    ['json.int64.exact', 'json.int64.output'],
    any(scalar('uint64')),
    prints(scalar('uint64', 'fixed64'), (value) => BigInt.asIntN(64, BigInt(value as string)).toString()),
  ),
];
