/** Plans a discriminated union: a choice of object types by the value of one member. */
import type { SpecUnion } from '../../ir/event-spec.ts';
import type { UnionView, VariantView } from '../../ir/view/event-view.ts';
import type { Expression } from '../../ir/view/code.ts';
import type { Literal } from '../../ir/printable.ts';
import { literal, propertyKey } from '../text.ts';
import { array, asFunction, atom, call, quoted, verbatim } from './build.ts';
import { declared } from './doc.ts';
import { alternativesOf } from './expressions.ts';
import { memberOf } from './member.ts';
import { typeCodec } from './reference-codec.ts';
import { type SpecContext, typeKey } from './spec-context.ts';

export function planUnion(node: SpecUnion, context: SpecContext): UnionView {
  const { name } = context.symbols.spec(context.spec.name, node.name);
  const { rule, recursive } = context.locals.get(node.name)!;
  const variants = node.variants.map((variant) => planVariant(variant, node, context));
  const numeric = node.variants.length > 0 && node.variants.every(({ value }) => typeof value === 'number');
  const open = !node.open ? '' : numeric ? 'number' : 'string';
  return {
    kind: 'union',
    name,
    ruleName: rule,
    recursive,
    discriminant: {
      key: propertyKey(node.discriminant),
      text: literal(node.discriminant),
      from: memberOf('from', node.discriminant),
      value: memberOf('value', node.discriminant),
    },
    open,
    openText: literal(open),
    hasAlternatives: node.open || variants.length > 0,
    plain: context.graph.isPlainType(node.name) && !node.open,
    exact: variants.filter(({ prefix }) => !prefix),
    prefixes: variants.filter(({ prefix }) => prefix),
    variants,
    rule: call(
      'variantRule',
      quoted(node.discriminant),
      { kind: 'arrow', parameters: [], body: array(variants.map(({ pair }) => pair)) },
      quoted(open),
    ),
    ...declared(node),
  };
}

function planVariant(
  { value, type: typeName }: SpecUnion['variants'][number],
  union: SpecUnion,
  context: SpecContext,
): VariantView & { readonly pair: Expression } {
  const codec = typeCodec({ kind: 'type', spec: context.spec.name, name: typeName }, context);
  const { name } = context.symbols.spec(context.spec.name, typeName);
  const prefix = isPrefix(typeName, value, { union, context });
  const start = quoted(value);
  const isOf = prefix ? asFunction((item) => call('isPrefixed', item, start), 'item') : start;
  return {
    name,
    jsonName: (context.graph.isPlainType(typeName) ? name : `${name}Json`) as Literal,
    value: literal(value),
    prefix,
    fromJson: codec.fromJson(atom(verbatim('json'))),
    toJson: codec.toJson(atom(verbatim('value'))),
    toText: codec.toText(atom(verbatim('value'))),
    is: codec.is(atom(verbatim('value'))),
    pair: array([isOf, codec.rule]),
  };
}

/** Does the variant's own type say that the discriminant only starts with the value? */
function isPrefix(
  typeName: string,
  value: string | number,
  { union, context }: { union: SpecUnion; context: SpecContext },
): boolean {
  const node = context.specTypes.get(typeKey(context.spec.name, typeName));
  if (node?.kind !== 'object') return false;
  const field = node.fields.find((one) => one.name === union.discriminant);
  if (field === undefined) return false;
  return alternativesOf(field.type).some((type) => type.kind === 'prefix' && type.value === value);
}
