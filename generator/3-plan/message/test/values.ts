/** Random messages of a protocol, as plain data of the shape that generated code takes. */
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Field, Message, Protocol, ValueType } from '../../../ir/protocol.ts';
import { scalars, type Int64Surface, type Scalar } from '../../../ir/scalar.ts';
import { propertyNames } from '../property-names.ts';

type Plain = Record<string, unknown>;

export class Values {
  readonly #messages: ReadonlyMap<string, Message>;
  readonly #enums: ReadonlyMap<string, readonly number[]>;

  constructor(protocol: Protocol) {
    this.#messages = new Map(protocol.files.flatMap((file) => file.messages.map((node) => [node.fullName, node])));
    this.#enums = new Map(
      protocol.files.flatMap((file) => file.enums.map((node) => [node.fullName, node.values.map((v) => v.number)])),
    );
  }

  /** @param depth - Levels of messages below this one. */
  message(fullName: string, depth = 2): Arbitrary<Plain> {
    const node = this.#messages.get(fullName)!;
    const names = propertyNames(node);
    const entries: [string, Arbitrary<unknown>][] = [];
    const seen = new Set<string>();
    for (const field of node.fields) {
      if (field.oneof === undefined) entries.push([names.get(field.name)!, this.#field(field, depth)]);
      else if (!seen.has(field.oneof)) {
        seen.add(field.oneof);
        const cases = node.fields.filter(
          (other) => other.oneof === field.oneof && (depth > 0 || other.shape.type.kind !== 'message'),
        );
        const choices = cases.map((each) =>
          this.#value(each.shape.type, each, depth).map((value) => ({ case: names.get(each.name)!, value })),
        );
        entries.push([names.get(`oneof ${field.oneof}`)!, fc.oneof(fc.constant(undefined), ...choices)]);
      }
    }
    return fc.tuple(...entries.map(([, arbitrary]) => arbitrary)).map((values) => {
      const plain: Plain = {};
      for (const [index, [name]] of entries.entries()) plain[name] = values[index];
      return plain;
    });
  }

  #field(field: Field, depth: number): Arbitrary<unknown> {
    const { shape, presence } = field;
    const leaf = shape.type.kind === 'message' && depth <= 0;
    switch (shape.kind) {
      case 'singular':
        if (presence === 'required') return this.#value(shape.type, field, depth);
        if (leaf) return fc.constant(undefined);
        if (presence === 'explicit')
          return fc.option(this.#value(shape.type, field, depth), { nil: undefined, freq: 2 });
        return fc.oneof(this.#value(shape.type, field, depth), fc.constant(this.#zero(shape.type, field)));
      case 'list':
        return leaf ? fc.constant([]) : fc.array(this.#value(shape.type, field, depth), { maxLength: 3 });
      case 'map':
        if (leaf) return fc.constant({});
        return fc
          .array(fc.tuple(this.#key(shape.key), this.#value(shape.type, field, depth)), { maxLength: 3 })
          .map((pairs) => Object.fromEntries(pairs));
      default:
        return shape satisfies never;
    }
  }

  #key(scalar: Scalar): Arbitrary<string> {
    if (scalar === 'string') return fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '1', ''));
    return this.#value({ kind: 'scalar', scalar }, { int64: 'bigint' } as Field, 0).map(String);
  }

  #value(type: ValueType, field: Field, depth: number): Arbitrary<unknown> {
    if (type.kind === 'message') return this.message(type.fullName, depth - 1);
    if (type.kind === 'enum') {
      const known = fc.constantFrom(...this.#enums.get(type.fullName)!);
      return type.open ? fc.oneof(known, fc.integer()) : known;
    }
    return scalarValue(type.scalar, field.int64);
  }

  #zero(type: ValueType, { int64 }: Field): unknown {
    if (type.kind !== 'scalar') return 0;
    const { kind } = scalars[type.scalar];
    if (kind === 'int64') return int64 === 'bigint' ? 0n : int64 === 'number' ? 0 : '0';
    return { int: 0, float: 0, bool: false, string: '', bytes: new Uint8Array(0) }[kind];
  }
}

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ minLength: 30, maxLength: 150 }),
  fc.constantFrom('的一是在不了有和人这中大为上个国', 'ÄÖÜ', '\ufffd', '\ufeff', '\0', '😀'.repeat(20)),
);

function scalarValue(scalar: Scalar, int64: Int64Surface): Arbitrary<unknown> {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'int':
      return signed ? fc.oneof(fc.integer(), fc.integer({ min: -3, max: 300 })) : fc.nat(0xffffffff);
    case 'int64': {
      const bits = fc.oneof(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.bigInt({ min: 0n, max: 300n }));
      const wide = bits.map((value) => (signed ? BigInt.asIntN(64, value) : value));
      if (int64 === 'bigint') return wide;
      if (int64 === 'string') return wide.map(String);
      return signed ? fc.maxSafeInteger() : fc.maxSafeNat();
    }
    case 'float':
      return scalar === 'float' ? fc.float() : fc.double();
    case 'bool':
      return fc.boolean();
    case 'string':
      return text;
    case 'bytes':
      return fc.uint8Array({ maxLength: 80 });
    default:
      return kind satisfies never;
  }
}
