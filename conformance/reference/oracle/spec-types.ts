/** The types of an event spec, by name, under a profile: which values each accepts. */
import type { Argument, Descriptor, Enum, Event, Int64, Property, Type, TypeRef } from '../../model/descriptor.gen.ts';
import type { Profile } from '../../model/case.ts';
import { isNumber, isObject, sameJson, type ExactJson } from './json-text.ts';
import { scalars } from './scalars.ts';

export type ObjectType = Extract<Type, { kind: 'object' }>;
export type UnionType = Extract<Type, { kind: 'union' }>;

/** A place in a value: its type, what it may be beside that, and how its 64-bit integers travel. */
export interface Slot {
  readonly type: TypeRef;
  readonly presence: Property['presence'];
  readonly nullable: boolean;
  readonly int64: Int64;
}

/** Types, enums and events of a descriptor as one layer of the spec gives them. */
export class SpecTypes {
  readonly descriptor: Descriptor;
  readonly profile: Profile;
  private readonly types: ReadonlyMap<string, Type>;
  private readonly enums: ReadonlyMap<string, Enum>;
  private readonly protoModules: ReadonlySet<string>;
  private readonly events: ReadonlyMap<string, Event>;

  constructor(descriptor: Descriptor, profile: Profile) {
    this.descriptor = descriptor;
    this.profile = profile;
    this.types = new Map([...descriptor.types, ...descriptor.derivedTypes].map((type) => [type.name, type]));
    this.enums = new Map(descriptor.enums.map((node) => [node.name, node]));
    this.protoModules = new Set(descriptor.files.filter((file) => file.kind === 'proto').map((file) => file.module));
    this.events = new Map(descriptor.events.map((event) => [event.name, event]));
  }

  find(name: string): Type | undefined {
    return this.types.get(name);
  }

  enum(name: string): Enum | undefined {
    return this.enums.get(name);
  }

  event(name: string): Event | undefined {
    return this.events.get(name);
  }

  /** Is this an enum of a proto file, whose JSON form is the name of its member? */
  isProtoEnum(node: Enum): boolean {
    return this.protoModules.has(node.module);
  }

  /** The arguments of an event in the layer that judges; the interpreted one where nothing was observed. */
  argumentsOf(event: Event): readonly Argument[] {
    if (this.profile === 'declared') return event.declared;
    return this.profile === 'observed' ? (event.observed?.arguments ?? event.arguments) : event.arguments;
  }

  /** A property in the layer that judges. */
  slotOf(property: Property): Slot {
    const { type, presence, nullable, int64 } = property;
    if (this.profile === 'declared' && property.declared !== undefined) {
      return { type: property.declared.ref, presence, nullable, int64 };
    }
    if (this.profile === 'observed' && property.observed !== undefined && property.observed.types.length > 0) {
      const { types, absent } = property.observed;
      const union: TypeRef = types.length === 1 ? types[0]! : { kind: 'union', of: types };
      return { type: union, presence: absent ? 'optional' : presence, nullable, int64 };
    }
    return { type, presence, nullable, int64 };
  }

  /** Is the value legal here? Undefined stands for absence. */
  accepts(slot: Slot, value: ExactJson | undefined): boolean {
    if (value === undefined) return slot.presence !== 'required' || this.acceptsType(slot, undefined);
    return (value === null && slot.nullable) || this.acceptsType(slot, value);
  }

  private acceptsType(slot: Slot, value: ExactJson | undefined): boolean {
    const { type } = slot;
    const inside = (inner: TypeRef): Slot => ({ ...slot, type: inner, presence: 'required', nullable: false });
    switch (type.kind) {
      case 'scalar':
        return acceptsScalar(slot, type.scalar, value);
      case 'number':
        return isNumber(value);
      case 'json':
        return value !== undefined;
      case 'json-object':
        return isObject(value);
      case 'long-object':
        return (
          isObject(value) && isNumber(value['low']) && isNumber(value['high']) && typeof value['unsigned'] === 'boolean'
        );
      case 'undefined':
        return value === undefined;
      case 'literal':
        return value === type.value;
      case 'prefix':
        return typeof value === 'string' && value.startsWith(type.value);
      case 'list':
        return Array.isArray(value) && value.every((item) => this.accepts(inside(type.of), item as ExactJson));
      case 'map':
        return isObject(value) && Object.values(value).every((item) => this.accepts(inside(type.value), item));
      case 'union':
        return type.of.some((member) => this.accepts({ ...slot, type: member, nullable: false }, value));
      case 'message':
        return isObject(value) || typeof value === 'string';
      case 'enum':
        return this.acceptsEnum(type.name, value);
      case 'type':
        return this.acceptsNamed(slot, type.name, value);
      default:
        return type satisfies never;
    }
  }

  private acceptsEnum(name: string, value: ExactJson | undefined): boolean {
    const node = this.enums.get(name);
    if (node === undefined) return false;
    if (this.isProtoEnum(node)) {
      return typeof value === 'string' ? node.members.some((member) => member.name === value) : isInteger(value);
    }
    if (node.kind === 'integer' ? !isInteger(value) : typeof value !== 'string') return false;
    return node.open || node.members.some((member) => matches(member, value!));
  }

  private acceptsNamed(slot: Slot, name: string, value: ExactJson | undefined): boolean {
    const type = this.types.get(name);
    if (type === undefined) return this.acceptsEnum(name, value);
    switch (type.kind) {
      case 'alias':
        return this.accepts({ ...slot, type: type.type }, value);
      case 'enum':
        return this.acceptsEnum(name, value);
      case 'object':
        return this.acceptsObject(type, value);
      case 'union': {
        const variant = this.variantOf(type, value);
        return variant === undefined
          ? type.open && isObject(value) && typeof value[type.discriminant] === 'string'
          : this.acceptsNamed(slot, variant, value);
      }
      case 'callback':
        return false;
      default:
        return type satisfies never;
    }
  }

  private acceptsObject(type: ObjectType, value: ExactJson | undefined): boolean {
    if (!isObject(value)) return false;
    const names = new Set(type.fields.map((field) => field.name));
    if (!type.open && Object.keys(value).some((name) => !names.has(name))) return false;
    return type.fields.every((field) =>
      this.accepts(this.slotOf(field), Object.hasOwn(value, field.name) ? value[field.name] : undefined),
    );
  }

  /** Name of the object type that the discriminant chooses; undefined when it chooses none. */
  variantOf(type: UnionType, value: ExactJson | undefined): string | undefined {
    if (!isObject(value)) return undefined;
    const chosen = value[type.discriminant];
    return type.variants.find((variant) =>
      isNumber(chosen) ? Number(chosen) === variant.value : chosen === variant.value,
    )?.type;
  }

  /** The member of an undiscriminated union that accepts the value. */
  memberOf(slot: Slot, members: readonly TypeRef[], value: ExactJson): TypeRef | undefined {
    return members.find((member) => this.accepts({ ...slot, type: member }, value));
  }
}

type Member = Enum['members'][number];

/** Does the value belong to the member, exactly or by its prefix? */
function matches(member: Member, value: ExactJson): boolean {
  if (member.match === 'prefix') return typeof value === 'string' && value.startsWith(String(member.value));
  return sameJson(member.value, value);
}

const isInteger = (value: ExactJson | undefined): boolean => typeof value === 'bigint' || Number.isInteger(value);

const decimal = /^-?(?:0|[1-9][0-9]*)$/;

function acceptsScalar({ int64 }: Slot, scalar: keyof typeof scalars, value: ExactJson | undefined): boolean {
  const info = scalars[scalar];
  switch (info.family) {
    case 'int': {
      const inRange = (n: bigint): boolean => n >= info.min && n <= info.max;
      if (info.wide && int64.travel === 'string')
        return typeof value === 'string' && decimal.test(value) && inRange(BigInt(value));
      return isNumber(value) && isInteger(value) && inRange(BigInt(value));
    }
    case 'float':
      return isNumber(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'bytes':
      return typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
    default:
      return info.family satisfies never;
  }
}
