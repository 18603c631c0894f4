/** Plans a discriminated union: a choice of object types by the value of one member. */
import type { SpecUnion } from '../../ir/event-spec.ts';
import type { UnionView, VariantView } from '../../ir/view/event-view.ts';
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import { commentLine, literal, propertyKey } from '../text.ts';
import {
  array,
  asFunction,
  atom,
  atomType,
  builtIn,
  call,
  quoted,
  runtimeType,
  thunk,
  unionType,
  verbatim,
} from './build.ts';
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
      label: commentLine(node.discriminant),
      text: literal(node.discriminant),
      from: memberOf('from', node.discriminant),
      value: memberOf('value', node.discriminant),
    },
    open,
    openText: literal(open),
    plain: context.graph.isPlainType(node.name) && !node.open,
    exact: variants.filter(({ prefix }) => !prefix),
    prefixes: variants.filter(({ prefix }) => prefix),
    type: alternatives(
      variants.map(({ type }) => type),
      unlisted(node.discriminant, open, 'ExactJson'),
    ),
    jsonType: alternatives(
      variants.map(({ jsonType }) => jsonType),
      unlisted(node.discriminant, open, 'Json'),
    ),
    rule: call('variantRule', quoted(node.discriminant), thunk(array(variants.map(({ pair }) => pair))), quoted(open)),
    ...declared(node),
  };
}

interface PlannedVariant extends VariantView {
  readonly type: TypeCode;
  readonly jsonType: TypeCode;
  /** What tells it from others, with its rule. */
  readonly pair: Expression;
}

type Variant = SpecUnion['variants'][number];

function planVariant(variant: Variant, union: SpecUnion, context: SpecContext): PlannedVariant {
  const { value } = variant;
  const codec = typeCodec({ kind: 'type', spec: context.spec.name, name: variant.type }, context);
  const prefix = isPrefix(variant, { union, context });
  const start = quoted(value);
  const isOf = prefix ? asFunction((item) => call('isPrefixed', item, start), 'item') : start;
  const whole = atom(verbatim('value'));
  // TypeScript takes a literal for a possible case of any prefix: where the union has both, comparing does not narrow.
  const narrowed: Expression = union.variants.some((one) => isPrefix(one, { union, context }))
    ? { kind: 'as', value: whole, type: codec.type }
    : whole;
  return {
    type: codec.type,
    jsonType: codec.json,
    value: literal(value),
    prefix,
    fromJson: codec.fromJson(atom(verbatim('json'))),
    toJson: codec.toJson(narrowed),
    toText: codec.toText(narrowed),
    is: codec.is(whole),
    pair: array([isOf, codec.rule]),
  };
}

/** Does the variant's own type say that the discriminant only starts with the value? */
function isPrefix(
  { type: typeName, value }: Variant,
  { union, context }: { readonly union: SpecUnion; readonly context: SpecContext },
): boolean {
  const node = context.specTypes.get(typeKey(context.spec.name, typeName));
  if (node?.kind !== 'object') return false;
  const field = node.fields.find((one) => one.name === union.discriminant);
  if (field === undefined) return false;
  return alternativesOf(field.type).some((type) => type.kind === 'prefix' && type.value === value);
}

function alternatives(variants: readonly TypeCode[], others: readonly TypeCode[]): TypeCode {
  const all = [...variants, ...others];
  return all.length === 0 ? atomType(verbatim('never')) : unionType(all);
}

/** The type of variants that are not listed: any object with another discriminant. */
function unlisted(discriminant: string, open: UnionView['open'], member: 'ExactJson' | 'Json'): readonly TypeCode[] {
  if (open === '') return [];
  const type = runtimeType('Unlisted', builtIn(open));
  return [
    {
      kind: 'members',
      members: [
        { key: propertyKey(discriminant), optional: false, type },
        { key: verbatim('[member: string]'), optional: false, type: runtimeType(member) },
      ],
    },
  ];
}
