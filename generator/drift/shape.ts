/** Types of both sides reduced to what JavaScript can tell apart, so that they can be held against each other. */
import type { Descriptor, Int64, TypeRef } from '../ir/schema/descriptor.gen.ts';

export type Category = 'string' | 'number' | 'boolean' | 'bigint' | 'object' | 'list' | 'any' | 'int64';

/** The kinds of values that a type takes. Absence and null are left out: they are presence, not type. */
export interface Shape {
  readonly categories: ReadonlySet<Category>;
  /** Of the elements, where one of the categories is `list`. */
  readonly element: Shape | undefined;
}

export const shape = (...categories: readonly Category[]): Shape => ({
  categories: new Set(categories),
  element: undefined,
});

export const listOf = (element: Shape): Shape => ({ categories: new Set(['list']), element });

export function unionOf(shapes: readonly Shape[]): Shape {
  const categories = new Set(shapes.flatMap((each) => [...each.categories]));
  const elements = shapes.flatMap(({ element }) => (element === undefined ? [] : [element]));
  return { categories, element: elements.length === 0 ? undefined : unionOf(elements) };
}

/** Forms that stand for a 64-bit integer where it may not be a number: the bigint, its digits, a long object. */
const exactForms: readonly Category[] = ['bigint', 'string', 'object'];

/** Whether a declared type takes just the values that the spec's does. `any` fits everything, on either side. */
export function fits(spec: Shape, declared: Shape, int64: Int64): boolean {
  if (spec.categories.has('any') || declared.categories.has('any')) return true;
  const forms: readonly Category[] =
    int64.travel === 'number' || int64.surface === 'number' ? [...exactForms, 'number'] : exactForms;
  const wanted = new Set<Category>([...spec.categories].filter((each) => each !== 'int64'));
  const left = [...declared.categories].filter((each) => !wanted.has(each));
  const missing = [...wanted].filter((each) => !declared.categories.has(each));
  const isWide = spec.categories.has('int64');
  const hasForm = [...declared.categories].some((each) => forms.includes(each));
  if (missing.length > 0 || (isWide ? !hasForm || left.some((each) => !forms.includes(each)) : left.length > 0)) {
    return false;
  }
  return spec.element === undefined || declared.element === undefined || fits(spec.element, declared.element, int64);
}

/** Aliases that are followed; a circle ends as `any`. */
const maxDepth = 40;

/** Gives the shapes of a package's types. */
export function shapesOf(descriptor: Descriptor): (ref: TypeRef) => Shape {
  const enums = new Map(descriptor.enums.map((each) => [each.name, each.kind]));
  const types = new Map([...descriptor.types, ...descriptor.derivedTypes].map((each) => [each.name, each]));
  const of = (ref: TypeRef, depth: number): Shape => {
    if (depth > maxDepth) return shape('any');
    switch (ref.kind) {
      case 'scalar':
        if (ref.scalar === 'string') return shape('string');
        if (ref.scalar === 'bytes') return shape('any');
        if (ref.scalar === 'bool') return shape('boolean');
        return shape(ref.scalar.endsWith('64') ? 'int64' : 'number');
      case 'number':
        return shape('number');
      case 'json':
        return shape('any');
      case 'json-object':
      case 'long-object':
      case 'map':
        return shape('object');
      case 'undefined':
        return shape();
      case 'literal':
        return shape(typeof ref.value as 'string' | 'number' | 'boolean');
      case 'prefix':
        return shape('string');
      case 'list':
        return listOf(of(ref.of, depth + 1));
      case 'union':
        return unionOf(ref.of.map((each) => of(each, depth + 1)));
      case 'message':
        return shape(ref.name.startsWith('google.protobuf.') ? 'any' : 'object');
      case 'enum':
        return shape(enums.get(ref.name) === 'string' ? 'string' : 'number');
      case 'type': {
        const type = types.get(ref.name);
        if (type?.kind === 'alias') return of(type.type, depth + 1);
        if (type?.kind === 'enum') return shape(enums.get(ref.name) === 'string' ? 'string' : 'number');
        return shape(type?.kind === 'object' || type?.kind === 'union' ? 'object' : 'any');
      }
      default:
        return ref satisfies never;
    }
  };
  return (ref) => of(ref, 0);
}

/** A type as a person writes it. */
export function showType(ref: TypeRef): string {
  switch (ref.kind) {
    case 'scalar':
      return ref.scalar;
    case 'number':
    case 'json':
    case 'undefined':
      return ref.kind;
    case 'json-object':
      return 'object';
    case 'long-object':
      return 'long object';
    case 'literal':
      return JSON.stringify(ref.value);
    case 'prefix':
      return `${JSON.stringify(ref.value)}…`;
    case 'list':
      return ref.of.kind === 'union' ? `(${showType(ref.of)})[]` : `${showType(ref.of)}[]`;
    case 'map':
      return `map<${ref.key}, ${showType(ref.value)}>`;
    case 'union':
      return ref.of.map(showType).join(' | ');
    case 'message':
    case 'enum':
    case 'type':
      return ref.name.slice(ref.name.lastIndexOf('.') + 1);
    default:
      return ref satisfies never;
  }
}
