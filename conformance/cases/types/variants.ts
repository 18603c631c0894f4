/** Legal values of an event-spec type: the plain one, and one for each thing that can go wrong - width, member, variant, absence. */
import { scalarEdges } from '../codec/scalar-edges.ts';
import type { TypeRef } from '../../model/descriptor.gen.ts';
import type { ExactJson } from '../../reference/oracle/json-text.ts';
import { isObject } from '../../reference/oracle/json-text.ts';
import { scalars } from '../../reference/oracle/scalars.ts';
import type { ObjectType, Slot, SpecTypes } from '../../reference/oracle/spec-types.ts';
import { strangerName } from './broken.ts';
import { asWide, inside, maxDepth, plainObject, plainOf, type TypeContext } from './plain.ts';

/** What a variant is there to show. */
export type VariantKind = 'value' | 'int64' | 'enum' | 'union' | 'presence' | 'extra';

export interface Variant {
  readonly kind: VariantKind;
  readonly value: ExactJson;
}

/** The plain value and its variants, each different in one place. */
export function variantsOf(context: TypeContext, slot: Slot, depth = 0): readonly Variant[] {
  const plain = plainOf(context, slot, depth);
  const own = [
    ...(depth > maxDepth ? [] : variantsOfType(context, slot, depth)),
    ...(slot.nullable ? [{ kind: 'presence', value: null } as const] : []),
  ];
  return plain === undefined ? own : [{ kind: 'value', value: plain }, ...own];
}

function variantsOfType(context: TypeContext, slot: Slot, depth: number): readonly Variant[] {
  const { type } = slot;
  const of = (kind: VariantKind, values: readonly ExactJson[]): Variant[] => values.map((value) => ({ kind, value }));
  const within = (inner: TypeRef): readonly Variant[] => variantsOf(context, inside(slot, inner), depth + 1);
  switch (type.kind) {
    case 'scalar': {
      const info = scalars[type.scalar];
      if (info.family === 'int' && info.wide)
        return of(
          'int64',
          scalarEdges(info).map((n) => asWide(slot, BigInt(n as string))),
        );
      const edges = scalarEdges(info).filter((edge) => info.family !== 'float' || typeof edge === 'number');
      return of(
        'value',
        edges.map((edge) => (typeof edge === 'object' ? (edge as { readonly b64: string }).b64 : edge)),
      );
    }
    case 'number':
      return of('value', [0, -1, 1.5, -0.001, 1e21, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
    case 'json':
      return of('value', [null, true, 0, '', [], {}, { '': [[{}]] }, 'text']);
    case 'json-object':
      return of('value', [{}, { a: null }, { nested: { list: [1, [2]] } }, { constructor: 1, toString: 'x' }]);
    case 'long-object':
      return of('int64', [
        { low: -1, high: -1, unsigned: false },
        { low: 0, high: 0, unsigned: true },
      ]);
    case 'undefined':
    case 'literal':
      return [];
    case 'prefix':
      return of('enum', [type.value, `${type.value} and more`]);
    case 'list':
      return [
        { kind: 'presence', value: [] },
        ...within(type.of).map(({ kind, value }) => ({ kind, value: [value] })),
        ...pairs(within(type.of)),
      ];
    case 'map':
      return mapVariants(scalars[type.key].family === 'string', within(type.value));
    case 'union':
      return type.of.flatMap((member) =>
        variantsOf(context, inside(slot, member), depth).map(({ kind, value }) => ({
          kind: kind === 'value' ? 'union' : kind,
          value,
        })),
      );
    case 'message':
      return [];
    case 'enum':
      return enumVariants(context.types, type.name);
    case 'type':
      return namedVariants(context, slot, { name: type.name, depth });
    default:
      return type satisfies never;
  }
}

/** Two different elements, in both orders. */
function pairs(items: readonly Variant[]): readonly Variant[] {
  const [a, b] = items;
  if (a === undefined || b === undefined) return [];
  return [
    { kind: 'value', value: [a.value, b.value] },
    { kind: 'value', value: [b.value, a.value] },
  ];
}

function mapVariants(named: boolean, items: readonly Variant[]): readonly Variant[] {
  const [first] = items;
  const keys = named ? ['constructor', '', 'a b', 'é'] : [];
  return [
    { kind: 'presence', value: {} },
    ...(first === undefined ? [] : keys.map((key): Variant => ({ kind: 'value', value: { [key]: first.value } }))),
    ...items.map(({ kind, value }): Variant => ({ kind, value: { [named ? 'key' : '1']: value } })),
  ];
}

function enumVariants(types: SpecTypes, name: string): readonly Variant[] {
  const node = types.enum(name);
  if (node === undefined) return [];
  const listed = node.members.flatMap((member): ExactJson[] => {
    if (types.isProtoEnum(node)) return [member.name];
    return member.match === 'prefix' ? [member.value, `${member.value} and more`] : [member.value];
  });
  const others: ExactJson[] = !node.open ? [] : node.kind === 'string' ? ['notListed', ''] : [424242, -7];
  const unlisted = node.commentedOut.map(({ value }) => value);
  return [...listed, ...others, ...unlisted].map((value) => ({ kind: 'enum', value }));
}

function namedVariants(
  context: TypeContext,
  slot: Slot,
  { name, depth }: { readonly name: string; readonly depth: number },
): readonly Variant[] {
  const type = context.types.find(name);
  if (type === undefined || type.kind === 'enum') return enumVariants(context.types, name);
  if (type.kind === 'alias') return variantsOfType(context, { ...slot, type: type.type }, depth);
  if (type.kind === 'object') return objectVariants(context, type, depth);
  if (type.kind !== 'union') return [];
  return type.variants.flatMap((variant) =>
    variantsOf(context, inside(slot, { kind: 'type', name: variant.type }), depth).map(({ kind, value }) => ({
      kind: kind === 'value' ? 'union' : kind,
      value,
    })),
  );
}

function objectVariants(context: TypeContext, type: ObjectType, depth: number): readonly Variant[] {
  const whole = plainObject(context, type, { depth, all: true });
  const bare = plainObject(context, type, { depth, all: false });
  const variants: Variant[] = [{ kind: 'presence', value: bare }];
  for (const field of type.fields) {
    const slot = context.types.slotOf(field);
    const { [field.name]: _, ...without } = whole;
    if (slot.presence !== 'required') variants.push({ kind: 'presence', value: without });
    for (const { kind, value } of variantsOf(context, slot, depth + 1)) {
      variants.push({ kind: isEmpty(value) ? 'presence' : kind, value: { ...without, [field.name]: value } });
    }
    for (const { value } of field.values) {
      const legal = typeof value === 'number' && slot.int64.travel === 'string' && isWide(slot) ? String(value) : value;
      if (context.types.accepts(slot, legal))
        variants.push({ kind: 'value', value: { ...without, [field.name]: legal } });
    }
  }
  if (type.open) variants.push({ kind: 'extra', value: { ...whole, [strangerName]: { deep: [1, 'two', null] } } });
  return variants;
}

const isWide = ({ type }: Slot): boolean => type.kind === 'scalar' && scalars[type.scalar].wide;

/** 0, false, and what is empty: easily mistaken for absence. */
const isEmpty = (value: ExactJson): boolean =>
  value === 0 ||
  value === '' ||
  value === '0' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);
