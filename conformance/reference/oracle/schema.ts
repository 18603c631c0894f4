/** Takes a descriptor, gives its messages and enums resolved and indexed by number and name, each compiled when first asked for. */
import type { Descriptor, Enum, Field, Message } from '../../model/descriptor.gen.ts';
import { scalars, type ScalarInfo } from './scalars.ts';
import { wellKnownKind, wellKnownShapes, type ShapeField, type WellKnown } from './well-known.ts';

export type ElementType =
  | { readonly kind: 'scalar'; readonly info: ScalarInfo }
  | { readonly kind: 'enum'; readonly info: EnumInfo; readonly closed: boolean }
  | { readonly kind: 'message'; readonly name: string; readonly delimited: boolean };

/** A field, resolved. */
export interface FieldInfo {
  readonly name: string;
  readonly jsonName: string;
  readonly number: number;
  readonly cardinality: 'singular' | 'list' | 'map';
  readonly type: ElementType;
  /** Key of a map; undefined otherwise. */
  readonly key: ScalarInfo | undefined;
  /** `explicit` for members of oneofs and singular messages too. */
  readonly presence: 'implicit' | 'explicit' | 'required';
  readonly packed: boolean;
  readonly verifyUtf8: boolean;
  /** Name of the oneof; undefined outside of one. */
  readonly oneof: string | undefined;
}

export interface MessageInfo {
  readonly name: string;
  /** By ascending number. */
  readonly fields: readonly FieldInfo[];
  readonly byNumber: ReadonlyMap<number, FieldInfo>;
  /** By JSON name and by proto name. */
  readonly byJsonName: ReadonlyMap<string, FieldInfo>;
  readonly wellKnown: WellKnown | undefined;
  /** Stands in the descriptor, so the package has a codec for it. */
  readonly listed: boolean;
}

export interface EnumInfo {
  readonly name: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** First name of each number. */
  readonly names: ReadonlyMap<number, string>;
  /** Number of the first member: the default of a field without a declared one. */
  readonly first: number;
}

/** The messages and enums of a descriptor. */
export interface Schema {
  readonly descriptor: Descriptor;
  /** @throws Error for a name that neither the descriptor nor the well-known types have. */
  message(name: string): MessageInfo;
  /** Undefined for a name that is no message here. */
  findMessage(name: string): MessageInfo | undefined;
  /** @throws Error for a name that the descriptor does not have. */
  enum(name: string): EnumInfo;
}

const nullValue = { name: 'google.protobuf.NullValue', members: [{ name: 'NULL_VALUE', value: 0 }] };

export function createSchema(descriptor: Descriptor): Schema {
  const messages = new Map(descriptor.messages.map((message) => [message.name, message]));
  const enums = new Map<
    string,
    Pick<Enum, 'name'> & { readonly members: readonly Pick<Enum['members'][number], 'name' | 'value'>[] }
  >([[nullValue.name, nullValue], ...descriptor.enums.map((node) => [node.name, node] as const)]);
  const compiled = new Map<string, MessageInfo>();
  const compiledEnums = new Map<string, EnumInfo>();
  const schema: Schema = {
    descriptor,
    findMessage(name) {
      let info = compiled.get(name);
      if (info !== undefined) return info;
      const listed = messages.get(name);
      const shape = Object.hasOwn(wellKnownShapes, name) ? wellKnownShapes[name] : undefined;
      if (listed === undefined && shape === undefined) return undefined;
      const fields = listed === undefined ? shape!.map((field) => fromShape(schema, field)) : fieldsOf(schema, listed);
      info = indexed(name, fields, listed !== undefined);
      compiled.set(name, info);
      return info;
    },
    message(name) {
      const info = schema.findMessage(name);
      if (info === undefined) throw new Error(`The descriptor has no message "${name}".`);
      return info;
    },
    enum(name) {
      let info = compiledEnums.get(name);
      if (info !== undefined) return info;
      const node = enums.get(name);
      if (node === undefined) throw new Error(`The descriptor has no enum "${name}".`);
      const names = new Map<number, string>();
      for (const member of node.members) {
        if (typeof member.value === 'number' && !names.has(member.value)) names.set(member.value, member.name);
      }
      const numbers = new Map(node.members.map((member) => [member.name, Number(member.value)]));
      info = { name, numbers, names, first: Number(node.members[0]?.value ?? 0) };
      compiledEnums.set(name, info);
      return info;
    },
  };
  return schema;
}

function indexed(name: string, unsorted: readonly FieldInfo[], listed: boolean): MessageInfo {
  const fields = [...unsorted].sort((a, b) => a.number - b.number);
  const byJsonName = new Map(fields.map((field) => [field.name, field]));
  for (const field of fields) byJsonName.set(field.jsonName, field);
  const byNumber = new Map(fields.map((field) => [field.number, field]));
  return { name, fields, byNumber, byJsonName, wellKnown: wellKnownKind(name), listed };
}

function fieldsOf(schema: Schema, message: Message): FieldInfo[] {
  return message.fields.map((field) => ({
    name: field.name,
    jsonName: field.jsonName,
    number: field.number,
    cardinality: field.cardinality,
    type: elementType(schema, field),
    key: field.key === undefined ? undefined : scalars[field.key],
    presence:
      field.oneof !== undefined ||
      (field.cardinality === 'singular' && field.type.kind === 'message' && field.presence !== 'required')
        ? 'explicit'
        : field.presence,
    packed: field.packed,
    verifyUtf8: field.verifyUtf8,
    oneof: field.oneof,
  }));
}

function elementType(schema: Schema, field: Field): ElementType {
  const { type } = field;
  switch (type.kind) {
    case 'scalar':
      return { kind: 'scalar', info: scalars[type.scalar] };
    case 'enum':
      return { kind: 'enum', info: schema.enum(type.name), closed: field.closedEnum };
    case 'message':
      return { kind: 'message', name: type.name, delimited: field.delimited };
    default:
      throw new Error(`Field "${field.name}" of a message cannot have a type of kind "${type.kind}".`);
  }
}

function fromShape(schema: Schema, shape: ShapeField): FieldInfo {
  const { of, list, mapKey, oneof, ...names } = shape;
  const type: ElementType = of.startsWith('.')
    ? { kind: 'message', name: of.slice(1), delimited: false }
    : of.startsWith('=')
      ? { kind: 'enum', info: schema.enum(of.slice(1)), closed: false }
      : { kind: 'scalar', info: scalars[of as keyof typeof scalars] };
  return {
    ...names,
    cardinality: mapKey !== undefined ? 'map' : list ? 'list' : 'singular',
    type,
    key: mapKey === undefined ? undefined : scalars[mapKey],
    presence: oneof === undefined ? 'implicit' : 'explicit',
    packed: type.kind !== 'message' && type.kind === 'scalar' && type.info.wire !== wireTypeLength,
    verifyUtf8: true,
    oneof,
  };
}

const wireTypeLength = 2;
