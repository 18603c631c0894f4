/** All that the oracle knows of proto scalars: one row each. Source: protobuf.dev, encoding and language guides. */
import type { Scalar } from '../../model/descriptor.gen.ts';

/** Wire types as they stand in the low three bits of a tag; 6 and 7 do not exist. */
export const wireType = { varint: 0, fixed64: 1, length: 2, startGroup: 3, endGroup: 4, fixed32: 5 } as const;
export type WireType = (typeof wireType)[keyof typeof wireType];

/** What a scalar is: `int` rows have a range, `wide` ones are decimal strings in canonical values. */
export interface ScalarInfo {
  readonly scalar: Scalar;
  readonly wire: 0 | 1 | 2 | 5;
  readonly family: 'int' | 'float' | 'bool' | 'string' | 'bytes';
  /** 64-bit integers; a double is not wide. */
  readonly wide: boolean;
  readonly zigzag: boolean;
  /** Inclusive; 0 for what is no integer. */
  readonly min: bigint;
  readonly max: bigint;
}

const int = (scalar: Scalar, wire: 0 | 1 | 5, range: readonly [bits: number, signed: boolean]): ScalarInfo => {
  const [bits, signed] = range;
  const span = 1n << BigInt(signed ? bits - 1 : bits);
  const zigzag = scalar.startsWith('sint');
  return { scalar, wire, family: 'int', wide: bits === 64, zigzag, min: signed ? -span : 0n, max: span - 1n };
};

const other = (scalar: Scalar, wire: 0 | 1 | 2 | 5, family: ScalarInfo['family']): ScalarInfo => ({
  scalar,
  wire,
  family,
  wide: false,
  zigzag: false,
  min: 0n,
  max: 0n,
});

/** Every scalar by its name. */
export const scalars: Readonly<Record<Scalar, ScalarInfo>> = {
  double: other('double', 1, 'float'),
  float: other('float', 5, 'float'),
  int32: int('int32', 0, [32, true]),
  int64: int('int64', 0, [64, true]),
  uint32: int('uint32', 0, [32, false]),
  uint64: int('uint64', 0, [64, false]),
  sint32: int('sint32', 0, [32, true]),
  sint64: int('sint64', 0, [64, true]),
  fixed32: int('fixed32', 5, [32, false]),
  fixed64: int('fixed64', 1, [64, false]),
  sfixed32: int('sfixed32', 5, [32, true]),
  sfixed64: int('sfixed64', 1, [64, true]),
  bool: other('bool', 0, 'bool'),
  string: other('string', 2, 'string'),
  bytes: other('bytes', 2, 'bytes'),
};
