/** Everything that is known of scalar types, in one table. Source: protobuf.dev/programming-guides/encoding and /json. */

export type WireType = 0 | 1 | 2 | 5;

/** How a value of the scalar looks in TypeScript, before the int64 surface is chosen. */
export type ScalarKind = 'int' | 'int64' | 'float' | 'bool' | 'string' | 'bytes';

export interface ScalarFacts {
  readonly wireType: WireType;
  readonly kind: ScalarKind;
  readonly signed: boolean;
  /** May a repeated field of it be packed? */
  readonly packable: boolean;
  /** May it be a map key? */
  readonly mapKey: boolean;
}

const fact = (wireType: WireType, kind: ScalarKind, signed: boolean, mapKey: boolean): ScalarFacts => ({
  wireType,
  kind,
  signed,
  packable: wireType !== 2,
  mapKey,
});

export const scalars = {
  double: fact(1, 'float', true, false),
  float: fact(5, 'float', true, false),
  int32: fact(0, 'int', true, true),
  int64: fact(0, 'int64', true, true),
  uint32: fact(0, 'int', false, true),
  uint64: fact(0, 'int64', false, true),
  sint32: fact(0, 'int', true, true),
  sint64: fact(0, 'int64', true, true),
  fixed32: fact(5, 'int', false, true),
  fixed64: fact(1, 'int64', false, true),
  sfixed32: fact(5, 'int', true, true),
  sfixed64: fact(1, 'int64', true, true),
  bool: fact(0, 'bool', false, true),
  string: fact(2, 'string', false, true),
  bytes: fact(2, 'bytes', false, false),
} as const satisfies Record<string, ScalarFacts>;

export type Scalar = keyof typeof scalars;

/** How 64-bit integers surface in TypeScript. `number` throws rather than rounds. */
export const int64Surfaces = ['bigint', 'number', 'string'] as const;
export type Int64Surface = (typeof int64Surfaces)[number];

/** How 64-bit integers travel in the JSON of an event spec. ProtoJSON always writes strings and reads both. */
export type Int64Travel = 'number' | 'string';
