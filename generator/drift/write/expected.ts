/** What the interpreted types of a package say of a place: whether a 64-bit integer stands there, or keys that are data. */
import type { Descriptor, Type, TypeRef } from '../../ir/schema/descriptor.gen.ts';

export interface ExpectedPlace {
  readonly isWide: boolean;
  readonly isMap: boolean;
  /** A member of the object, or, by `*`, any element of the list. */
  at(step: string): ExpectedPlace;
}

const nothing: ExpectedPlace = { isWide: false, isMap: false, at: () => nothing };

/** Aliases that are followed; a circle ends as nothing. */
const maxDepth = 40;

/** @returns A function that takes the name of an event and the position of an argument. */
export function expectedPlaces(descriptor: Descriptor): (event: string, argument: number) => ExpectedPlace {
  const types = new Map([...descriptor.types, ...descriptor.derivedTypes].map((type) => [type.name, type]));
  const events = new Map(descriptor.events.map((event) => [event.name, event]));

  const of = (refs: readonly TypeRef[]): ExpectedPlace => {
    const plain = refs.flatMap((ref) => resolved(ref, 0));
    if (plain.length === 0) return nothing;
    return {
      isWide: plain.some(({ ref }) => ref?.kind === 'scalar' && ref.scalar.endsWith('64')),
      isMap: plain.some(({ ref }) => ref?.kind === 'map'),
      at: (step) => of(plain.flatMap((each) => inside(each, step))),
    };
  };
  const resolved = (ref: TypeRef, depth: number): Plain[] => {
    if (depth > maxDepth) return [];
    if (ref.kind === 'union') return ref.of.flatMap((each) => resolved(each, depth + 1));
    const type = ref.kind === 'type' ? types.get(ref.name) : undefined;
    if (type?.kind === 'alias') return resolved(type.type, depth + 1);
    if (type?.kind === 'union') {
      return type.variants.map((variant) => ({ ref: undefined, type: types.get(variant.type) }));
    }
    return [{ ref, type }];
  };
  return (event, argument) => {
    const type = events.get(event)?.arguments[argument]?.type;
    return type === undefined ? nothing : of([type]);
  };
}

interface Plain {
  readonly ref: TypeRef | undefined;
  readonly type: Type | undefined;
}

function inside({ ref, type }: Plain, step: string): TypeRef[] {
  if (ref?.kind === 'list') return step === '*' ? [ref.of] : [];
  if (ref?.kind === 'map') return [ref.value];
  const field = type?.kind === 'object' ? type.fields.find(({ name }) => name === step) : undefined;
  return field === undefined ? [] : [field.type];
}
