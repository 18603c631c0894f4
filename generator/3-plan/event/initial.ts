/** What `createX` fills in for a member that is of a named type. */
import type { SpecType, TypeExpr } from '../../ir/event-spec.ts';
import type { Expression } from '../../ir/view/code.ts';
import { atom, call } from './build.ts';
import { alternativesOf, slotOf, usualInt64 } from './expressions.ts';
import { type SpecContext, typeKey } from './spec-context.ts';

type TypeReference = Extract<TypeExpr, { kind: 'type' }>;

/** A call that makes one; undefined where no finite value exists, or only a caller can give one. */
export function initialOf(type: TypeReference, context: SpecContext): Expression | undefined {
  if (!isMakeable(type, context, [])) return undefined;
  const node = context.specTypes.get(typeKey(type.spec, type.name));
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'object': {
      const { module, name } = context.symbols.spec(type.spec, type.name);
      return call(atom(context.imports.add(module, `create${name}`, false)));
    }
    case 'union': {
      const variants = node.variants.map((one): TypeReference => ({ kind: 'type', spec: type.spec, name: one.type }));
      const first = variants.find((variant) => isMakeable(variant, context, [node]));
      return first === undefined ? undefined : initialOf(first, context);
    }
    case 'alias':
      return context.codecOf({ type: node.type, int64: usualInt64 }, context).initial();
    default:
      return node satisfies never;
  }
}

/** Can a value be made without the caller? Not of a type that requires itself, nor of a union without variants. */
export function isMakeable(type: TypeExpr, context: SpecContext, path: readonly SpecType[]): boolean {
  if (type.kind === 'union') return alternativesOf(type).some((one) => isMakeable(one, context, path));
  if (type.kind !== 'type') return true;
  const node = context.specTypes.get(typeKey(type.spec, type.name));
  if (node === undefined || path.includes(node)) return false;
  const below = [...path, node];
  switch (node.kind) {
    case 'object':
      return node.fields
        .map(slotOf)
        .every((slot) => slot.optional || slot.nullable || isMakeable(slot.type, context, below));
    case 'union':
      return node.variants.some((one) => isMakeable({ kind: 'type', spec: type.spec, name: one.type }, context, below));
    case 'alias':
      return isMakeable(node.type, context, below);
    default:
      return node satisfies never;
  }
}
