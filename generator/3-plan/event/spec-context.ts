/** What the planning of one event spec needs: its names, and what its types hold. */
import type { EventSpec, SpecEnum, SpecType } from '../../ir/event-spec.ts';
import type { Identifier } from '../../ir/printable.ts';
import type { RecursiveNames } from '../../ir/view/event-view.ts';
import type { PlanContext } from '../context.ts';
import type { Codec } from './codec.ts';
import type { TypedSlot } from './expressions.ts';
import { type TypeGraph, typeGraph } from './graph.ts';
import { eventLocals } from './runtime-names.ts';

export interface SpecContext extends PlanContext {
  readonly spec: EventSpec;
  readonly graph: TypeGraph;
  /** Names that the module keeps to itself, by type. */
  readonly locals: ReadonlyMap<string, TypeLocals>;
  /** Types of all specs, by `typeKey`. */
  readonly specTypes: ReadonlyMap<string, SpecType>;
  /** Enums of all specs, by `typeKey`. */
  readonly specEnums: ReadonlyMap<string, SpecEnum>;
  /** The codec of any type expression; handed in, as codecs of named types and of expressions need each other. */
  readonly codecOf: (slot: TypedSlot, context: SpecContext) => Codec;
  /** Name of the type that is being planned; `''` outside of types. */
  readonly owner: string;
}

export interface TypeLocals {
  /** Its validation rule. */
  readonly rule: Identifier;
  /** The set of its members, of objects. */
  readonly listed: Identifier;
  readonly recursive: RecursiveNames | undefined;
}

/** A type's or enum's place in tables of all specs. */
export const typeKey = (spec: string, name: string): string => JSON.stringify([spec, name]);

export function specContext(spec: EventSpec, context: PlanContext, codecOf: SpecContext['codecOf']): SpecContext {
  const graph = typeGraph(spec);
  context.scope.reserve(eventLocals);
  const { specs } = context.protocol;
  return {
    ...context,
    spec,
    graph,
    locals: new Map(spec.types.map(({ name }) => [name, typeLocals(name, { spec, context, graph })])),
    specTypes: new Map(specs.flatMap((one) => one.types.map((node) => [typeKey(one.name, node.name), node]))),
    specEnums: new Map(specs.flatMap((one) => one.enums.map((node) => [typeKey(one.name, node.name), node]))),
    codecOf,
    owner: '',
  };
}

function typeLocals(
  typeName: string,
  { spec, context, graph }: { spec: EventSpec; context: PlanContext; graph: TypeGraph },
): TypeLocals {
  const { name } = context.symbols.spec(spec.name, typeName);
  const base = name.charAt(0).toLowerCase() + name.slice(1);
  const claim = (text: string): Identifier => context.scope.claim(text);
  return {
    rule: claim(`${base}Rule`),
    listed: claim(`${base}Members`),
    recursive: graph.isRecursive(typeName)
      ? {
          fromJson: claim(`${base}FromJson`),
          toJson: claim(`${base}ToJson`),
          toText: claim(`${base}ToText`),
          is: claim(`is${name}Within`),
        }
      : undefined,
  };
}
