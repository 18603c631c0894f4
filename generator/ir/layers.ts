/** Says which layers of an event spec a type or enum belongs to: documents' words, what is generated, what was seen. */
import type { EventSpec, SpecArgument, TypeExpr } from './event-spec.ts';

export type Layer = 'declared' | 'interpreted' | 'observed';

/**
 * The layers of every type and enum of a spec, by name. What a document names is interpreted whether it is used or not; a
 * derived shape belongs to the layers that lead to it, and a shape without any is used nowhere.
 */
export function layersOf(spec: EventSpec): ReadonlyMap<string, ReadonlySet<Layer>> {
  const layers = new Map<string, Set<Layer>>();
  const uses = usesOf(spec);
  const mark = (start: readonly string[], layer: Layer): void => {
    const pending = [...start];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const known = layers.get(name) ?? new Set<Layer>();
      layers.set(name, known);
      if (known.has(layer)) continue;
      known.add(layer);
      pending.push(...(uses.get(name)?.interpreted ?? []));
      if (layer !== 'interpreted') pending.push(...(uses.get(name)?.[layer] ?? []));
    }
  };
  const named = (args: readonly SpecArgument[]): string[] => args.flatMap(({ type }) => names(type, spec.name));
  const documented = [...spec.types, ...spec.enums].filter(({ standing }) => standing === 'documented');
  mark(
    documented.map(({ name }) => name),
    'interpreted',
  );
  for (const callback of spec.callbacks) mark(named(callback.arguments), 'interpreted');
  for (const event of spec.events) {
    mark(named(event.arguments), 'interpreted');
    mark(named(event.declared), 'declared');
    mark(named(event.observed?.arguments ?? []), 'observed');
  }
  for (const layer of ['declared', 'observed'] as const) {
    for (const [name, { [layer]: used }] of uses) if (layers.has(name)) mark(used, layer);
  }
  return layers;
}

type Uses = Readonly<Record<Layer, readonly string[]>>;

/** What each type names in each layer of its fields. */
function usesOf({ types, name: spec }: EventSpec): ReadonlyMap<string, Uses> {
  return new Map(
    types.map((type) => {
      if (type.kind === 'alias')
        return [type.name, { interpreted: names(type.type, spec), declared: [], observed: [] }];
      if (type.kind === 'union') {
        return [type.name, { interpreted: type.variants.map((variant) => variant.type), declared: [], observed: [] }];
      }
      const interpreted = type.fields.flatMap((field) => names(field.type, spec));
      const declared = type.fields.flatMap((field) => (field.declared ? names(field.declared.expr, spec) : []));
      const observed = type.fields.flatMap((field) =>
        (field.observed?.types ?? []).flatMap((each) => names(each, spec)),
      );
      return [type.name, { interpreted, declared, observed }];
    }),
  );
}

/** Types and enums of the spec that an expression names. */
function names(expr: TypeExpr, spec: string): string[] {
  switch (expr.kind) {
    case 'type':
    case 'spec-enum':
      return expr.spec === spec ? [expr.name] : [];
    case 'list':
      return names(expr.of, spec);
    case 'map':
      return names(expr.value, spec);
    case 'union':
      return expr.of.flatMap((each) => names(each, spec));
    case 'scalar':
    case 'number':
    case 'json':
    case 'json-object':
    case 'long-object':
    case 'undefined':
    case 'literal':
    case 'prefix':
    case 'message':
    case 'enum':
      return [];
    default:
      return expr satisfies never;
  }
}
