/** Reports aliases that stand for themselves, and objects that can never be complete. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { EventSpec, SpecType, TypeExpr } from '../../ir/event-spec.ts';

export function checkCycles(spec: EventSpec, report: (diagnostic: Diagnostic) => void): void {
  const types = new Map(spec.types.map((type) => [type.name, type]));
  const own = (names: readonly string[]): readonly SpecType[] => names.flatMap((name) => types.get(name) ?? []);
  const aliases = (type: SpecType): readonly SpecType[] =>
    type.kind === 'alias' ? own(alternatives(type.type, spec.name)).filter(({ kind }) => kind === 'alias') : [];
  const looped = new Set<string>();
  for (const type of onCycles(spec.types, aliases)) {
    looped.add(type.name);
    report(diagnose('WM3109', type.origin, { name: type.name }));
  }
  const needs = (type: SpecType): readonly SpecType[] => (looped.has(type.name) ? [] : own(needed(type, spec.name)));
  for (const type of onCycles(spec.types, needs)) report(diagnose('WM3110', type.origin, { name: type.name }));
}

/** Types of the spec that an expression may be, lists and maps aside. */
function alternatives(expr: TypeExpr, spec: string): readonly string[] {
  if (expr.kind === 'type') return expr.spec === spec ? [expr.name] : [];
  return expr.kind === 'union' ? expr.of.flatMap((each) => alternatives(each, spec)) : [];
}

/** Types without which a value of the type cannot be complete. */
function needed(type: SpecType, spec: string): readonly string[] {
  const certain = (expr: TypeExpr): readonly string[] => {
    const names = alternatives(expr, spec);
    // Of several alternatives, another one can end the nesting.
    return expr.kind === 'union' && expr.of.length > 1 ? [] : names;
  };
  switch (type.kind) {
    case 'object':
      return type.fields
        .filter(({ presence, nullable }) => presence === 'required' && !nullable)
        .flatMap((field) => certain(field.type));
    case 'alias':
      return certain(type.type);
    case 'union':
      return new Set(type.variants.map((variant) => variant.type)).size === 1 ? [type.variants[0]!.type] : [];
    default:
      return type satisfies never;
  }
}

/** The types that lie on a cycle, found without recursion: chains from hostile specs can be long. */
function onCycles(types: readonly SpecType[], next: (type: SpecType) => readonly SpecType[]): readonly SpecType[] {
  // Take away, again and again, what needs nothing that is left: what remains leads into a cycle.
  const waiting = new Map(types.map((type) => [type, new Set(next(type))]));
  const users = new Map<SpecType, SpecType[]>();
  for (const [type, needs] of waiting) {
    for (const each of needs) users.set(each, [...(users.get(each) ?? []), type]);
  }
  const free = types.filter((type) => waiting.get(type)!.size === 0);
  for (let type = free.pop(); type !== undefined; type = free.pop()) {
    waiting.delete(type);
    for (const user of users.get(type) ?? []) {
      const needs = waiting.get(user);
      if (needs?.delete(type) && needs.size === 0) free.push(user);
    }
  }
  return types.filter((type) => waiting.has(type));
}
