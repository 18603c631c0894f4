/**
 * How deep the smallest value of each type of an event spec nests. A union puts its lowest variant first: that one is taken
 * where values must not nest any deeper, and so every value ends.
 */
import type { EventSpec, SpecType, TypeExpr } from '../../../ir/event-spec.ts';
import { slotOf } from '../../event/expressions.ts';
import { typeKey } from '../../event/spec-context.ts';

export interface Heights {
  /** Infinite for a type that has no finite value. */
  of(type: TypeExpr): number;
}

export function heightsOf(specs: readonly EventSpec[]): Heights {
  const nodes = specs.flatMap((spec) => spec.types.map((node) => ({ spec: spec.name, node })));
  const known = new Map<string, number>();
  const of = (type: TypeExpr): number => {
    switch (type.kind) {
      case 'type':
        return known.get(typeKey(type.spec, type.name)) ?? Number.POSITIVE_INFINITY;
      case 'union':
        return Math.min(...type.of.map(of));
      default:
        return 0;
    }
  };
  const ofNode = (node: SpecType, spec: string): number => {
    switch (node.kind) {
      case 'object':
        return 1 + Math.max(0, ...node.fields.map((field) => (isFree(field) ? 0 : of(slotOf(field).type))));
      case 'union':
        return 1 + Math.min(...node.variants.map(({ type: name }) => of({ kind: 'type', spec, name })));
      case 'alias':
        return of(node.type);
      default:
        return node satisfies never;
    }
  };
  // Each round settles at least one more type, until none changes.
  for (let changed = true; changed;) {
    changed = false;
    for (const { spec, node } of nodes) {
      const key = typeKey(spec, node.name);
      const height = ofNode(node, spec);
      if (height < (known.get(key) ?? Number.POSITIVE_INFINITY)) {
        known.set(key, height);
        changed = true;
      }
    }
  }
  return { of };
}

const isFree = (field: Parameters<typeof slotOf>[0]): boolean => slotOf(field).optional || field.nullable;
