/** The spec's side of the comparison, out of the descriptor of a generated package: enums, objects, events. */
import type { Argument, Descriptor, Enum, Field, Int64, Property, TypeRef } from '../ir/schema/descriptor.gen.ts';
import { plainName } from './names.ts';
import { listOf, shape, shapesOf, showType, type Shape } from './shape.ts';

/** How 64-bit integers are to be declared. */
type Wide = Int64;

export interface SpecEnumMember {
  readonly name: string;
  readonly value: number | string;
  /** A placeholder for "not stated", which SDKs leave out by good right. */
  readonly isPlaceholder: boolean;
}

export interface SpecField {
  readonly name: string;
  readonly shape: Shape;
  readonly type: string;
  readonly int64: Wide;
  /** Whether it may be left out; undefined where the spec does not say. */
  readonly isOptional: boolean | undefined;
}

export interface SpecEvent {
  readonly name: string;
  readonly args: readonly SpecField[];
}

export type SpecType =
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly members: readonly SpecEnumMember[];
      /** Members that the source has commented out, by value. */
      readonly commentedOut: ReadonlyMap<number, string>;
    }
  | { readonly kind: 'object'; readonly name: string; readonly members: readonly SpecField[] };

export interface SpecTypes {
  readonly types: readonly SpecType[];
  readonly events: readonly SpecEvent[];
}

/**
 * What documents name is compared; what a spec only derived from their prose has no counterpart in an SDK, unless a map
 * or its members say so.
 */
export function specTypes(descriptor: Descriptor): SpecTypes {
  const shapeOf = shapesOf(descriptor);
  const typed = ({ name, type, int64, presence }: Property | Argument): SpecField => ({
    name,
    shape: shapeOf(type),
    type: showType(type),
    int64,
    isOptional: presence === 'unstated' ? undefined : presence === 'optional',
  });
  const messages = descriptor.messages.map(({ typeName, fields }): SpecType => ({
    kind: 'object',
    name: typeName,
    members: fields.map((field) => messageField(field, shapeOf)),
  }));
  const objects = descriptor.types.flatMap((type): SpecType[] =>
    type.kind === 'object' ? [{ kind: 'object', name: type.typeName, members: type.fields.map(typed) }] : [],
  );
  const enums = descriptor.enums.filter(({ standing }) => standing === 'documented').map(enumOf);
  return {
    types: [...enums, ...messages, ...objects],
    events: descriptor.events.map(({ name, arguments: args }) => ({ name, args: args.map(typed) })),
  };
}

const enumOf = ({ typeName, name, members, commentedOut }: Enum): SpecType => ({
  kind: 'enum',
  name: typeName,
  members: members.map((member) => ({
    name: member.name,
    value: member.value,
    isPlaceholder: member.unspecified || (member.value === 0 && isNobody(member.name, name)),
  })),
  commentedOut: new Map(commentedOut.map((each) => [each.value, each.name])),
});

/** What style guides ask for at zero, and what only repeats the enum's name. Source: protobuf.dev, style guide. */
const isNobody = (member: string, enumName: string): boolean =>
  /unspecified$/i.test(member) || plainName(member) === plainName(enumName.slice(enumName.lastIndexOf('.') + 1));

/** SDKs speak of messages in JSON, where 64-bit integers are strings. Source: protobuf.dev, ProtoJSON. */
function messageField(field: Field, shapeOf: (ref: TypeRef) => Shape): SpecField {
  const { type, cardinality, jsonName, int64 } = field;
  const one = shapeOf(type);
  const text = showType(type);
  const isMap = cardinality === 'map';
  return {
    name: jsonName,
    shape: isMap ? shape('object') : cardinality === 'list' ? listOf(one) : one,
    type: isMap ? `map<${field.key ?? 'string'}, ${text}>` : cardinality === 'list' ? `${text}[]` : text,
    int64: { travel: 'string', surface: int64 },
    isOptional: presenceOf(field),
  };
}

/**
 * ProtoJSON may leave out whatever is not required, or give its default; so only the labels of the source say what an SDK
 * is to declare: `required`, and `optional` before a scalar.
 */
function presenceOf({ presence, type, oneof }: Field): boolean | undefined {
  if (presence === 'required') return false;
  const isLabelled = presence === 'explicit' && type.kind !== 'message' && oneof === undefined;
  return isLabelled ? true : undefined;
}
