/** What kinds of values a type of the spec takes at each place of an event's arguments. */
import type { Argument, Descriptor, Property, Type, TypeRef } from '../../ir/schema/descriptor.gen.ts';
import { showType } from '../shape.ts';

export type Kind =
  | 'string'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'object'
  | 'list'
  | 'long'
  | 'undefined'
  | 'null'
  | 'any';

/** What is said of one place. */
export interface Expected {
  readonly kinds: ReadonlySet<Kind>;
  /** As a person writes it. */
  readonly type: string;
  /** Whether it may be left out without breaking what is said. */
  readonly isOptional: boolean;
}

/** By RFC 6901 pointer into the arguments; `*` stands for any element of an array. */
export type Places = ReadonlyMap<string, Expected>;

/** Levels of objects that are followed; types that hold themselves never end. */
const maxDepth = 5;

export type Layer = 'declared' | 'observed';

/** @returns A function that lays out the arguments of an event; fields are taken as `layer` has them. */
export function placesOf(descriptor: Descriptor): (args: readonly Argument[], layer: Layer) => Places {
  const types = new Map([...descriptor.types, ...descriptor.derivedTypes].map((each) => [each.name, each]));
  const enums = new Map(descriptor.enums.map((each) => [each.name, each.kind]));

  const plain = (ref: TypeRef): readonly TypeRef[] => {
    if (ref.kind === 'union') return ref.of.flatMap(plain);
    const type = ref.kind === 'type' ? types.get(ref.name) : undefined;
    return type?.kind === 'alias' && type.type !== ref ? plain(type.type) : [ref];
  };

  const kindOf = (ref: TypeRef): Kind => {
    switch (ref.kind) {
      case 'scalar':
        if (ref.scalar === 'bool') return 'boolean';
        return ref.scalar === 'string' || ref.scalar === 'bytes' ? 'string' : 'number';
      case 'number':
      case 'list':
      case 'undefined':
        return ref.kind;
      case 'json':
        return 'any';
      case 'literal':
        return typeof ref.value as 'string' | 'number' | 'boolean';
      case 'prefix':
        return 'string';
      case 'long-object':
        return 'long';
      case 'enum':
        return enums.get(ref.name) === 'string' ? 'string' : 'number';
      case 'type':
        return types.get(ref.name)?.kind === 'callback' ? 'any' : enumKind(ref.name);
      case 'json-object':
      case 'map':
      case 'message':
      case 'union':
        return 'object';
      default:
        return ref satisfies never;
    }
  };
  const enumKind = (name: string): Kind => {
    if (types.get(name)?.kind !== 'enum') return 'object';
    return enums.get(name) === 'string' ? 'string' : 'number';
  };

  return (args, layer) => {
    const found = new Map<string, Expected>();
    const lay = (pointer: string, part: Argument | Property, depth: number): void => {
      const declared = layer === 'declared' && 'declared' in part ? part.declared?.ref : undefined;
      const refs = plain(declared ?? part.type);
      const isText = declared === undefined && part.int64.travel === 'string';
      const kinds = new Set(refs.map((ref) => (isText && isWide(ref) ? 'string' : kindOf(ref))));
      if (part.nullable) kinds.add('null');
      const type = isText && refs.some(isWide) ? 'digits' : showType(declared ?? part.type);
      found.set(pointer, { kinds, type, isOptional: part.presence !== 'required' || kinds.has('undefined') });
      for (const ref of refs) inside(pointer, ref, { part, depth });
    };
    const inside = (
      pointer: string,
      ref: TypeRef,
      { part, depth }: { readonly part: Argument | Property; readonly depth: number },
    ): void => {
      if (depth >= maxDepth) return;
      if (ref.kind === 'list') {
        lay(`${pointer}/*`, { ...part, type: ref.of, nullable: false, ...withoutDeclared }, depth + 1);
      }
      const type: Type | undefined = ref.kind === 'type' ? types.get(ref.name) : undefined;
      if (type?.kind !== 'object') return;
      for (const field of type.fields) lay(`${pointer}/${escapeStep(field.name)}`, field, depth + 1);
    };
    for (const [at, arg] of args.entries()) lay(`/${at}`, arg, 0);
    return found;
  };
}

const withoutDeclared = { declared: undefined } as const;

const isWide = (ref: TypeRef): boolean => ref.kind === 'scalar' && ref.scalar.endsWith('64');

/** RFC 6901 section 3. */
const escapeStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
