/** What a descriptor says of the scalars at each place of a JSON value, as far as it bears on comparing two of them. */
import type { Argument, Descriptor, Event, Field, Property, TypeRef } from '../model/descriptor.gen.ts';
import type { Profile } from '../model/case.ts';
import { integerOf } from './decimal.ts';

/** A JSON string or number as it is spelt; `quoted` for a string. */
export interface Spelt {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Shape {
  /** @returns Whether both mean the same; undefined when the type has no say, and only exact equality will do. */
  readonly sameScalar: ((expected: Spelt, actual: Spelt) => boolean | undefined) | undefined;
  member(key: string): Shape;
  item(index: number): Shape;
}

/**
 * `wire`: as a codec writes it, where a number and a string are not the same. `surface`: as an application is handed it,
 * where a 64-bit integer may be a number, a bigint or a string, as long as it is the same integer.
 */
export type View = 'wire' | 'surface';

/** What shapes are made from. */
export interface ShapeContext {
  readonly descriptor: Descriptor;
  readonly profile: Profile;
  readonly view: View;
}

/** Nothing is known: everything is compared exactly. */
export const anyShape: Shape = { sameScalar: undefined, member: () => anyShape, item: () => anyShape };

const scalarShape = (sameScalar: Shape['sameScalar']): Shape => ({ ...anyShape, sameScalar });

/** Any spelling of the same float: ProtoJSON demands no more than that it can be read back (protobuf.dev, ProtoJSON). */
const floating = (round: (value: number) => number): Shape =>
  scalarShape((a, b) => {
    if (a.quoted || b.quoted) return a.quoted && b.quoted ? a.text === b.text : false;
    return Object.is(round(Number(a.text)), round(Number(b.text)));
  });

const singleFloat = floating(Math.fround);
const doubleFloat = floating((value) => value);

/** A JSON number of unstated width: integers are exact, fractions as exact as a double is. */
const looseNumber = scalarShape((a, b) => {
  if (a.quoted || b.quoted || integerOf(a.text) !== undefined) return undefined;
  return Number(a.text) === Number(b.text);
});

const surfacedInt64 = scalarShape((a, b) => {
  const [x, y] = [a, b].map(({ text }) => (/^-?\d+$/.test(text) ? integerOf(text) : undefined));
  return x === undefined || y === undefined ? undefined : x === y;
});

/** Shape of a type by the name that cases use: a message's full name, or a type of an event spec. */
export function namedShape(name: string, context: ShapeContext): Shape {
  const { descriptor } = context;
  const message = descriptor.messages.find((one) => one.name === name);
  if (message !== undefined) {
    const field = (key: string): Field | undefined =>
      message.fields.find((one) => one.jsonName === key || one.name === key);
    return objectOf((key) => fieldShape(field(key), context));
  }
  const type = [...descriptor.types, ...descriptor.derivedTypes].find((one) => one.name === name);
  switch (type?.kind) {
    case 'object':
      return objectOf((key) =>
        propertyShape(
          type.fields.find((one) => one.name === key),
          context,
        ),
      );
    case 'union':
      return anyOf(type.variants.map((variant) => namedShape(variant.type, context)));
    case 'alias':
      return typeShape(type.type, context);
    default:
      return anyShape;
  }
}

/** Shape of the array of arguments of an event, or of a message that stands for one. */
export function argumentsShape(name: string, context: ShapeContext): Shape {
  const event = context.descriptor.events.find((one) => one.name === name);
  if (event === undefined) {
    const message = namedShape(name, context);
    return { ...anyShape, item: () => message };
  }
  const given = layerOf(event, context.profile);
  return {
    ...anyShape,
    item: (index) => (given[index] === undefined ? anyShape : typeShape(given[index].type, context)),
  };
}

/** Arguments of an event in the layer that judges; the interpreted layer where another says nothing. */
export function layerOf(event: Event, profile: Profile): readonly Argument[] {
  switch (profile) {
    case 'declared':
      return event.declared;
    case 'observed':
      return event.observed?.arguments ?? event.arguments;
    case 'interpreted':
      return event.arguments;
    default:
      return profile satisfies never;
  }
}

function fieldShape(field: Field | undefined, context: ShapeContext): Shape {
  if (field === undefined) return anyShape;
  const value = typeShape(field.type, context);
  switch (field.cardinality) {
    case 'singular':
      return value;
    case 'list':
      return { ...anyShape, item: () => value };
    case 'map':
      return { ...anyShape, member: () => value };
    default:
      return field.cardinality satisfies never;
  }
}

function propertyShape(property: Property | undefined, context: ShapeContext): Shape {
  if (property === undefined) return anyShape;
  switch (context.profile) {
    case 'declared':
      return typeShape(property.declared?.ref ?? property.type, context);
    case 'observed':
      return anyOf((property.observed?.types ?? [property.type]).map((type) => typeShape(type, context)));
    case 'interpreted':
      return typeShape(property.type, context);
    default:
      return context.profile satisfies never;
  }
}

function typeShape(type: TypeRef, context: ShapeContext): Shape {
  switch (type.kind) {
    case 'scalar':
      if (type.scalar === 'float') return singleFloat;
      if (type.scalar === 'double') return doubleFloat;
      return context.view === 'surface' && type.scalar.endsWith('64') ? surfacedInt64 : anyShape;
    case 'number':
      return looseNumber;
    case 'list': {
      const item = lazy(() => typeShape(type.of, context));
      return { ...anyShape, item };
    }
    case 'map': {
      const value = lazy(() => typeShape(type.value, context));
      return { ...anyShape, member: value };
    }
    case 'union':
      return anyOf(type.of.map((one) => typeShape(one, context)));
    case 'message':
    case 'type':
      return named(type.name, context);
    case 'enum':
    case 'json':
    case 'json-object':
    case 'long-object':
    case 'undefined':
    case 'literal':
    case 'prefix':
      return anyShape;
    default:
      return type satisfies never;
  }
}

/** Resolved when it is looked into, for types that hold themselves; an alias of a scalar has no inside, so at once. */
function named(name: string, context: ShapeContext): Shape {
  const type = [...context.descriptor.types, ...context.descriptor.derivedTypes].find((one) => one.name === name);
  if (type?.kind === 'alias' && type.type.kind !== 'type') return typeShape(type.type, context);
  const shape = lazy(() => namedShape(name, context));
  return { ...anyShape, member: (key) => shape().member(key), item: (index) => shape().item(index) };
}

const objectOf = (member: (key: string) => Shape): Shape => ({ ...anyShape, member });

/** What any of the alternatives accepts. */
function anyOf(shapes: readonly Shape[]): Shape {
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) return only;
  const deciding = shapes.flatMap(({ sameScalar }) => (sameScalar === undefined ? [] : [sameScalar]));
  return {
    sameScalar:
      deciding.length === 0 ? undefined : (a, b) => (deciding.some((same) => same(a, b) === true) ? true : undefined),
    member: (key) => anyOf(shapes.map((shape) => shape.member(key))),
    item: (index) => anyOf(shapes.map((shape) => shape.item(index))),
  };
}

function lazy(make: () => Shape): () => Shape {
  let made: Shape | undefined;
  return () => (made ??= make());
}
