/** Is it one? Boolean checks of values in memory, by type. They allocate nothing, and narrow. */

/** A value whose members of `T` are still to be looked at. */
export type Unchecked<T> = { readonly [Name in keyof T]?: unknown };

/** An object that is no array and no binary data. What is to be found in it may be named as `T`. */
export function isRecord(value: unknown): value is Record<string, unknown>;
export function isRecord<T>(value: unknown): value is Unchecked<T>;
export function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** Any number, NaN and infinities included: protobuf's double. */
export function isDouble(value: unknown): value is number {
  return typeof value === 'number';
}

/** 2^128 - 2^103, half a step above the largest float: from here on numbers are rounded to infinity. */
const floatLimit = 3.4028235677973366e38;

/** A number that a 32-bit float can hold, if rounded. NaN and infinities included. */
export function isFloat(value: unknown): value is number {
  return typeof value === 'number' && (Math.abs(value) < floatLimit || !Number.isFinite(value));
}

/** From -2^31 to 2^31 - 1. */
export function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** From 0 to 2^32 - 1. */
export function isUint32(value: unknown): value is number {
  return typeof value === 'number' && value >>> 0 === value;
}

/** A bigint from -2^63 to 2^63 - 1. */
export function isInt64(value: unknown): value is bigint {
  return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
}

/** A bigint from 0 to 2^64 - 1. */
export function isUint64(value: unknown): value is bigint {
  return typeof value === 'bigint' && BigInt.asUintN(64, value) === value;
}

/** An integer that a double holds safely: a 64-bit field that surfaces as a number. */
export function isSafeInt64(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** As `isSafeInt64`, and not negative. */
export function isSafeUint64(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Decimal digits of an integer from -2^63 to 2^63 - 1, as `BigInt` prints it: a 64-bit field that surfaces as a string. */
export function isInt64String(value: unknown): value is string {
  // 18 digits always fit.
  return isDecimal(value) && (value.length < 19 || isInt64(BigInt(value)));
}

/** Decimal digits of an integer from 0 to 2^64 - 1. */
export function isUint64String(value: unknown): value is string {
  // 19 digits always fit.
  return isDecimal(value) && value[0] !== '-' && (value.length < 20 || isUint64(BigInt(value)));
}

/** An integer's one decimal form: no leading zero, no plus, no `-0`. At most 20 characters, so that it is cheap to convert. */
function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 20 && /^(?:0|-?[1-9]\d*)$/.test(value);
}

/** A value that a table of names lists: a closed enum. */
export function isMember(value: unknown, names: Readonly<Record<number, unknown>>): value is number {
  return typeof value === 'number' && names[value] !== undefined;
}

export function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** A list whose every item passes. Holes count as undefined. */
export function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (!isItem(value[i])) return false;
  return true;
}

/**
 * A map whose every key and value passes.
 * @param isKey - Of the key as text; left out where any string will do.
 */
export function isMapOf<V>(
  value: unknown,
  isValue: (value: unknown) => value is V,
  isKey?: (key: string) => boolean,
): value is { [key: string]: V } {
  if (!isRecord(value)) return false;
  for (const key in value) {
    if (!isValue(value[key]) || (isKey !== undefined && !isKey(key))) return false;
  }
  return true;
}

/** The key of a map with `int32`, `sint32` or `sfixed32` keys. */
export function isInt32Key(key: string): boolean {
  return String(Number(key) | 0) === key;
}

/** The key of a map with `uint32` or `fixed32` keys. */
export function isUint32Key(key: string): boolean {
  return String(Number(key) >>> 0) === key;
}

/** The key of a map with `bool` keys. */
export function isBooleanKey(key: string): boolean {
  return key === 'true' || key === 'false';
}
