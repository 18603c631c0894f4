/** What a field is, in the words that compatibility goes by. Source: protobuf.dev/programming-guides/proto3#updating and #json. */
import type { Field, ValueType } from '../../ir/protocol.ts';
import { entryName } from '../map-entries.ts';
import type { Scalar } from '../../ir/scalar.ts';

export type FieldKind = Scalar | 'message' | 'group' | 'enum';

export function kindOf(field: Field): FieldKind {
  if (field.shape.kind === 'map') return 'message';
  if (field.delimited) return 'group';
  const { type } = field.shape;
  return type.kind === 'scalar' ? type.scalar : type.kind;
}

/** Full name of the message or enum; for a map that of its entries, for a scalar `''`. */
export function typeNameOf(field: Field): string {
  if (field.shape.kind === 'map') return field.fullName.replace(/[^.]+$/, entryName(field));
  return fullNameOf(field.shape.type);
}

const fullNameOf = (type: ValueType): string => (type.kind === 'scalar' ? '' : type.fullName);

/** For messages: `message acme.User`. */
export function showType(field: Field): string {
  const { shape } = field;
  const value = shape.type.kind === 'scalar' ? shape.type.scalar : shape.type.fullName;
  if (shape.kind === 'map') return `map<${shape.key}, ${value}>`;
  return field.delimited ? `group ${value}` : value;
}

export type Cardinality =
  | 'optional with explicit presence'
  | 'optional with implicit presence'
  | 'required'
  | 'repeated'
  | 'map';

export function cardinalityOf(field: Field): Cardinality {
  if (field.shape.kind === 'map') return 'map';
  if (field.shape.kind === 'list') return 'repeated';
  if (field.presence === 'required') return 'required';
  return field.presence === 'explicit' ? 'optional with explicit presence' : 'optional with implicit presence';
}

/**
 * Kinds that read one another's bytes, by group. string may become bytes, though not the other way round; an enum and a
 * number agree only while every number is a value of the enum, a message and bytes only while the bytes are that message.
 */
export const wireGroups: Readonly<Record<FieldKind, number>> = {
  int32: 1,
  int64: 1,
  uint32: 1,
  uint64: 1,
  bool: 1,
  sint32: 2,
  sint64: 2,
  string: 3,
  bytes: 4,
  fixed32: 5,
  sfixed32: 5,
  fixed64: 6,
  sfixed64: 6,
  double: 7,
  float: 8,
  group: 9,
  message: 10,
  enum: 11,
};

/** Kinds that read one another's bytes and one another's JSON: 64-bit integers are strings there, booleans words. */
export const wireJsonGroups: Readonly<Record<FieldKind, number>> = {
  int32: 1,
  uint32: 1,
  int64: 2,
  uint64: 2,
  fixed32: 3,
  sfixed32: 3,
  fixed64: 4,
  sfixed64: 4,
  bool: 5,
  sint32: 6,
  sint64: 7,
  string: 8,
  bytes: 9,
  double: 10,
  float: 11,
  group: 12,
  message: 13,
  enum: 14,
};
