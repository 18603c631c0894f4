/** Arbitraries of the types, arguments and events of an event spec. */
import type { EventSpec, SpecEvent, SpecType, SpecUnion, TypeExpr } from '../../../ir/event-spec.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import { scalars } from '../../../ir/scalar.ts';
import { atom, quoted, verbatim } from '../../event/build.ts';
import { alternativesOf, slotOf, usualInt64, type Int64 } from '../../event/expressions.ts';
import { propertyKey } from '../../text.ts';
import { constant, fc, type Arbitrary, type Builder } from './build.ts';
import type { Heights } from './heights.ts';
import type { Names } from './names.ts';
import { keyArbitrary, scalarArbitrary } from './scalar.ts';

export interface SpecTools {
  readonly names: Names;
  readonly build: Builder;
  readonly heights: Heights;
  readonly protocol: Protocol;
}

export function typeArbitrary(node: SpecType, spec: EventSpec, tools: SpecTools): Arbitrary {
  switch (node.kind) {
    case 'object':
      return tools.build.record(
        node.fields.map((field) => ({ key: propertyKey(field.name), value: slotArbitrary(field, tools) })),
      );
    case 'union':
      return unionArbitrary(node, spec, tools);
    case 'alias':
      return exprArbitrary(node.type, usualInt64, tools);
    default:
      return node satisfies never;
  }
}

/** The arguments of an event; those that may be left out may be undefined. */
export function argumentsArbitrary(event: SpecEvent, tools: SpecTools): Arbitrary {
  const args = event.arguments.map((argument) => slotArbitrary(argument, tools));
  return { code: fc(verbatim('fc.tuple'), ...args.map((one) => one.code)), deep: args.some((one) => one.deep) };
}

function slotArbitrary(node: Parameters<typeof slotOf>[0], tools: SpecTools): Arbitrary {
  const { type, optional, nullable, int64 } = slotOf(node);
  if (alternativesOf(type).length === 0) return constant(atom(verbatim('undefined')));
  const value = exprArbitrary(type, int64, tools);
  const maybeNull = nullable ? tools.build.nullable(value) : value;
  return optional ? tools.build.optional(maybeNull) : maybeNull;
}

function exprArbitrary(type: TypeExpr, int64: Int64, tools: SpecTools): Arbitrary {
  const { build, names } = tools;
  switch (type.kind) {
    case 'scalar':
      return scalarArbitrary(type.scalar, { int64: int64.surface, finite: true }, build);
    case 'number':
      return build.leaf('finite');
    case 'json':
      return build.leaf('json');
    case 'json-object':
      return build.leaf('jsonObject');
    case 'long-object':
      return build.leaf('long');
    case 'undefined':
      return constant(atom(verbatim('undefined')));
    case 'literal':
      return constant(quoted(type.value));
    case 'prefix':
      return build.leaf('prefixed', quoted(type.value));
    case 'list':
      return build.list(exprArbitrary(type.of, int64, tools));
    case 'map':
      return build.map(keyArbitrary(type.key, build), exprArbitrary(type.value, int64, tools));
    case 'union':
      return build.oneOf(lowestFirst(type.of, tools).map((one) => exprArbitrary(one, int64, tools)));
    case 'type':
      return build.made(names.type(type.spec, type.name));
    case 'spec-enum':
      return specEnumArbitrary(type, tools);
    case 'message':
      return build.made(names.message(type.fullName));
    case 'enum':
      return build.leaf('member', atom(names.enum(type.fullName)));
    default:
      return type satisfies never;
  }
}

function lowestFirst(types: readonly TypeExpr[], { heights }: SpecTools): readonly TypeExpr[] {
  return types
    .filter(({ kind }) => kind !== 'undefined')
    .toSorted((a, b) => Math.min(heights.of(a), 1e9) - Math.min(heights.of(b), 1e9));
}

function unionArbitrary(node: SpecUnion, spec: EventSpec, tools: SpecTools): Arbitrary {
  const variants = node.variants.map(({ value, type }) => ({
    value,
    expr: { kind: 'type', spec: spec.name, name: type } as const,
  }));
  const order = lowestFirst(
    variants.map(({ expr }) => expr),
    tools,
  );
  return tools.build.oneOf(
    order.map((expr) => {
      const { value } = variants.find((one) => one.expr === expr)!;
      const made = exprArbitrary(expr, usualInt64, tools);
      if (saysItself(expr.kind === 'type' ? expr.name : '', node.discriminant, spec)) return made;
      const code = tools.build.help('withMember', made.code, quoted(node.discriminant), quoted(value));
      return { code, deep: true };
    }),
  );
}

/** Does the variant's own type say what its discriminant is? */
function saysItself(type: string, discriminant: string, spec: EventSpec): boolean {
  const node = spec.types.find((one) => one.name === type);
  if (node?.kind !== 'object') return false;
  const kind = node.fields.find((field) => field.name === discriminant)?.type.kind;
  return kind === 'literal' || kind === 'prefix';
}

function specEnumArbitrary(
  { spec, name, width }: Extract<TypeExpr, { kind: 'spec-enum' }>,
  { names, build, protocol }: SpecTools,
): Arbitrary {
  const node = protocol.specs.find((one) => one.name === spec)?.enums.find((one) => one.name === name);
  const members = atom(names.specEnum(spec, name));
  const others = [
    ...(node?.members ?? [])
      .filter((member) => member.match === 'prefix')
      .map((member) => build.leaf('prefixed', quoted(String(member.value)))),
    ...(node?.open === true ? [openValue(node.valueKind, width, build)] : []),
  ];
  if (others.length === 0) return build.leaf('member', members);
  const other = build.oneOf(others);
  return node?.members.length === 0 ? other : build.leaf('openMember', members, other.code);
}

function openValue(kind: 'integer' | 'string', width: string, build: Builder): Arbitrary {
  if (kind === 'string') return build.leaf('text');
  const facts = Object.hasOwn(scalars, width) ? scalars[width as keyof typeof scalars] : undefined;
  if (facts?.kind !== 'int') return build.leaf('safeInt64');
  return build.leaf(facts.signed ? 'int32' : 'uint32');
}
