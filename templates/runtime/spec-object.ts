/** Objects of event specs: what they hold beside their listed members, and how they are put together. */
import { JsonError } from './errors.ts';
import { setOwn } from './own.ts';
import { pointerStep } from './pointer.ts';
import { isRecord } from './predicates.ts';
import { objectRule } from './rules.ts';
import { checkJson, jsonToJson, jsonToText } from './spec-json.ts';
import { within, wrongType } from './json-error.ts';
import { stringToText } from './spec-scalar.ts';
import type { Report, Rule } from './validation.ts';

/** An object that may become a `T`: its members, of which nothing is known yet. */
export type Members<T> = { readonly [Name in keyof T]?: unknown };

/** An object, and no array. Its members are still unknown. */
export function isObject<T>(value: unknown): value is Members<T> {
  return isRecord(value);
}

/** @throws {JsonError} `wrong-type` when it is no object. */
export function checkObject<T>(value: unknown): Members<T> {
  if (!isRecord(value)) throw wrongType('an object', value);
  return value as Members<T>;
}

/**
 * An object without members that its type does not list.
 *
 * @throws {JsonError} `wrong-type` when it is no object; `unexpected` for a member that is not listed.
 */
export function checkClosedObject<T>(value: unknown, listed: ReadonlySet<string>): Members<T> {
  const object = checkObject<T>(value);
  for (const key of Object.keys(object)) {
    if (!listed.has(key)) throw new JsonError('unexpected', 'no such member', pointerStep(key));
  }
  return object;
}

/** A member under a name that all objects inherit, such as `constructor`: undefined unless the object has its own. */
export function own<T extends object, K extends string>(object: T, key: K): K extends keyof T ? T[K] : undefined {
  type Member = K extends keyof T ? T[K] : undefined;
  return (Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined) as Member;
}

/**
 * Adds to `object` the members of `from` that are not listed.
 *
 * @throws {JsonError} when one of them is not JSON.
 */
export function withOthers<T extends object>(object: T, from: object, listed: ReadonlySet<string>): T {
  eachOther(from, listed, (key, value) => setOwn(object, key, checkJson(value)));
  return object;
}

/** As `withOthers`, towards JSON. */
export function withOthersToJson<T extends object>(json: T, value: object, listed: ReadonlySet<string>): T {
  eachOther(value, listed, (key, member) => setOwn(json, key, jsonToJson(member)));
  return json;
}

/** Members that are not listed as JSON text, each with a comma in front. */
export function othersToText(value: object, listed: ReadonlySet<string>): string {
  let text = '';
  eachOther(value, listed, (key, member) => (text += `,${stringToText(key)}:${jsonToText(member)}`));
  return text;
}

/** JSON text of an object, from that of its members with a comma in front of each. */
export function objectToText(members: string): string {
  return `{${members.slice(1)}}`;
}

/** Has an object no members beside the listed ones? */
export function hasOnly(value: object, listed: ReadonlySet<string>): boolean {
  for (const key in value) if (!listed.has(key)) return false;
  return true;
}

/** Each property by its rule, and no member that is not listed. */
export function closedObjectRule(listed: ReadonlySet<string>, properties: () => Readonly<Record<string, Rule>>): Rule {
  const rule = objectRule(properties);
  return (value, report) => {
    rule(value, report);
    if (!isRecord(value)) return;
    for (const key of Object.keys(value)) {
      if (!listed.has(key)) report.at(key, undefined, unexpectedRule);
    }
  };
}

function unexpectedRule(_value: unknown, report: Report): void {
  report.add('unexpected', 'no such member');
}

/** Objects of recursive types that may lie inside one another. Values may be cyclic, so there must be an end. */
const maxDepth = 100;

/** @throws {JsonError} `too-deep` beyond 100 objects inside one another. */
export function checkDepth(depth: number): void {
  if (!isShallow(depth)) throw new JsonError('too-deep', `nested more than ${maxDepth} deep`);
}

/** Do at most 100 objects lie inside one another? */
export function isShallow(depth: number): boolean {
  return depth < maxDepth;
}

function eachOther(object: object, listed: ReadonlySet<string>, visit: (key: string, value: unknown) => void): void {
  for (const key in object) {
    if (listed.has(key) || !Object.hasOwn(object, key)) continue;
    const value = (object as Record<string, unknown>)[key];
    if (value === undefined) continue;
    try {
      visit(key, value);
    } catch (error) {
      throw within(error, key);
    }
  }
}
