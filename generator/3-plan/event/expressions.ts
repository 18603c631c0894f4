/** Walks type expressions, and reads what stands in a slot: a field, or an argument. */
import type { SpecType, TypeExpr } from '../../ir/event-spec.ts';
import type { Int64Surface, Int64Travel } from '../../ir/scalar.ts';

/** How 64-bit integers travel and surface. */
export interface Int64 {
  readonly travel: Int64Travel;
  readonly surface: Int64Surface;
}

/** Of aliases, which state nothing themselves. */
export const usualInt64: Int64 = { travel: 'number', surface: 'bigint' };

export interface TypedSlot {
  readonly type: TypeExpr;
  readonly int64: Int64;
}

export interface Slot extends TypedSlot {
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** A field's or argument's type, with `undefined` among its alternatives understood as "may be absent". */
export function slotOf(node: {
  readonly type: TypeExpr;
  readonly presence: 'required' | 'optional' | 'unstated';
  readonly nullable: boolean;
  readonly int64: Int64;
}): Slot {
  const alternatives = alternativesOf(node.type);
  const present = alternatives.filter(({ kind }) => kind !== 'undefined');
  return {
    type: present.length === 1 ? present[0]! : { kind: 'union', of: present },
    optional: node.presence !== 'required' || present.length < alternatives.length,
    nullable: node.nullable,
    int64: node.int64,
  };
}

/** The alternatives of a union, nested ones included; any other type alone. */
export function alternativesOf(type: TypeExpr): readonly TypeExpr[] {
  return type.kind === 'union' ? type.of.flatMap(alternativesOf) : [type];
}

/** The expressions that a type is made of, one per field or variant. */
export function slotsOf(node: SpecType, spec: string): readonly TypedSlot[] {
  switch (node.kind) {
    case 'object':
      return node.fields;
    case 'union':
      return node.variants.map(({ type: name }) => ({ type: { kind: 'type', spec, name }, int64: usualInt64 }));
    case 'alias':
      return [{ type: node.type, int64: usualInt64 }];
    default:
      return node satisfies never;
  }
}

/** The expression and all inside it, but not what referenced types hold. */
export function* parts(type: TypeExpr): Generator<TypeExpr> {
  yield type;
  if (type.kind === 'list') yield* parts(type.of);
  else if (type.kind === 'map') yield* parts(type.value);
  else if (type.kind === 'union') for (const one of type.of) yield* parts(one);
}
