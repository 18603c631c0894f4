/**
 * ProtoJSON readers of 64-bit integers. They take decimal strings, safe numbers, and the bigints of the exact parser; an
 * unsafe number has been rounded already, perhaps, and is refused.
 */
import { JsonError } from './errors.ts';
import { outOfRange, wrongType } from './json-error.ts';
import { decimalInteger } from './json-parse.ts';

/** An integer from -2^63 to 2^63 - 1. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`, `unsafe-integer`. */
export function asInt64(json: unknown): bigint {
  const integer = asInteger(json);
  if (typeof integer === 'number') return BigInt(integer);
  if (BigInt.asIntN(64, integer) !== integer) throw outOfRange('from -2^63 to 2^63 - 1');
  return integer;
}

/** An integer from 0 to 2^64 - 1. Errors as `asInt64`. */
export function asUint64(json: unknown): bigint {
  const integer = asInteger(json);
  if (integer < 0) throw outOfRange('from 0 to 2^64 - 1');
  if (typeof integer === 'number') return BigInt(integer);
  if (BigInt.asUintN(64, integer) !== integer) throw outOfRange('from 0 to 2^64 - 1');
  return integer;
}

/** A signed integer that a double holds safely. Errors as `asInt64`. */
export function asInt64Number(json: unknown): number {
  const number = Number(asInteger(json));
  if (!Number.isSafeInteger(number)) throw outOfRange('that a number holds safely');
  return number;
}

/** An unsigned integer that a double holds safely. Errors as `asInt64`. */
export function asUint64Number(json: unknown): number {
  const number = asInt64Number(json);
  if (number < 0) throw outOfRange('from 0 up');
  return number;
}

/** As `asInt64`, in decimal digits. */
export function asInt64String(json: unknown): string {
  return String(asInt64(json));
}

/** As `asUint64`, in decimal digits. */
export function asUint64String(json: unknown): string {
  return String(asUint64(json));
}

/** An integer as the cheapest type that holds it: a safe number, never -0, or a bigint. */
function asInteger(json: unknown): number | bigint {
  if (typeof json === 'string') {
    const small = smallInteger(json);
    if (small === small) return small;
    const integer = /^-?[1-9]\d{0,19}$/.test(json) ? BigInt(json) : decimalInteger(json);
    if (integer === undefined) throw new JsonError('bad-number', 'not an integer of 64 bits');
    return integer;
  }
  if (typeof json === 'bigint') return json;
  if (typeof json !== 'number') throw wrongType('an integer or a string that holds one', json);
  if (Number.isSafeInteger(json)) return json + 0;
  if (Number.isInteger(json))
    throw new JsonError('unsafe-integer', 'a number that may have been rounded: give a string');
  throw outOfRange('at all');
}

/** The value of digits with or without a minus, if it is safe; NaN for anything else. */
function smallInteger(text: string): number {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let value = NaN;
  for (let i = start; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    // Nothing may follow a zero that comes first.
    if (digit < 0 || digit > 9 || value === 0) return NaN;
    value = i === start ? digit : value * 10 + digit;
  }
  if (value > Number.MAX_SAFE_INTEGER) return NaN;
  return start === 0 ? value : 0 - value;
}
