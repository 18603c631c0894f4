/** Strings, booleans and numbers of event specs: checked on the way in and out, and as JSON text. */
import { JsonError } from './errors.ts';
import { isFloat, isInt32, isSafeInt64, isSafeUint64, isUint32 } from './predicates.ts';
import { wrongType } from './json-error.ts';
import { reportType } from './rules.ts';
import type { Report } from './validation.ts';

/** @throws {JsonError} `wrong-type`. */
export function checkString(value: unknown): string {
  if (typeof value !== 'string') throw wrongType('a string', value);
  return value;
}

/** What JSON does not allow between quotes, and surrogates, which must be escaped when they stand alone. */
// eslint-disable-next-line no-control-regex
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** JSON text of a string. Lone surrogates are escaped, so nothing is lost. */
export function stringToText(value: unknown): string {
  const text = checkString(value);
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** @throws {JsonError} `wrong-type`. */
export function checkBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongType('a boolean', value);
  return value;
}

export function booleanToText(value: unknown): string {
  return checkBoolean(value) ? 'true' : 'false';
}

/** A number that JSON can hold: finite. */
export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** As `isFiniteNumber`, within the range of a 32-bit float. */
export function isFiniteFloat(value: unknown): value is number {
  return isFiniteNumber(value) && isFloat(value);
}

/** @throws {JsonError} `wrong-type`; `out-of-range` when it is not finite. */
export function checkNumber(value: unknown): number {
  if (typeof value !== 'number') throw wrongType('a number', value);
  if (!Number.isFinite(value)) throw new JsonError('out-of-range', `${value} has no JSON form`);
  return value;
}

/**
 * A number of unstated width. Integers that only a bigint holds are refused rather than rounded.
 *
 * @throws {JsonError} `wrong-type`; `out-of-range` when it is not finite or would be rounded.
 */
export function numberFromJson(json: unknown): number {
  if (typeof json !== 'bigint') return checkNumber(json);
  const value = Number(json);
  if (!Number.isFinite(value) || BigInt(value) !== json) throw new JsonError('out-of-range', 'would be rounded');
  return value;
}

/** A double: the nearest one to what JSON says. */
export function doubleFromJson(json: unknown): number {
  return checkNumber(typeof json === 'bigint' ? Number(json) : json);
}

/**
 * JSON text of a finite number. `-0` keeps its sign; integers beyond 2^53 are written with all their digits, where JavaScript
 * would write zeros, so that exact readers get this very number.
 */
export function numberToText(value: unknown): string {
  const number = checkNumber(value);
  if (number === 0) return Object.is(number, -0) ? '-0' : '0';
  const isLong = Math.abs(number) > Number.MAX_SAFE_INTEGER && Math.abs(number) < 1e21;
  return String(isLong ? BigInt(number) : number);
}

export function finiteNumberRule(value: unknown, report: Report): void {
  if (typeof value !== 'number') reportType('a number', value, report);
  else if (!Number.isFinite(value)) report.add('out-of-range', `${value} has no JSON form`);
}

/** @throws {JsonError} `wrong-type`; `out-of-range` beyond a 32-bit float. */
export function checkFloat(value: unknown): number {
  if (!isFloat(checkNumber(value))) throw new JsonError('out-of-range', `${String(value)} is beyond a 32-bit float`);
  return value as number;
}

/** A float, in the precision that JSON gives it. */
export function floatFromJson(json: unknown): number {
  return checkFloat(typeof json === 'bigint' ? Number(json) : json);
}

export function floatToText(value: unknown): string {
  return numberToText(checkFloat(value));
}

export function finiteFloatRule(value: unknown, report: Report): void {
  finiteNumberRule(value, report);
  if (isFiniteNumber(value) && !isFloat(value)) report.add('out-of-range', `${value} is beyond a 32-bit float`);
}

/** @throws {JsonError} `wrong-type`; `out-of-range` unless it is an integer from -2^31 to 2^31 - 1. */
export function checkInt32(value: unknown): number {
  return checkInteger(value, isInt32);
}

export function int32ToText(value: unknown): string {
  return String(checkInt32(value));
}

/** @throws {JsonError} `wrong-type`; `out-of-range` unless it is an integer from 0 to 2^32 - 1. */
export function checkUint32(value: unknown): number {
  return checkInteger(value, isUint32);
}

export function uint32ToText(value: unknown): string {
  return String(checkUint32(value));
}

/** An integer that a double holds safely. @throws {JsonError} `wrong-type`; `out-of-range`. */
export function checkSafeInt64(value: unknown): number {
  return checkInteger(value, isSafeInt64);
}

export function safeInt64ToText(value: unknown): string {
  return String(checkSafeInt64(value));
}

/** As `checkSafeInt64`, and not negative. */
export function checkSafeUint64(value: unknown): number {
  return checkInteger(value, isSafeUint64);
}

export function safeUint64ToText(value: unknown): string {
  return String(checkSafeUint64(value));
}

function checkInteger(value: unknown, isInRange: (value: unknown) => value is number): number {
  // Integers have no negative zero, which `-0` in JSON is to JavaScript.
  if (isInRange(value)) return value + 0;
  if (typeof value !== 'number' && typeof value !== 'bigint') throw wrongType('an integer', value);
  throw new JsonError('out-of-range', `${brief(value)} is no integer of the right range`);
}

/** A number in a message, never long. */
function brief(value: number | bigint): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
