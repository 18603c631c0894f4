/** Enums in ProtoJSON: names where there are names, numbers otherwise. */
import { JsonError } from './errors.ts';
import { outOfRange, wrongType } from './json-error.ts';
import type { JsonReadOptions } from './json-options.ts';

/** The const object of an enum: numbers by name. */
export type EnumMembers = Readonly<Record<string, number>>;

/** The table of an enum's names by number. */
export type EnumNames = Readonly<Record<number, string | undefined>>;

/**
 * A value of an open enum, from its name or number. Undefined for an unknown name that is to be ignored.
 * @throws {JsonError} `wrong-type`, `unknown-enum-name`, `out-of-range`.
 */
export function asEnum(json: unknown, members: EnumMembers, options: JsonReadOptions | undefined): number | undefined {
  if (typeof json === 'number') {
    if ((json | 0) !== json) throw outOfRange('from -2^31 to 2^31 - 1');
    return json | 0;
  }
  if (typeof json !== 'string') throw wrongType('the name or number of an enum value', json);
  if (Object.hasOwn(members, json)) return members[json];
  if (options?.ignoreUnknown === true) return undefined;
  throw new JsonError('unknown-enum-name', `the enum has no value ${JSON.stringify(json)}`);
}

/**
 * A value of a closed enum. Undefined for an unknown name or number that is to be ignored.
 * @throws {JsonError} As `asEnum`; `unknown-enum-number`.
 */
export function asClosedEnum<T extends number>(
  json: unknown,
  members: Readonly<Record<string, T>>,
  options: JsonReadOptions | undefined,
): T | undefined {
  const value = asEnum(json, members, options) as T | undefined;
  if (value === undefined || Object.values(members).includes(value)) return value;
  if (options?.ignoreUnknown === true) return undefined;
  throw new JsonError('unknown-enum-number', `the enum has no value ${value}`);
}

/** The one value of `google.protobuf.NullValue`: null, or its name, or its number. @throws {JsonError} `wrong-type`. */
export function asNullValue(json: unknown): 0 {
  if (json !== null && json !== 'NULL_VALUE' && json !== 0) throw wrongType('null', json);
  return 0;
}

/** The name of a value, quoted; the number where it has none. @throws {JsonError} `out-of-range`. */
export function enumText(value: number, names: EnumNames): string {
  if ((value | 0) !== value) throw outOfRange('from -2^31 to 2^31 - 1');
  const name = names[value];
  return name === undefined ? String(value) : `"${name}"`;
}
