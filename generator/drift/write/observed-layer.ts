/** Takes observations, gives the observed layer that a spec states for them: events, and the types of what they carry. */
import { pascal, unique } from '../../import/events/names.ts';
import type { Argument, Arguments, Field, TypeDefinition } from '../../ir/schema/event-spec.gen.ts';
import type { ObservedEvent, ObservedPlace } from '../../ir/schema/observations.gen.ts';
import type { ExpectedPlace } from './expected.ts';
import { placeTree, type PlaceNode } from './place-tree.ts';

type ObjectType = Extract<TypeDefinition, { readonly kind?: 'object' | undefined }>;

export interface ObservedLayer {
  readonly events: ReadonlyMap<string, { readonly arguments: Arguments; readonly count: number }>;
  readonly types: ReadonlyMap<string, ObjectType>;
}

export interface LayerInput {
  readonly events: readonly ObservedEvent[];
  /** Names of an event's arguments in the spec. */
  readonly argumentNames: (event: string) => readonly string[];
  readonly expected: (event: string, argument: number) => ExpectedPlace;
  /** Names that the spec has given to something else. */
  readonly taken: { has(name: string): boolean };
}

/** Members of an object beyond which its keys are taken for data. */
const maxMembers = 200;
/** Levels that are followed; observers stop long before. */
const maxDepth = 30;

type Part = Exclude<Argument, string> & Exclude<Field, string>;

export function observedLayer({ events, argumentNames, expected, taken }: LayerInput): ObservedLayer {
  const types = new Map<string, ObjectType>();
  const isTaken = { has: (name: string) => types.has(name) || taken.has(name) };

  const partOf = (node: PlaceNode, at: At, isOptional = false): Part => {
    const { alternatives, isDigits } = typeOf(node, at);
    const { place } = node;
    const isAbsent = isOptional || (place?.absent ?? 0) > 0 || alternatives.includes('undefined');
    const values = alternatives.filter((each) => each !== 'undefined' && each !== 'null');
    return {
      type: values.length === 0 ? 'json' : values.join(' | '),
      ...(isDigits ? { int64: 'string' as const } : {}),
      ...(isAbsent ? { presence: 'optional' as const } : {}),
      ...(alternatives.includes('null') ? { nullable: true } : {}),
      ...(place === undefined ? {} : { seen: seenOf(place) }),
    };
  };

  const typeOf = (node: PlaceNode, at: At): { alternatives: string[]; isDigits: boolean } => {
    const kinds = (node.place?.types ?? []).map(({ type }) => type);
    if (at.depth > maxDepth || kinds.length === 0) return { alternatives: ['json'], isDigits: false };
    const values = kinds.filter((kind) => kind !== 'null' && kind !== 'undefined');
    // Only where nothing but digits was seen are they the 64-bit integer that the spec says.
    const isDigits = at.expected.isWide && values.every((kind) => kind === 'digits') && values.length > 0;
    const texts = kinds.map((kind): string => {
      if (kind === 'digits') return isDigits ? 'int64' : 'string';
      if (kind === 'object') return objectOf(node, at);
      if (kind !== 'list') return scalars[kind];
      const element = node.inside.get('*');
      return `list<${element === undefined ? 'json' : textOf(element, below(at, '*', 'Element'))}>`;
    });
    return { alternatives: [...new Set(texts)], isDigits };
  };

  /** The type of an element or of a value of a map, which has no place for more than its text. */
  const textOf = (node: PlaceNode, at: At): string => {
    const { alternatives, isDigits } = typeOf(node, at);
    return (isDigits ? alternatives.map((each) => (each === 'int64' ? 'string' : each)) : alternatives).join(' | ');
  };

  const objectOf = (node: PlaceNode, at: At): string => {
    const isList = node.place?.types.some(({ type }) => type === 'list') === true;
    const members = [...node.inside].filter(([name]) => isMember(name) && !(isList && name === '*'));
    if (members.length === 0 || members.length > maxMembers) return 'object';
    if (at.expected.isMap) {
      const texts = members.map(([name, member]) => textOf(member, below(at, name, 'Value')));
      return `map<string, ${[...new Set(texts)].join(' | ')}>`;
    }
    const name = unique(at.name, isTaken);
    const type: ObjectType & { fields: Record<string, Field> } = {
      kind: 'object',
      standing: 'derived',
      description: `As seen in ${at.event}.`,
      presence: 'required',
      fields: {},
    };
    // The name is taken before the members look for theirs.
    types.set(name, type);
    for (const [member, inner] of members) type.fields[member] = partOf(inner, below(at, member, pascal(member)));
    return name;
  };

  const layer = new Map<string, { arguments: Arguments; count: number }>();
  for (const event of events) {
    const names = argumentNames(event.name);
    const tree = placeTree(event);
    const last = Math.max(
      -1,
      ...[...tree.keys()].map(Number).filter((at) => Number.isSafeInteger(at) && at < maxMembers),
    );
    const args: Record<string, Argument> = {};
    let isOptional = false;
    for (let at = 0; at <= last; at++) {
      const name = names[at] ?? unique(`argument${at + 1}`, { has: (each) => names.includes(each) });
      const prefix = `Observed${pascal(event.name.replace(/^on(?=[A-Z])/, ''))}`;
      const typeName = at === 0 ? prefix : `${prefix}${pascal(name)}`;
      const where = { event: event.name, name: typeName, expected: expected(event.name, at), depth: 0 };
      // Arguments are told apart by their position: behind one that may be left out, all may.
      const part = partOf(tree.get(String(at)) ?? missing, where, isOptional);
      isOptional = part.presence === 'optional';
      args[name] = part;
    }
    layer.set(event.name, { arguments: args, count: event.count });
  }
  return { events: layer, types };
}

interface At {
  readonly event: string;
  /** Of the type, should an object be seen there. */
  readonly name: string;
  readonly expected: ExpectedPlace;
  readonly depth: number;
}

const below = (at: At, step: string, suffix: string): At => ({
  ...at,
  name: `${at.name}${suffix}`,
  expected: at.expected.at(step),
  depth: at.depth + 1,
});

const missing: PlaceNode = { place: undefined, inside: new Map() };

/** Names that a spec can hold. */
const isMember = (name: string): boolean => name !== '' && name !== '__proto__';

type Kind = ObservedPlace['types'][number]['type'];

const scalars: Readonly<Record<Exclude<Kind, 'digits' | 'object' | 'list'>, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
  bigint: 'int64',
  null: 'null',
  undefined: 'undefined',
  long: 'long',
  other: 'json',
};

function seenOf({ types, absent, values }: ObservedPlace): NonNullable<Part['seen']> {
  return {
    ...Object.fromEntries(types.map(({ type, count }) => [type, count])),
    ...(absent > 0 ? { absent } : {}),
    ...(values.length > 0 ? { values } : {}),
  };
}
