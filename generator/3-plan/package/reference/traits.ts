/** Traits of messages, types, enums and events: what is particular about them, and so which clauses speak of them. */
import type { SpecEnum, SpecEvent, SpecType, TypeExpr } from '../../../ir/event-spec.ts';
import type { Field, Message, ProtoEnum } from '../../../ir/protocol.ts';
import { scalars, type Scalar } from '../../../ir/scalar.ts';
import { parts } from '../../event/expressions.ts';
import type { Trait } from './clauses.ts';

export function messageTraits({ fields, fullName }: Message): Set<Trait> {
  const own = /^google\.protobuf\.(\w+)$/.exec(fullName)?.[1] ?? '';
  const traits = new Set<Trait>(['message']);
  if (Object.hasOwn(wellKnown, own)) traits.add(wellKnown[own]!);
  for (const field of fields) for (const trait of fieldTraits(field)) traits.add(trait);
  return traits;
}

const wellKnown: Readonly<Record<string, Trait>> = {
  Timestamp: 'timestamp',
  Duration: 'duration',
  FieldMask: 'fieldMask',
  Struct: 'struct',
  Value: 'struct',
  ListValue: 'struct',
  Any: 'any',
  ...Object.fromEntries(
    ['Double', 'Float', 'Int32', 'Int64', 'UInt32', 'UInt64', 'Bool', 'String', 'Bytes'].map((name) => [
      `${name}Value`,
      'wrapper' as const,
    ]),
  ),
};

function* fieldTraits({ shape, presence, packed, delimited, oneof }: Field): Generator<Trait> {
  const { type } = shape;
  if (type.kind === 'scalar') yield* scalarTraits(type.scalar);
  if (type.kind === 'enum') yield* ['enum', type.open ? 'open' : 'closed'] as const;
  if (type.kind === 'message') {
    yield delimited ? 'group' : 'nested';
    const known = /^google\.protobuf\.(\w+)$/.exec(type.fullName)?.[1] ?? '';
    if (Object.hasOwn(wellKnown, known)) yield wellKnown[known]!;
  }
  if (shape.kind === 'map') yield* ['map', ...scalarTraits(shape.key)] as const;
  if (shape.kind === 'list') yield 'list';
  if (packed) yield 'packed';
  if (oneof !== undefined) yield 'oneof';
  else if (shape.kind === 'singular' && type.kind !== 'message') yield presence;
}

function* scalarTraits(scalar: Scalar): Generator<Trait> {
  const { kind, wireType } = scalars[scalar];
  if (kind === 'int' || kind === 'int64') {
    yield scalar.startsWith('s') && wireType === 0 ? 'zigzag' : wireType === 0 ? 'int' : 'fixed';
    if (kind === 'int64') yield 'int64';
  } else yield kind;
}

export const enumTraits = (node: ProtoEnum | SpecEnum): readonly Trait[] =>
  node.kind === 'enum' ? ['enum', node.open ? 'open' : 'closed'] : ['typeEnum'];

export function typeTraits(node: SpecType): Set<Trait> {
  const traits = new Set<Trait>(['type']);
  const see = (type: TypeExpr): void => {
    for (const kind of exprKinds(type)) traits.add(`type${kind}`);
  };
  if (node.kind === 'union') traits.add('typeUnion');
  if (node.kind === 'alias') see(node.type);
  if (node.kind === 'object') {
    for (const { type, presence } of node.fields) {
      see(type);
      traits.add(presence === 'required' ? 'typeRequired' : 'typePresence');
    }
  }
  return traits;
}

export function eventTraits(node: SpecEvent): Set<Trait> {
  const traits = new Set<Trait>(['event']);
  for (const { type, presence } of node.arguments) {
    traits.add('args');
    if (presence !== 'required') traits.add('argPresence');
    for (const kind of exprKinds(type)) traits.add(`arg${kind}`);
  }
  return traits;
}

function* exprKinds(type: TypeExpr): Generator<'Int64' | 'Enum' | 'Union'> {
  for (const part of parts(type)) {
    if (part.kind === 'scalar' && scalars[part.scalar].kind === 'int64') yield 'Int64';
    if (part.kind === 'spec-enum' || part.kind === 'enum') yield 'Enum';
    if (part.kind === 'union') yield 'Union';
  }
}
