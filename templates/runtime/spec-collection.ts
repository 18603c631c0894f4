/** Lists and maps of event specs, item by item. Errors name the item. */
import { JsonError } from './errors.ts';
import { setOwn } from './own.ts';
import { isRecord } from './predicates.ts';
import { within, wrongType } from './json-error.ts';
import { stringToText } from './spec-scalar.ts';

/** @throws {JsonError} `wrong-type` when it is no array; what `convert` throws, with the index in the path. */
export function listFromJson<T>(json: unknown, convert: (json: unknown) => T): T[] {
  const list: T[] = [];
  eachItem(json, (item) => list.push(convert(item)));
  return list;
}

/** As `listFromJson`, the other way. */
export function listToJson<V, T>(value: readonly V[], convert: (value: V) => T): T[] {
  return listFromJson(value, convert as (json: unknown) => T);
}

export function listToText<V>(value: readonly V[], convert: (value: V) => string): string {
  let text = '';
  eachItem(value, (item, index) => (text += index === 0 ? convert(item as V) : `,${convert(item as V)}`));
  return `[${text}]`;
}

/**
 * @param isKey - Of the key as text; left out where any string will do.
 * @throws {JsonError} `wrong-type` when it is no object; `bad-key`; what `convert` throws, with the key in the path.
 */
export function mapFromJson<T>(
  json: unknown,
  convert: (json: unknown) => T,
  isKey?: (key: string) => boolean,
): { [key: string]: T } {
  const map: { [key: string]: T } = {};
  eachEntry(json, isKey, (key, value) => setOwn(map, key, convert(value)));
  return map;
}

/** As `mapFromJson`, the other way. */
export function mapToJson<V, T>(
  value: { readonly [key: string]: V },
  convert: (value: V) => T,
  isKey?: (key: string) => boolean,
): { [key: string]: T } {
  return mapFromJson(value, convert as (json: unknown) => T, isKey);
}

export function mapToText<V>(
  value: { readonly [key: string]: V },
  convert: (value: V) => string,
  isKey?: (key: string) => boolean,
): string {
  let text = '';
  eachEntry(value, isKey, (key, item) => {
    const comma = text === '' ? '' : ',';
    text += `${comma}${stringToText(key)}:${convert(item as V)}`;
  });
  return `{${text}}`;
}

function eachItem(list: unknown, visit: (item: unknown, index: number) => void): void {
  if (!Array.isArray(list)) throw wrongType('an array', list);
  let index = 0;
  try {
    for (; index < list.length; index++) visit(list[index], index);
  } catch (error) {
    throw within(error, index);
  }
}

function eachEntry(
  map: unknown,
  isKey: ((key: string) => boolean) | undefined,
  visit: (key: string, value: unknown) => void,
): void {
  if (!isRecord(map)) throw wrongType('an object', map);
  for (const key of Object.keys(map)) {
    try {
      if (isKey?.(key) === false) throw new JsonError('bad-key', 'the key is not of its type');
      visit(key, map[key]);
    } catch (error) {
      throw within(error, key);
    }
  }
}

/** A list whose every item passes. Holes count as undefined. */
export function everyItem(value: unknown, test: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (!test(value[i])) return false;
  return true;
}

/** A map whose every key and value passes. */
export function everyEntry(
  value: unknown,
  test: (item: unknown) => boolean,
  isKey?: (key: string) => boolean,
): boolean {
  if (!isRecord(value)) return false;
  return Object.keys(value).every((key) => test(value[key]) && isKey?.(key) !== false);
}
