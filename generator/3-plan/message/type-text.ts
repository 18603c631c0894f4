/** TypeScript type and initial value of a field's elements. */
import type { Field, ValueType } from '../../ir/protocol.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import type { Int64Surface } from '../../ir/scalar.ts';
import type { PlanContext } from '../context.ts';
import { literal } from '../text.ts';

/** The type of one value. Adds the type import that it needs. */
export function typeText(type: ValueType, int64: Int64Surface, { symbols, imports }: PlanContext): string {
  if (type.kind === 'scalar') return scalarType(type.scalar, int64);
  const { module, name } = symbols.proto(type.fullName);
  return imports.add(module, name, true);
}

function scalarType(scalar: Scalar, int64: Int64Surface): string {
  const { kind } = scalars[scalar];
  switch (kind) {
    case 'int':
    case 'float':
      return 'number';
    case 'int64':
      return int64;
    case 'bool':
      return 'boolean';
    case 'string':
      return 'string';
    case 'bytes':
      return 'Uint8Array';
    default:
      return kind satisfies never;
  }
}

/** The zero of a scalar or enum as an expression; a closed enum's is its first value. */
export function zeroText(type: ValueType, int64: Int64Surface, { enums }: PlanContext): string {
  if (type.kind === 'message') return 'undefined';
  if (type.kind === 'enum') return literal(type.open ? 0 : (enums.get(type.fullName)?.values[0]?.number ?? 0));
  const { kind } = scalars[type.scalar];
  switch (kind) {
    case 'int':
    case 'float':
      return '0';
    case 'int64':
      return int64Text(0n, int64);
    case 'bool':
      return 'false';
    case 'string':
      return "''";
    case 'bytes':
      return 'new Uint8Array(0)';
    default:
      return kind satisfies never;
  }
}

/** A 64-bit integer as its surface writes it: `5n`, `5` or `'5'`. */
export function int64Text(value: bigint, int64: Int64Surface): string {
  return int64 === 'bigint' ? literal(value) : int64 === 'number' ? literal(Number(value)) : literal(String(value));
}

/** A declared default as a reader of the doc comment wants to see it; undefined when there is none. */
export function defaultText(field: Field): string | undefined {
  const value = field.default;
  if (value === undefined) return undefined;
  if (value instanceof Uint8Array) return `bytes [${value.join(', ')}]`;
  return literal(value);
}
