/** Builds descriptors for tests from short notation: every kind of field, without a generator. */
import type {
  Descriptor,
  Enum,
  Event,
  Field,
  Message,
  Origin,
  Property,
  Scalar,
  Type,
  TypeRef,
} from '../../model/descriptor.gen.ts';
import { scalars } from '../oracle/scalars.ts';

const origin: Origin = { file: 'sample.proto', line: 1, column: 1 };
const documented = { description: '', deprecated: false, origin };

const camel = (name: string): string => name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A scalar by its name, `=name` for an enum, `.name` for a message. */
export function ref(of: string): TypeRef {
  if (of.startsWith('.')) return { kind: 'message', name: of.slice(1) };
  if (of.startsWith('=')) return { kind: 'enum', name: of.slice(1), width: 'int32' };
  return { kind: 'scalar', scalar: of as Scalar };
}

export function field(name: string, number: number, of: string, more: Partial<Field> = {}): Field {
  const type = ref(of);
  const packable = type.kind === 'enum' || (type.kind === 'scalar' && scalars[type.scalar].wire !== 2);
  const cardinality = more.cardinality ?? (more.key === undefined ? 'singular' : 'map');
  return {
    name,
    property: camel(name),
    jsonName: camel(name),
    number,
    cardinality,
    type,
    presence: type.kind === 'message' && cardinality === 'singular' ? 'explicit' : 'implicit',
    packed: cardinality === 'list' && packable,
    delimited: false,
    verifyUtf8: true,
    closedEnum: false,
    int64: 'bigint',
    ...documented,
    ...more,
  };
}

export const list = (name: string, number: number, of: string, more: Partial<Field> = {}): Field =>
  field(name, number, of, { cardinality: 'list', ...more });

export function message(name: string, fields: readonly Field[]): Message {
  const oneofs = [...new Set(fields.flatMap((item) => item.oneof ?? []))].map((oneof) => ({
    name: oneof,
    property: camel(oneof),
    fields: fields.filter((item) => item.oneof === oneof).map((item) => item.name),
  }));
  return {
    name,
    typeName: name.split('.').slice(1).join('_'),
    module: 'sample',
    messageSet: false,
    fields,
    oneofs,
    extensionRanges: [],
    reservedRanges: [],
    reservedNames: [],
    ...documented,
  };
}

export function enumeration(
  name: string,
  members: Readonly<Record<string, number | string>>,
  more: Partial<Enum> = {},
): Enum {
  return {
    name,
    typeName: name.split('.').at(-1)!,
    module: 'sample',
    kind: Object.values(members).every((value) => typeof value === 'number') ? 'integer' : 'string',
    standing: 'documented',
    open: true,
    incomplete: false,
    members: Object.entries(members).map(([member, value]) => ({
      name: member,
      property: member,
      value,
      match: 'exact',
      label: '',
      unspecified: false,
      status: '',
      ...documented,
    })),
    commentedOut: [],
    ...documented,
    ...more,
  };
}

const int64 = { travel: 'number', surface: 'bigint' } as const;

export const property = (name: string, type: TypeRef, more: Partial<Property> = {}): Property => ({
  name,
  type,
  presence: 'optional',
  nullable: false,
  int64,
  unit: '',
  values: [],
  ...documented,
  ...more,
});

export const object = (name: string, fields: readonly Property[], open = true): Type => ({
  kind: 'object',
  name,
  typeName: name,
  module: 'events',
  open,
  fields,
  ...documented,
});

export const event = (
  name: string,
  args: readonly (readonly [name: string, type: TypeRef])[],
  more: Partial<Event> = {},
): Event => {
  const list = args.map(
    ([argument, type]) =>
      ({ name: argument, type, presence: 'required', nullable: false, int64, description: '' }) as const,
  );
  return {
    name,
    label: name,
    module: 'events',
    direction: 'server-to-client',
    group: '',
    arguments: list,
    declared: list,
    ...documented,
    ...more,
  };
};

export function descriptor(parts: Partial<Descriptor>): Descriptor {
  const { messages = [], enums = [], types = [], events = [] } = parts;
  return {
    $schema: 'https://wiremark.dev/schema/descriptor.schema.json',
    format: 1,
    protocol: 'sample',
    package: { name: '@sample/sample', version: '1.0.0' },
    generator: '0.0.0',
    counts: {
      files: 1,
      messages: messages.length,
      fields: messages.reduce((sum, item) => sum + item.fields.length, 0),
      oneofs: 0,
      enums: enums.length,
      members: enums.reduce((sum, item) => sum + item.members.length, 0),
      types: types.length,
      events: events.length,
      callbacks: 0,
    },
    files: [
      { path: 'sample.proto', module: 'sample', kind: 'proto', package: 'sample', syntax: '2023' },
      { path: 'events.spec.yaml', module: 'events', kind: 'event-spec', package: '', syntax: 'none' },
    ],
    derivedTypes: [],
    callbacks: [],
    bindings: [{ kind: 'message-envelope', name: 'messages', description: '', message: '/message', value: '/value' }],
    notes: [],
    ...parts,
    messages,
    enums,
    types,
    events,
  };
}
