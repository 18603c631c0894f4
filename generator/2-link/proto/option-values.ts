/** Values of options: typed by the field of the options message that they set, JSON-like in the result. */
import type { FieldDecl, OptionValueDecl } from '../../ir/proto-source.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import { boundsOf, type FieldType } from './types.ts';

/** What a value ought to have been, when it is not. */
export interface Misfit {
  readonly expected: string;
}

interface Fit {
  readonly value: unknown;
}

/** Converts an aggregate of a known message; reports by itself. */
export type ReadAggregate = (value: Extract<OptionValueDecl, { kind: 'aggregate' }>) => unknown;

/**
 * One value of a known type. Numbers beyond 2^53 become decimal strings, bytes base64, enum values their names, infinite
 * numbers and NaN the words that ProtoJSON has for them.
 */
export function typedValue(value: OptionValueDecl, type: FieldType, aggregate: ReadAggregate): Fit | Misfit {
  switch (type.kind) {
    case 'scalar':
      return scalarValue(value, type.scalar);
    case 'enum': {
      const { values } = type.symbol.decl;
      if (value.kind === 'word' && values.some(({ name }) => name.text === value.text)) return { value: value.text };
      return { expected: `a value of the enum ${type.symbol.fullName}` };
    }
    case 'message':
      if (value.kind === 'aggregate') return { value: aggregate(value) };
      return { expected: `a value of the message ${type.symbol.fullName} in braces` };
    default:
      return type satisfies never;
  }
}

function scalarValue(value: OptionValueDecl, scalar: Scalar): Fit | Misfit {
  const { kind } = scalars[scalar];
  switch (kind) {
    case 'bool':
      if (value.kind === 'word' && /^(?:true|false)$/.test(value.text)) return { value: value.text === 'true' };
      return { expected: 'true or false' };
    case 'string':
      return value.kind === 'string' ? { value: value.text } : { expected: 'a quoted string' };
    case 'bytes':
      if (value.kind === 'string') return { value: Buffer.from(value.bytes).toString('base64') };
      return { expected: 'a quoted string' };
    case 'float': {
      const number = floatOf(value);
      return number === undefined ? { expected: 'a number' } : { value: jsonNumber(number) };
    }
    case 'int':
    case 'int64': {
      const number = integerOf(value, scalar);
      if (number === undefined) return { expected: `an integer that fits ${scalar}` };
      return { value: jsonInteger(number) };
    }
    default:
      return kind satisfies never;
  }
}

/** An integer within the bounds of its type. */
export function integerOf(value: OptionValueDecl, scalar: Scalar): bigint | undefined {
  const bounds = boundsOf(scalar);
  const integer = value.kind === 'float' && Object.is(value.value, -0) ? 0n : undefined;
  const number = value.kind === 'integer' ? value.value : integer;
  if (number === undefined || bounds === undefined) return undefined;
  return number >= bounds.min && number <= bounds.max ? number : undefined;
}

export function floatOf(value: OptionValueDecl): number | undefined {
  if (value.kind === 'integer') return Number(value.value);
  if (value.kind === 'float') return value.value;
  if (value.kind !== 'word') return undefined;
  if (/^inf(?:inity)?$/i.test(value.text)) return Infinity;
  return /^nan$/i.test(value.text) ? Number.NaN : undefined;
}

/** A value whose type is not known, as it was written. */
export function untypedValue(value: OptionValueDecl): unknown {
  switch (value.kind) {
    case 'word':
      return value.text === 'true' || value.text === 'false' ? value.text === 'true' : value.text;
    case 'string':
      return value.text;
    case 'integer':
      return jsonInteger(value.value);
    case 'float':
      return jsonNumber(value.value);
    case 'list':
      return value.values.map((each) => untypedValue(each));
    case 'aggregate': {
      const object = Object.create(null) as Record<string, unknown>;
      for (const { name, key, value: inner } of value.fields) {
        const member = key === 'field' ? name.text : `[${name.text}]`;
        const before = object[member];
        const next = untypedValue(inner);
        // A field that is named twice is a list; nothing else tells a list of one.
        object[member] = before === undefined ? next : [before, next].flat();
      }
      return object;
    }
    default:
      return value satisfies never;
  }
}

function jsonInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** The kind of a value as messages name it. */
export function describe(value: OptionValueDecl): string {
  switch (value.kind) {
    case 'word':
      return value.text;
    case 'integer':
    case 'float':
      return String(value.value);
    case 'string':
      return 'a string';
    case 'list':
      return 'a list';
    case 'aggregate':
      return 'a message';
    default:
      return value satisfies never;
  }
}

/** The field of a message that an aggregate or an option path names; groups answer to both of their names. */
export function fieldNamed(fields: readonly FieldDecl[], name: string): FieldDecl | undefined {
  return fields.find((field) => field.name.text === name || (field.group && field.type.text === name));
}
