/**
 * JSON forms that many schemas share: scalars and well-known types of ProtoJSON. They accept what the generated `fromJsonX`
 * accepts, as far as JSON Schema can say it. Source: protobuf.dev/programming-guides/json.
 */
import { digitsBetween, digitsUpTo } from './digits.ts';
import type { SchemaObject } from './json-schema.ts';
import type { FormName } from './refs.ts';

const exponent = '-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?[eE][+-]?[0-9]+';
/** Pattern of a whole number in a string: its digits, a fraction of zeros, or an exponent, whose value no pattern can bound. */
export const wholeNumber = (digits: string): string => `^(?:-0|${digits})(?:\\.0+)?$|^${exponent}$`;

function integer(min: bigint, max: bigint, what: string): SchemaObject {
  return {
    description: `${what}, as a number or as a string.`,
    anyOf: [
      { type: 'integer', minimum: bound(min), maximum: bound(max) },
      { type: 'string', pattern: wholeNumber(digitsBetween(min, max)) },
    ],
  };
}

/** A bound as a number where one holds it, else as a bigint. */
export const bound = (value: bigint): number | bigint => (BigInt(Number(value)) === value ? Number(value) : value);

function floating(numbers: SchemaObject, what: string): SchemaObject {
  return {
    description: `${what}, as a number or as a string; NaN and the infinities as strings.`,
    anyOf: [
      numbers,
      { type: 'string', pattern: '^(?:NaN|-?Infinity|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$' },
    ],
  };
}

/** Half a step above the largest 32-bit float: what rounds to it is below. */
const floatLimit = 2 ** 128 - 2 ** 103;
const maxSafe = 2n ** 53n - 1n;

const dateTime =
  '^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]' +
  '(?:\\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$';

/** Seconds of the longest Duration: 10,000 years. */
const maxSeconds = 315_576_000_000n;

export const forms: Readonly<Record<FormName, SchemaObject>> = {
  int32: integer(-(2n ** 31n), 2n ** 31n - 1n, 'A signed integer of 32 bits'),
  uint32: integer(0n, 2n ** 32n - 1n, 'An unsigned integer of 32 bits'),
  int64: integer(-(2n ** 63n), 2n ** 63n - 1n, 'A signed integer of 64 bits'),
  uint64: integer(0n, 2n ** 64n - 1n, 'An unsigned integer of 64 bits'),
  safeInt64: integer(-maxSafe, maxSafe, 'A signed integer of 64 bits that a double holds'),
  safeUint64: integer(0n, maxSafe, 'An unsigned integer of 64 bits that a double holds'),
  float: floating(
    { type: 'number', exclusiveMinimum: -floatLimit, exclusiveMaximum: floatLimit },
    'A floating-point number of 32 bits',
  ),
  double: floating({ type: 'number' }, 'A floating-point number of 64 bits'),
  bytes: {
    description: 'Bytes in base64 or base64url, with or without padding.',
    type: 'string',
    contentEncoding: 'base64',
    pattern: '^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2}(?:==)?|[A-Za-z0-9+/_-]{3}=?)?$',
  },
  nullValue: { description: 'Null, by its value, its name or its number.', enum: [null, 'NULL_VALUE', 0] },
  timestamp: {
    description: 'A point in time by RFC 3339, with up to nine digits of fraction.',
    type: 'string',
    pattern: dateTime,
  },
  duration: {
    description: 'A span of time in seconds, with up to nine digits of fraction and a final s.',
    type: 'string',
    pattern: `^-?0*(?:${digitsUpTo(maxSeconds - 1n)}(?:\\.[0-9]{1,9})?|${maxSeconds}(?:\\.0{1,9})?)s$`,
  },
  fieldMask: {
    description: 'Paths of fields in lowerCamelCase, joined by commas.',
    type: 'string',
    pattern: '^(?:[^_,]+(?:,[^_,]+)*)?$',
  },
  any: {
    description: 'A message of any type: its JSON form with the URL of its type beside.',
    type: 'object',
    properties: { '@type': { type: 'string', description: 'URL that ends in the full name of the type.' } },
    // Empty, or of a type.
    anyOf: [{ required: ['@type'] }, { additionalProperties: false }],
  },
  long: {
    description: 'A 64-bit integer in two halves of 32 bits.',
    type: 'object',
    properties: {
      low: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
      high: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
      unsigned: { type: 'boolean' },
    },
    required: ['low', 'high', 'unsigned'],
  },
};
