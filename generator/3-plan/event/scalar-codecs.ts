/** Codecs of scalars and of free JSON: one table. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import { atom, atomType, type Build, builtIn, call, object, quoted, runtime, runtimeType, verbatim } from './build.ts';
import { type Codec, leaf, numeric } from './codec.ts';
import type { Int64 } from './expressions.ts';
import type { EventRuntimeName } from './runtime-names.ts';

/** Strings. */
export const stringCodec = leaf({
  type: builtIn('string'),
  fromJson: 'checkString',
  toJson: 'checkString',
  toText: 'stringToText',
  is: 'isString',
  rule: 'stringRule',
  initial: quoted(''),
  kinds: ['string'],
});

const boolean = leaf({
  type: builtIn('boolean'),
  fromJson: 'checkBoolean',
  toJson: 'checkBoolean',
  toText: 'booleanToText',
  is: 'isBoolean',
  rule: 'booleanRule',
  initial: quoted(false),
  kinds: ['boolean'],
});

const number = {
  type: builtIn('number'),
  initial: quoted(0),
  kinds: ['number'],
  jsonKinds: numeric,
} as const;

/** A JSON number whose width nobody states. */
export const unstatedNumber = leaf({
  ...number,
  fromJson: 'numberFromJson',
  toJson: 'checkNumber',
  toText: 'numberToText',
  is: 'isFiniteNumber',
  rule: 'finiteNumberRule',
});

const double = leaf({
  ...number,
  fromJson: 'doubleFromJson',
  toJson: 'checkNumber',
  toText: 'numberToText',
  is: 'isFiniteNumber',
  rule: 'finiteNumberRule',
});

const float = leaf({
  ...number,
  fromJson: 'floatFromJson',
  toJson: 'checkFloat',
  toText: 'floatToText',
  is: 'isFiniteFloat',
  rule: 'finiteFloatRule',
});

const int32 = leaf({
  ...number,
  fromJson: 'checkInt32',
  toJson: 'checkInt32',
  toText: 'int32ToText',
  is: 'isInt32',
  rule: 'int32Rule',
});

const uint32 = leaf({
  ...number,
  fromJson: 'checkUint32',
  toJson: 'checkUint32',
  toText: 'uint32ToText',
  is: 'isUint32',
  rule: 'uint32Rule',
});

const safeInt64 = leaf({
  ...number,
  fromJson: 'checkSafeInt64',
  toJson: 'checkSafeInt64',
  toText: 'safeInt64ToText',
  is: 'isSafeInt64',
  rule: 'safeInt64Rule',
});

const safeUint64 = leaf({
  ...number,
  fromJson: 'checkSafeUint64',
  toJson: 'checkSafeUint64',
  toText: 'safeUint64ToText',
  is: 'isSafeUint64',
  rule: 'safeUint64Rule',
});

const bytes = leaf({
  type: atomType(verbatim('Uint8Array')),
  json: builtIn('string'),
  fromJson: 'bytesFromJson',
  toJson: 'bytesToJson',
  toText: 'bytesToText',
  is: 'isBytes',
  rule: 'bytesRule',
  initial: atom(verbatim('new Uint8Array(0)')),
  kinds: ['bytes'],
  jsonKinds: ['string'],
});

/** Any JSON value. */
export const jsonCodec = leaf({
  type: runtimeType('ExactJson'),
  json: runtimeType('Json'),
  fromJson: 'checkJson',
  toJson: 'jsonToJson',
  toText: 'jsonToText',
  is: 'isJson',
  rule: 'jsonRule',
  initial: atom(verbatim('null')),
  kinds: ['string', 'number', 'bigint', 'boolean', 'null', 'array', 'object'],
});

/** Any JSON object. */
export const jsonObjectCodec = leaf({
  type: runtimeType('ExactJsonObject'),
  json: runtimeType('JsonObject'),
  fromJson: 'checkJsonObject',
  toJson: 'jsonObjectToJson',
  toText: 'jsonObjectToText',
  is: 'isJsonObject',
  rule: 'jsonObjectRule',
  initial: object([]),
  kinds: ['object'],
});

/** A 64-bit integer as a long.js object. */
export const longCodec = leaf({
  type: runtimeType('Long'),
  fromJson: 'checkLong',
  toJson: 'checkLong',
  toText: 'longToText',
  is: 'isLong',
  rule: 'longRule',
  initial: object([
    { key: verbatim('low'), value: quoted(0) },
    { key: verbatim('high'), value: quoted(0) },
    { key: verbatim('unsigned'), value: quoted(false) },
  ]),
  kinds: ['object'],
});

export function scalarCodec(scalar: Scalar, int64: Int64): Codec {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'string':
      return stringCodec;
    case 'bool':
      return boolean;
    case 'bytes':
      return bytes;
    case 'float':
      return scalar === 'float' ? float : double;
    case 'int':
      return signed ? int32 : uint32;
    case 'int64':
      return int64Codec(signed, int64);
    default:
      return kind satisfies never;
  }
}

const int64String = leaf({
  type: builtIn('string'),
  fromJson: 'checkInt64String',
  toJson: 'checkInt64String',
  toText: 'int64StringToText',
  is: 'isInt64String',
  rule: 'int64StringRule',
  initial: quoted('0'),
  kinds: ['string'],
});

const uint64String = leaf({
  type: builtIn('string'),
  fromJson: 'checkUint64String',
  toJson: 'checkUint64String',
  toText: 'uint64StringToText',
  is: 'isUint64String',
  rule: 'uint64StringRule',
  initial: quoted('0'),
  kinds: ['string'],
});

/** Integers of an enum: of the width that is stated, or any that a number holds safely. */
export function integerCodec(width: Extract<TypeExpr, { kind: 'spec-enum' }>['width']): Codec {
  if (width === 'unknown' || scalars[width].kind !== 'int') return safeInt64;
  return scalars[width].signed ? int32 : uint32;
}

function int64Codec(signed: boolean, { travel, surface }: Int64): Codec {
  if (travel === 'number' && surface === 'number') return signed ? safeInt64 : safeUint64;
  const exact = exactInt64(signed, travel);
  switch (surface) {
    case 'bigint':
      return exact;
    case 'number': {
      const { type, is, rule, initial, kinds } = signed ? safeInt64 : safeUint64;
      return { ...through(exact, 'bigintToNumber', 'bigintFromNumber'), type, is, rule, initial, kinds };
    }
    case 'string': {
      if (travel === 'string') return signed ? int64String : uint64String;
      const { type, kinds } = stringCodec;
      return {
        ...through(exact, undefined, 'bigintFromString'),
        type,
        kinds,
        is: (value) => call(signed ? 'isInt64String' : 'isUint64String', value),
        rule: runtime(signed ? 'int64StringRule' : 'uint64StringRule'),
        initial: () => quoted('0'),
      };
    }
    default:
      return surface satisfies never;
  }
}

/** As bigint. */
function exactInt64(signed: boolean, travel: Int64['travel']): Codec {
  const quotes = travel === 'string';
  const base = quotes ? (signed ? 'quotedInt64' : 'quotedUint64') : signed ? 'int64' : 'uint64';
  return leaf({
    type: builtIn('bigint'),
    json: builtIn(quotes ? 'string' : 'number'),
    fromJson: `${base}FromJson`,
    toJson: `${base}ToJson`,
    toText: `${base}ToText`,
    is: signed ? 'isInt64' : 'isUint64',
    rule: signed ? 'int64Rule' : 'uint64Rule',
    initial: quoted(0n),
    kinds: ['bigint'],
    jsonKinds: quotes ? ['string'] : numeric,
  });
}

/** The codec with its values converted; `String` where no other conversion is named. */
function through(exact: Codec, surface: EventRuntimeName | undefined, back: EventRuntimeName): Codec {
  const convert: Build = (value) => call(surface ?? atom(verbatim('String')), value);
  return {
    ...exact,
    fromJson: (json) => convert(exact.fromJson(json)),
    toJson: (value) => exact.toJson(call(back, value)),
    toText: (value) => exact.toText(call(back, value)),
  };
}
