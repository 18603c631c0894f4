/** JSON Schemas of values of proto fields, and of the keys of maps. */
import type { ValueType } from '../../../ir/protocol.ts';
import { scalars, type Int64Surface, type Scalar } from '../../../ir/scalar.ts';
import { digitsBetween } from './digits.ts';
import { wholeNumber } from './forms.ts';
import type { JsonSchema, SchemaObject } from './json-schema.ts';
import type { FormName, RefTo } from './refs.ts';

/** A field's type, one element of it, in ProtoJSON. */
export function valueSchema(type: ValueType, int64: Int64Surface, ref: RefTo): JsonSchema {
  switch (type.kind) {
    case 'scalar':
      return scalarSchema(type.scalar, int64, ref);
    case 'message':
      return ref({ kind: 'message', fullName: type.fullName });
    case 'enum':
      return type.fullName === 'google.protobuf.NullValue'
        ? ref({ kind: 'form', form: 'nullValue' })
        : ref({ kind: 'enum', fullName: type.fullName });
    default:
      return type satisfies never;
  }
}

/** A scalar in ProtoJSON. */
export function scalarSchema(scalar: Scalar, int64: Int64Surface, ref: RefTo): JsonSchema {
  if (scalar === 'string') return { type: 'string' };
  if (scalar === 'bool') return { type: 'boolean' };
  return ref({ kind: 'form', form: scalarForm(scalar, int64) });
}

function scalarForm(scalar: Exclude<Scalar, 'string' | 'bool'>, int64: Int64Surface): FormName {
  const { kind, signed } = scalars[scalar];
  if (kind === 'int') return signed ? 'int32' : 'uint32';
  if (kind === 'int64') {
    if (int64 === 'number') return signed ? 'safeInt64' : 'safeUint64';
    return signed ? 'int64' : 'uint64';
  }
  return scalar === 'float' || scalar === 'bytes' ? scalar : 'double';
}

/** Keys of a map in ProtoJSON: strings that hold a value of their type, in any way of writing it. */
export function protoKeys(key: Scalar): Pick<SchemaObject, 'propertyNames'> {
  return keys(key, wholeNumber);
}

/** Keys of a map of an event spec: the one decimal form of an integer, or `true` and `false`. */
export function specKeys(key: Scalar): Pick<SchemaObject, 'propertyNames'> {
  return keys(key, (digits) => `^${digits}$`);
}

function keys(key: Scalar, pattern: (digits: string) => string): Pick<SchemaObject, 'propertyNames'> {
  const { kind, signed } = scalars[key];
  if (kind === 'bool') return { propertyNames: { enum: ['true', 'false'] } };
  if (kind !== 'int' && kind !== 'int64') return {};
  const bits = kind === 'int' ? 32n : 64n;
  const digits = signed
    ? digitsBetween(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n)
    : digitsBetween(0n, 2n ** bits - 1n);
  return { propertyNames: { pattern: pattern(digits) } };
}
