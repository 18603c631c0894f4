/** What the types of a spec hold, directly and indirectly: which may hold themselves, and which look in JSON as in memory. */
import type { EventSpec, SpecType, TypeExpr } from '../../ir/event-spec.ts';
import { scalars } from '../../ir/scalar.ts';
import { type Int64, parts, slotsOf, type TypedSlot } from './expressions.ts';

export interface TypeGraph {
  /** May a value of the type hold another of the same type? */
  isRecursive(name: string): boolean;
  /** May a value of either type hold one of the other? */
  areEntwined(a: string, b: string): boolean;
  /** Is the JSON form of the slot's type the type itself? */
  isPlain(slot: TypedSlot): boolean;
  /** The same of a named type of the spec. */
  isPlainType(name: string): boolean;
}

export function typeGraph(spec: EventSpec): TypeGraph {
  const types = new Map(spec.types.map((node) => [node.name, node]));
  const holds = new Map(spec.types.map((node) => [node.name, references(node, spec)]));
  const reachable = new Map<string, ReadonlySet<string>>();
  const reach = (name: string): ReadonlySet<string> => {
    const known = reachable.get(name);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const open = [...(holds.get(name) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(holds.get(next) ?? []));
    }
    reachable.set(name, seen);
    return seen;
  };
  const plain = new Map<string, boolean>();
  const isPlainType = (name: string): boolean => {
    const known = plain.get(name);
    if (known !== undefined) return known;
    const found = [name, ...reach(name)].every((one) => {
      const node = types.get(one);
      if (node?.kind === 'union' && node.open) return false;
      return node !== undefined && slotsOf(node, spec.name).every((slot) => isPlainSlot(slot, spec.name, () => true));
    });
    plain.set(name, found);
    return found;
  };
  return {
    isRecursive: (name) => reach(name).has(name),
    areEntwined: (a, b) => reach(a).has(b) && reach(b).has(a),
    isPlain: (slot) => isPlainSlot(slot, spec.name, isPlainType),
    isPlainType,
  };
}

function references(node: SpecType, spec: EventSpec): readonly string[] {
  const names = new Set<string>();
  for (const { type } of slotsOf(node, spec.name)) {
    for (const part of parts(type)) if (part.kind === 'type' && part.spec === spec.name) names.add(part.name);
  }
  return [...names];
}

/** @param isPlainType - Of a referenced type of the same spec. */
function isPlainSlot({ type, int64 }: TypedSlot, spec: string, isPlainType: (name: string) => boolean): boolean {
  return [...parts(type)].every((part) => {
    // Of another spec, nothing is known here: its JSON type is named as such.
    if (part.kind === 'type') return part.spec === spec && isPlainType(part.name);
    return isPlainPart(part, int64);
  });
}

function isPlainPart(part: TypeExpr, { travel, surface }: Int64): boolean {
  switch (part.kind) {
    case 'scalar':
      return scalars[part.scalar].kind === 'int64' ? travel === surface : scalars[part.scalar].kind !== 'bytes';
    case 'json':
    case 'json-object':
    case 'message':
    case 'enum':
      return false;
    default:
      return true;
  }
}
