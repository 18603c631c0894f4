/** Arbitrary values of the types of a spec, as they are in memory. */
import * as fc from 'fast-check';
import type { EventSpec, SpecObject, SpecType, TypeExpr } from '../../../ir/event-spec.ts';
import { scalars, type Scalar } from '../../../ir/scalar.ts';
import { type Int64, slotOf, usualInt64 } from '../expressions.ts';

const text = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  fc.constantFrom('', '"', '\\', '\u0000', '\ud800', '\udfff\ud800', '\u2028', '__proto__'),
);
const edges = [0n, 1n, -1n, 9007199254740993n, -9007199254740993n, 9223372036854775807n, -9223372036854775808n];
const int64 = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
const uint64 = fc.oneof(fc.constantFrom(0n, 2n ** 64n - 1n), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
const double = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Numbers in free JSON: an integer that is not safe is a bigint there. */
const jsonNumber = fc.oneof(
  fc.maxSafeInteger(),
  double.filter((value) => !Number.isInteger(value)),
  int64.filter(unsafe),
);
const { json, jsonObject } = fc.letrec<{ json: unknown; jsonObject: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    text,
    fc.boolean(),
    fc.constant(null),
    jsonNumber,
    fc.array(tie('json'), { maxLength: 3 }),
    tie('jsonObject'),
  ),
  jsonObject: fc.dictionary(text, tie('json'), { maxKeys: 3, noNullPrototype: true }),
}));

function unsafe(value: bigint): boolean {
  return !Number.isSafeInteger(Number(value));
}

export class SpecValues {
  readonly #spec: EventSpec;

  constructor(spec: EventSpec) {
    this.#spec = spec;
  }

  type(name: string, depth = 0): fc.Arbitrary<unknown> {
    const node = this.#spec.types.find((one) => one.name === name)!;
    return this.#node(node, depth);
  }

  /** Events with their arguments. */
  event(): fc.Arbitrary<{ event: string; args: unknown[] }> {
    return fc.oneof(
      ...this.#spec.events.map((event) =>
        fc
          .tuple(...event.arguments.map((argument) => this.#slot(argument, 0)))
          .map((args) => ({ event: event.name, args: args as unknown[] })),
      ),
    );
  }

  #node(node: SpecType, depth: number): fc.Arbitrary<unknown> {
    switch (node.kind) {
      case 'alias':
        return this.#expr(node.type, usualInt64, depth);
      case 'object':
        return this.#object(node, depth);
      case 'union': {
        const finite = node.variants.filter((variant) => depth <= 3 || !this.#requiresOthers(variant.type));
        const variants = finite.map((variant) => this.type(variant.type, depth));
        const other = fc
          .tuple(
            jsonObject,
            text.filter((value) => value !== 'said' && !value.startsWith('failed:')),
          )
          .map(([object, value]) => ({ ...(object as object), [node.discriminant]: value }));
        return fc.oneof(...variants, ...(node.open ? [other] : []));
      }
      default:
        return node satisfies never;
    }
  }

  #requiresOthers(name: string): boolean {
    const node = this.#spec.types.find((one) => one.name === name);
    return (
      node?.kind === 'object' && node.fields.some((field) => field.type.kind === 'type' && !slotOf(field).optional)
    );
  }

  #object(node: SpecObject, depth: number): fc.Arbitrary<unknown> {
    const names = new Set(node.fields.map((field) => field.name));
    const fields = fc.tuple(...node.fields.map((field) => this.#slot(field, depth + 1)));
    const others = node.open ? jsonObject : fc.constant({});
    return fc.tuple(fields, others).map(([values, extra]) => ({
      ...Object.fromEntries(node.fields.map((field, index) => [field.name, values[index]])),
      ...Object.fromEntries(Object.entries(extra as object).filter(([key]) => !names.has(key))),
    }));
  }

  #slot(node: Parameters<typeof slotOf>[0], depth: number): fc.Arbitrary<unknown> {
    const slot = slotOf(node);
    if (slot.optional && depth > 3) return fc.constant(undefined);
    const value = this.#expr(slot.type, slot.int64, depth);
    return fc.oneof(
      { weight: 4, arbitrary: value },
      ...(slot.optional ? [{ weight: 1, arbitrary: fc.constant(undefined) }] : []),
      ...(slot.nullable ? [{ weight: 1, arbitrary: fc.constant(null) }] : []),
    );
  }

  #expr(type: TypeExpr, int64Of: Int64, depth: number): fc.Arbitrary<unknown> {
    switch (type.kind) {
      case 'scalar':
        return scalarValue(type.scalar, int64Of);
      case 'number':
        return double;
      case 'json':
        return json;
      case 'json-object':
        return jsonObject;
      case 'long-object':
        return fc.record({ low: fc.integer(), high: fc.integer(), unsigned: fc.boolean() }, { noNullPrototype: true });
      case 'literal':
        return fc.constant(type.value);
      case 'prefix':
        return text.map((rest) => type.value + rest);
      case 'list':
        return fc.array(this.#expr(type.of, int64Of, depth + 1), { maxLength: depth > 3 ? 0 : 3 });
      case 'map': {
        const item = this.#expr(type.value, int64Of, depth + 1);
        return fc.dictionary(keyValue(type.key), item, { maxKeys: 3, noNullPrototype: true });
      }
      case 'union':
        return fc.oneof(...type.of.map((one) => this.#expr(one, int64Of, depth)));
      case 'type':
        return this.type(type.name, depth);
      case 'spec-enum': {
        const node = this.#spec.enums.find(({ name }) => name === type.name)!;
        const values = node.members.map(({ value, match }) => (match === 'prefix' ? `${value}!` : value));
        const members = fc.constantFrom(...values.filter((value) => type.width !== 'uint32' || Number(value) >= 0));
        const others = node.valueKind === 'string' ? text : type.width === 'uint32' ? fc.nat() : fc.maxSafeInteger();
        return node.open ? fc.oneof(members, others) : members;
      }
      case 'enum':
        return fc.oneof(fc.constantFrom(0, 1), fc.integer());
      case 'message':
        return fc.record({ text: fc.string(), at: int64 }, { noNullPrototype: true });
      case 'undefined':
        return fc.constant(undefined);
      default:
        return type satisfies never;
    }
  }
}

function scalarValue(scalar: Scalar, { surface }: Int64): fc.Arbitrary<unknown> {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'string':
      return text;
    case 'bool':
      return fc.boolean();
    case 'bytes':
      return fc.uint8Array({ maxLength: 8 });
    case 'float':
      return scalar === 'float' ? fc.float({ noNaN: true, noDefaultInfinity: true }) : double;
    case 'int':
      return signed ? fc.integer() : fc.integer({ min: 0, max: 2 ** 32 - 1 });
    case 'int64':
      if (surface === 'number') return signed ? fc.maxSafeInteger() : fc.maxSafeNat();
      return (signed ? int64 : uint64).map((value) => (surface === 'string' ? String(value) : value));
    default:
      return kind satisfies never;
  }
}

function keyValue(key: Scalar): fc.Arbitrary<string> {
  const { kind } = scalars[key];
  if (kind === 'bool') return fc.constantFrom('true', 'false');
  if (kind === 'int') return fc.integer().map(String);
  return kind === 'int64' ? int64.map(String) : text;
}
