/** Free JSON inside event specs: any value, any object, and 64-bit integers as long.js objects. Integers stay exact. */
import { JsonError } from './errors.ts';
import { setOwn } from './own.ts';
import { isRecord } from './predicates.ts';
import { reportType } from './rules.ts';
import { bigintToNumber } from './spec-int64.ts';
import { within, wrongType } from './json-error.ts';
import { checkInt32, numberToText, stringToText } from './spec-scalar.ts';
import type { Report } from './validation.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** Any JSON object. */
export interface JsonObject {
  [member: string]: Json;
}

/** Any JSON value in memory; an integer that a number cannot hold safely is a bigint. */
export type ExactJson = null | boolean | number | bigint | string | ExactJson[] | ExactJsonObject;

/** Any JSON object in memory. */
export interface ExactJsonObject {
  [member: string]: ExactJson;
}

/** A 64-bit integer as long.js holds it: two halves of 32 bits, both signed. */
export interface Long {
  low: number;
  high: number;
  unsigned: boolean;
}

/** Arrays and objects inside one another that free JSON may have. */
const maxDepth = 100;

/**
 * The value itself, once it is known to be JSON.
 *
 * @throws {JsonError} `wrong-type`; `out-of-range` for NaN and infinities; `too-deep`.
 */
export function checkJson(value: unknown, depth = 0): ExactJson {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new JsonError('out-of-range', `${value} has no JSON form`);
      return value;
    default:
  }
  if (value === null) return null;
  eachMember(value, depth, checkJson);
  return value as ExactJson;
}

/** As `checkJson`, and an object. */
export function checkJsonObject(value: unknown): ExactJsonObject {
  if (!isRecord(value)) throw wrongType('an object', value);
  return checkJson(value) as ExactJsonObject;
}

/** A copy in which bigints are numbers. @throws {JsonError} what `checkJson` throws; `out-of-range` where one would round. */
export function jsonToJson(value: unknown, depth = 0): Json {
  if (typeof value === 'bigint') return bigintToNumber(value);
  if (typeof value !== 'object' || value === null) return checkJson(value) as Json;
  if (Array.isArray(value)) {
    const list: Json[] = [];
    eachMember(value, depth, (item, below) => list.push(jsonToJson(item, below)));
    return list;
  }
  const object: JsonObject = {};
  eachMember(value, depth, (member, below, key) => setOwn(object, key, jsonToJson(member, below)));
  return object;
}

export function jsonObjectToJson(value: unknown): JsonObject {
  if (!isRecord(value)) throw wrongType('an object', value);
  return jsonToJson(value) as JsonObject;
}

/** JSON text with every digit. Members that are undefined are left out, as `JSON.stringify` does. */
export function jsonToText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return stringToText(value);
  if (typeof value === 'number') return numberToText(value);
  if (typeof value !== 'object' || value === null) return String(checkJson(value));
  const parts: string[] = [];
  if (Array.isArray(value)) {
    eachMember(value, depth, (item, below) => parts.push(jsonToText(item, below)));
    return `[${parts.join(',')}]`;
  }
  eachMember(value, depth, (member, below, key) => parts.push(`${stringToText(key)}:${jsonToText(member, below)}`));
  return `{${parts.join(',')}}`;
}

export function jsonObjectToText(value: unknown): string {
  if (!isRecord(value)) throw wrongType('an object', value);
  return jsonToText(value);
}

/** Is it JSON, to a depth of 100? */
export function isJson(value: unknown): value is ExactJson {
  try {
    checkJson(value);
    return true;
  } catch {
    return false;
  }
}

export function isJsonObject(value: unknown): value is ExactJsonObject {
  return isRecord(value) && isJson(value);
}

export function jsonRule(value: unknown, report: Report): void {
  if (typeof value === 'number' && !Number.isFinite(value)) report.add('out-of-range', `${value} has no JSON form`);
  else if (typeof value !== 'object' || value === null) {
    if (!isJson(value)) reportType('a JSON value', value, report);
  } else if (ArrayBuffer.isView(value)) reportType('a JSON value', value, report);
  else {
    report.within(() => {
      for (const key of Object.keys(value)) {
        if (report.full) return;
        const member = (value as Record<string, unknown>)[key];
        if (member !== undefined || Array.isArray(value)) report.at(key, member, jsonRule);
      }
    });
  }
}

export function jsonObjectRule(value: unknown, report: Report): void {
  if (isRecord(value)) jsonRule(value, report);
  else reportType('an object', value, report);
}

/** @throws {JsonError} `wrong-type`, `out-of-range`. */
export function checkLong(value: unknown): Long {
  if (!isRecord(value)) throw wrongType('an object {low, high, unsigned}', value);
  const { low, high, unsigned } = value;
  if (typeof unsigned !== 'boolean') throw wrongType('an object {low, high, unsigned}', value);
  return { low: checkInt32(low), high: checkInt32(high), unsigned };
}

export function longToText(value: unknown): string {
  const { low, high, unsigned } = checkLong(value);
  return `{"low":${low},"high":${high},"unsigned":${unsigned}}`;
}

export function isLong(value: unknown): value is Long {
  try {
    checkLong(value);
    return true;
  } catch {
    return false;
  }
}

export function longRule(value: unknown, report: Report): void {
  if (!isLong(value)) reportType('an object {low, high, unsigned}', value, report);
}

/** Visits items or members that are not undefined. Errors name the place. */
function eachMember(value: unknown, depth: number, visit: (member: unknown, depth: number, key: string) => void): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) throw wrongType('a JSON value', value);
  if (depth >= maxDepth) throw new JsonError('too-deep', `nested more than ${maxDepth} deep`);
  const isList = Array.isArray(value);
  for (const key of isList ? value.keys() : Object.keys(value)) {
    const member = (value as Record<string | number, unknown>)[key];
    if (member === undefined && !isList) continue;
    try {
      visit(member, depth + 1, String(key));
    } catch (error) {
      throw within(error, key);
    }
  }
}
