/** The frame of every ProtoJSON reader: objects, lists and maps, depth, and fields that a message does not have. */
import { JsonError } from './errors.ts';
import { within, wrongType } from './json-error.ts';
import type { JsonReadOptions } from './json-options.ts';
import { maxJsonDepth, parseExactJson, parsePlainJson } from './json-parse.ts';
import { asString } from './json-read-scalar.ts';
import { checkUniqueKeys } from './json-unique-keys.ts';
import { setOwn } from './own.ts';

/** Reads one JSON value. Readers of messages take the options. */
export type JsonReader<T> = (json: unknown, options: JsonReadOptions) => T;

const innerDefaults: JsonReadOptions = {
  ignoreUnknown: false,
  types: undefined,
  extensions: undefined,
  maxDepth: maxJsonDepth - 1,
};

/** Options for the messages in a message. */
export function inner(options: JsonReadOptions | undefined): JsonReadOptions {
  if (options === undefined) return innerDefaults;
  const { ignoreUnknown, types, extensions, maxDepth = maxJsonDepth } = options;
  return { ignoreUnknown, types, extensions, maxDepth: maxDepth - 1 };
}

/** May there be a message here? @throws {JsonError} `too-deep` when it would lie in too many others. */
export function checkNesting(options: JsonReadOptions | undefined): void {
  if (options !== undefined && options.maxDepth! <= 0) throw new JsonError('too-deep', 'messages are nested too deep');
}

/**
 * The members of a JSON object.
 * @throws {JsonError} `wrong-type` when it is none; `too-deep` when it lies in too many messages.
 */
export function asObject(json: unknown, options?: JsonReadOptions): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw wrongType('an object', json);
  checkNesting(options);
  return json as Readonly<Record<string, unknown>>;
}

/**
 * A list. Items that a reader gives as undefined (unknown names of enum values, when ignored) are left out.
 * @throws {JsonError} `wrong-type` when it is no array, or an item is null: only absent fields may be null.
 */
export function asList<T>(
  json: unknown,
  read: JsonReader<T | undefined>,
  options: JsonReadOptions = innerDefaults,
): T[] {
  if (!Array.isArray(json)) throw wrongType('an array', json);
  const list: T[] = [];
  let i = 0;
  try {
    for (; i < json.length; i++) {
      const item = read(json[i], options);
      if (item !== undefined) list.push(item);
    }
  } catch (error) {
    throw within(error, i);
  }
  return list;
}

/**
 * A map whose keys are any strings. Values as `asList` has items.
 * @throws {JsonError} `wrong-type`; `lone-surrogate` in a key.
 */
export function asMap<T>(
  json: unknown,
  read: JsonReader<T | undefined>,
  options: JsonReadOptions = innerDefaults,
): { [key: string]: T } {
  const entries = asObject(json);
  const map: { [key: string]: T } = {};
  let key = '';
  try {
    for (key in entries) {
      const value = read(entries[key], options);
      if (value !== undefined) setOwn(map, asString(key), value);
    }
  } catch (error) {
    throw within(error, key);
  }
  return map;
}

/**
 * A map with its keys in canonical form: `1e2` becomes `100`.
 * @param read - Reads a key as a value of its type.
 */
export function withKeys<T>(map: { [key: string]: T }, read: (key: string) => unknown): { [key: string]: T } {
  const result: { [key: string]: T } = {};
  for (const key in map) {
    try {
      setOwn(result, String(read(key)), map[key]!);
    } catch (error) {
      throw within(error, key);
    }
  }
  return result;
}

/** Meets a field that the message does not have. @throws {JsonError} `unknown-field` unless told to ignore it. */
export function unknownField(key: string, options: JsonReadOptions | undefined): void {
  if (options?.ignoreUnknown !== true) throw new JsonError('unknown-field', `there is no field ${JSON.stringify(key)}`);
}

/**
 * Meets a field's original name, which is as good as its JSON name, but not beside it.
 * @throws {JsonError} `duplicate-field` when the object has both.
 */
export function insteadOf(jsonName: string, object: object): void {
  if (Object.hasOwn(object, jsonName)) throw new JsonError('duplicate-field', `${jsonName} is given by two names`);
}

/** Meets a member of a oneof. @throws {JsonError} `duplicate-oneof` when another member was there before. */
export function firstOf(oneof: { readonly case: string } | undefined): void {
  if (oneof !== undefined) throw new JsonError('duplicate-oneof', `${oneof.case} of the same oneof is given too`);
}

/** What a message requires. @throws {JsonError} `missing-required` when it is not there. */
export function requireField(value: unknown, key: string): void {
  if (value === undefined) throw within(new JsonError('missing-required', 'required, but missing'), key);
}

/**
 * Reads JSON text. No integer passes through a double: where `JSON.parse` rounded one that a field of 64 bits was to have,
 * the text is parsed again, exactly.
 */
export function fromText<T>(
  text: string,
  read: (json: unknown, options: JsonReadOptions | undefined) => T,
  options?: JsonReadOptions,
): T {
  try {
    const json = parsePlainJson(text);
    if (options?.uniqueKeys === true) checkUniqueKeys(text);
    return read(json, options);
  } catch (error) {
    if (!(error instanceof JsonError && error.code === 'unsafe-integer')) throw error;
  }
  // Lists and maps lie between messages: two levels of JSON for each of protobuf.
  return read(parseExactJson(text, 2 * (options?.maxDepth ?? maxJsonDepth)), options);
}
