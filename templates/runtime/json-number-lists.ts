/** ProtoJSON of lists of numbers, which may be long: items that are as plain as most are handled all at once. */
import { outOfRange } from './json-error.ts';
import { asList } from './json-read.ts';
import { asDouble, asInt32, asUint32 } from './json-read-scalar.ts';
import { doubleText } from './json-write-scalar.ts';
import { listText } from './json-write.ts';
import { isInt32, isUint32 } from './predicates.ts';

/** A list of integers from -2^31 to 2^31 - 1. @throws {JsonError} As `asList`, `asInt32`. */
export function asInt32List(json: unknown): number[] {
  return allPass(json, isInt32) ? json.slice() : asList(json, asInt32);
}

/** A list of integers from 0 to 2^32 - 1. @throws {JsonError} As `asList`, `asUint32`. */
export function asUint32List(json: unknown): number[] {
  return allPass(json, isUint32) ? json.slice() : asList(json, asUint32);
}

/** A list of doubles. @throws {JsonError} As `asList`, `asDouble`. */
export function asDoubleList(json: unknown): number[] {
  return allPass(json, isFinite) ? json.slice() : asList(json, asDouble);
}

/** A list of integers from -2^31 to 2^31 - 1. @throws {JsonError} `out-of-range`. */
export function int32ListText(list: readonly number[]): string {
  for (let i = 0; i < list.length; i++) if ((list[i]! | 0) !== list[i]) throw outOfRange('from -2^31 to 2^31 - 1');
  return JSON.stringify(list);
}

/** A list of integers from 0 to 2^32 - 1. @throws {JsonError} `out-of-range`. */
export function uint32ListText(list: readonly number[]): string {
  for (let i = 0; i < list.length; i++) if (list[i]! >>> 0 !== list[i]) throw outOfRange('from 0 to 2^32 - 1');
  return JSON.stringify(list);
}

/** A list of integers of 64 bits, each in quotes. @throws {JsonError} `out-of-range`. */
export function integersText<T>(list: readonly T[], is: (item: unknown) => item is T): string {
  for (let i = 0; i < list.length; i++) if (!is(list[i])) throw outOfRange('of the field’s type');
  return list.length === 0 ? '[]' : `["${list.join('","')}"]`;
}

/** A list of doubles. @throws {JsonError} As `doubleText`. */
export function doubleListText(list: readonly number[]): string {
  for (let i = 0; i < list.length; i++) {
    const value = list[i]!;
    // What JSON has no number for, or does not write as it is.
    if (typeof value !== 'number' || value - value !== 0 || Object.is(value, -0)) return listText(list, doubleText);
  }
  return JSON.stringify(list);
}

function allPass(list: unknown, is: (item: unknown) => item is number): list is number[] {
  if (!Array.isArray(list)) return false;
  for (let i = 0; i < list.length; i++) if (!is(list[i])) return false;
  return true;
}

/** A number that JSON has a form for. */
function isFinite(value: unknown): value is number {
  return typeof value === 'number' && value - value === 0;
}
