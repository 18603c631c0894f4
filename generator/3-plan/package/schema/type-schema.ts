/** JSON Schemas of type expressions: how each kind of value of an event spec looks in JSON. */
import type { TypeExpr } from '../../../ir/event-spec.ts';
import { scalars, type Int64Surface, type Int64Travel, type Scalar } from '../../../ir/scalar.ts';
import { digitsBetween } from './digits.ts';
import { bound } from './forms.ts';
import { anyOf, type JsonSchema, type SchemaObject } from './json-schema.ts';
import type { RefTo } from './refs.ts';
import { specKeys } from './value-schema.ts';

export interface Int64Form {
  readonly travel: Int64Travel;
  readonly surface: Int64Surface;
}

/** Of aliases, which state nothing themselves. */
export const usualTravel: Int64Form = { travel: 'number', surface: 'bigint' };

export function exprSchema(type: TypeExpr, int64: Int64Form, ref: RefTo): JsonSchema {
  switch (type.kind) {
    case 'scalar':
      return specScalar(type.scalar, int64, ref);
    case 'number':
      return { type: 'number' };
    case 'json':
      return {};
    case 'json-object':
      return { type: 'object' };
    case 'long-object':
      return ref({ kind: 'form', form: 'long' });
    case 'undefined':
      return false;
    case 'literal':
      return { const: type.value };
    case 'prefix':
      return startsWith(type.value);
    case 'list':
      return { type: 'array', items: exprSchema(type.of, int64, ref) };
    case 'map':
      return { type: 'object', ...specKeys(type.key), additionalProperties: exprSchema(type.value, int64, ref) };
    case 'union':
      return anyOf(type.of.filter(({ kind }) => kind !== 'undefined').map((one) => exprSchema(one, int64, ref)));
    case 'type':
      return ref({ kind: 'spec', spec: type.spec, name: type.name });
    case 'spec-enum': {
      const schema = ref({ kind: 'spec', spec: type.spec, name: type.name });
      const bounds = type.width === 'unknown' ? undefined : intBounds(type.width);
      // An open enum of a stated width takes no more than the width holds.
      return bounds === undefined ? schema : { allOf: [schema], type: 'integer', ...bounds };
    }
    case 'message':
      return ref({ kind: 'message', fullName: type.fullName });
    case 'enum':
      return ref({ kind: 'enum', fullName: type.fullName });
    default:
      return type satisfies never;
  }
}

/** Any string that starts with the given one. */
export function startsWith(prefix: string): JsonSchema {
  return { type: 'string', pattern: `^${prefix.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}` };
}

function specScalar(scalar: Scalar, int64: Int64Form, ref: RefTo): JsonSchema {
  switch (scalars[scalar].kind) {
    case 'string':
      return { type: 'string' };
    case 'bool':
      return { type: 'boolean' };
    case 'bytes':
      return ref({ kind: 'form', form: 'bytes' });
    case 'float':
      // Half a step above the largest 32-bit float: what rounds to it is below.
      return scalar === 'float'
        ? { type: 'number', exclusiveMinimum: -(2 ** 128 - 2 ** 103), exclusiveMaximum: 2 ** 128 - 2 ** 103 }
        : { type: 'number' };
    case 'int':
      return { type: 'integer', ...intBounds(scalar) };
    case 'int64':
      return int64Schema(scalars[scalar].signed, int64);
    default:
      return scalars[scalar].kind satisfies never;
  }
}

/** Bounds of a scalar of 32 bits; undefined for any other. */
function intBounds(scalar: Scalar): SchemaObject | undefined {
  const { kind, signed } = scalars[scalar];
  if (kind !== 'int') return undefined;
  return signed ? { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } : { minimum: 0, maximum: 2 ** 32 - 1 };
}

/** As a number, whose digits are exact in JSON text, or as a string of digits. A surface of `number` admits safe integers alone. */
function int64Schema(signed: boolean, { travel, surface }: Int64Form): JsonSchema {
  const min = !signed ? 0n : surface === 'number' ? -(2n ** 53n - 1n) : -(2n ** 63n);
  const max = surface === 'number' ? 2n ** 53n - 1n : signed ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  if (travel === 'string') return { type: 'string', pattern: `^${digitsBetween(min, max)}$` };
  return { type: 'integer', minimum: bound(min), maximum: bound(max) };
}
