/** Makes small protocols by hand, so that plans can be tested without the stages before. Every default is the plainest. */
import type {
  EventSpec,
  SpecArgument,
  SpecCallback,
  SpecEnum,
  SpecEvent,
  SpecField,
  SpecObject,
  SpecType,
  TypeExpr,
} from '../../../ir/event-spec.ts';
import type { Origin } from '../../../ir/origin.ts';
import type { Field, FieldShape, Message, ProtoEnum, ProtoFile, Protocol, ValueType } from '../../../ir/protocol.ts';
import type { Scalar } from '../../../ir/scalar.ts';
import type { PlanOptions } from '../../options.ts';

export const origin: Origin = { file: 'chat.proto', line: 1, column: 1, length: 0 };

export const options: PlanOptions = {
  packageName: '@acme/chat',
  packageVersion: '0.1.0',
  generator: '1.2.3',
  emit: 'js',
};

export const scalar = (name: Scalar): ValueType => ({ kind: 'scalar', scalar: name });
export const messageType = (fullName: string): ValueType => ({ kind: 'message', fullName });
export const enumType = (fullName: string, open = true): ValueType => ({ kind: 'enum', fullName, open });

export function field(name: string, type: ValueType | FieldShape, change: Partial<Field> = {}): Field {
  const shape: FieldShape =
    type.kind === 'scalar' || type.kind === 'message' || type.kind === 'enum' ? { kind: 'singular', type } : type;
  const explicit = shape.kind === 'singular' && (shape.type.kind === 'message' || change.oneof !== undefined);
  return {
    kind: 'field',
    name,
    fullName: `chat.X.${name}`,
    number: 1,
    jsonName: name.replace(/_+([^_]?)/g, (_, next: string) => next.toUpperCase()),
    shape,
    presence: explicit ? 'explicit' : 'implicit',
    packed: false,
    delimited: false,
    verifyUtf8: true,
    default: undefined,
    oneof: undefined,
    int64: 'bigint',
    extendee: undefined,
    options: {},
    deprecated: false,
    comment: '',
    origin,
    ...change,
  };
}

export function message(fullName: string, fields: readonly Field[], change: Partial<Message> = {}): Message {
  const oneofs = [...new Set(fields.flatMap((node) => node.oneof ?? []))];
  return {
    kind: 'message',
    name: fullName.slice(fullName.lastIndexOf('.') + 1),
    fullName,
    file: 'chat.proto',
    parent: undefined,
    fields: fields.map((node, i) => ({ ...node, number: i + 1, fullName: `${fullName}.${node.name}` })),
    oneofs: oneofs.map((name) => ({
      kind: 'oneof',
      name,
      fullName: `${fullName}.${name}`,
      fields: fields.filter((node) => node.oneof === name).map((node) => node.name),
      comment: '',
      origin,
    })),
    extensionRanges: [],
    reservedRanges: [],
    reservedNames: [],
    messageSet: false,
    options: {},
    deprecated: false,
    comment: '',
    origin,
    ...change,
  };
}

export function protoEnum(
  fullName: string,
  values: Readonly<Record<string, number>>,
  change: Partial<ProtoEnum> = {},
): ProtoEnum {
  return {
    kind: 'enum',
    name: fullName.slice(fullName.lastIndexOf('.') + 1),
    fullName,
    file: 'chat.proto',
    parent: undefined,
    open: true,
    allowAlias: false,
    values: Object.entries(values).map(([name, number]) => ({
      name,
      number,
      options: {},
      deprecated: false,
      comment: '',
      origin,
    })),
    reservedRanges: [],
    reservedNames: [],
    options: {},
    deprecated: false,
    comment: '',
    origin,
    ...change,
  };
}

export function protoFile(content: Partial<ProtoFile>): ProtoFile {
  return {
    kind: 'proto-file',
    path: 'chat.proto',
    package: 'chat',
    syntax: 'proto3',
    imports: [],
    messages: [],
    enums: [],
    extensions: [],
    services: [],
    options: {},
    comment: '',
    requested: true,
    text: 'syntax = "proto3";\n',
    origin,
    ...content,
  };
}

export function protocol(files: readonly ProtoFile[], specs: readonly EventSpec[] = []): Protocol {
  return { name: 'chat', files, specs, facts: new Map() };
}

const specOrigin: Origin = { file: 'spec/app.spec.yaml', line: 1, column: 1, length: 0 };
const named = {
  standing: 'documented',
  description: '',
  deprecated: false,
  source: undefined,
  origin: specOrigin,
} as const;
const int64 = { travel: 'number', surface: 'bigint' } as const;

export const text: TypeExpr = { kind: 'scalar', scalar: 'string' };
export const whole: TypeExpr = { kind: 'scalar', scalar: 'int32' };
export const long: TypeExpr = { kind: 'scalar', scalar: 'int64' };
export const typeOf = (name: string): TypeExpr => ({ kind: 'type', spec: 'app', name });

export function specField(name: string, type: TypeExpr, change: Partial<SpecField> = {}): SpecField {
  return {
    name,
    type,
    presence: 'required',
    nullable: false,
    description: '',
    deprecated: false,
    unit: undefined,
    values: [],
    default: undefined,
    int64,
    declared: undefined,
    observed: undefined,
    source: undefined,
    origin: specOrigin,
    ...change,
  };
}

export function specObject(name: string, fields: readonly SpecField[], change: Partial<SpecObject> = {}): SpecObject {
  return { kind: 'object', name, ...named, fields, open: false, ...change };
}

export function specUnion(
  name: string,
  discriminant: string,
  variants: Readonly<Record<string, string>>,
  open = false,
): SpecType {
  return {
    kind: 'union',
    name,
    ...named,
    discriminant,
    open,
    variants: Object.entries(variants).map(([value, type]) => ({ value, type, origin: specOrigin })),
  };
}

export function specEnum(
  name: string,
  values: Readonly<Record<string, string | number>>,
  change: Partial<SpecEnum> = {},
): SpecEnum {
  return {
    kind: 'spec-enum',
    name,
    ...named,
    valueKind: Object.values(values).every((value) => typeof value === 'number') ? 'integer' : 'string',
    open: false,
    members: Object.entries(values).map(([member, value]) => ({
      name: member,
      value,
      match: 'exact',
      label: '',
      description: '',
      deprecated: false,
      source: undefined,
      origin: specOrigin,
    })),
    ...change,
  };
}

export function argument(name: string, type: TypeExpr, change: Partial<SpecArgument> = {}): SpecArgument {
  return {
    name,
    type,
    presence: 'required',
    nullable: false,
    description: '',
    int64,
    source: undefined,
    origin: specOrigin,
    ...change,
  };
}

export function event(name: string, args: readonly SpecArgument[], change: Partial<SpecEvent> = {}): SpecEvent {
  return {
    kind: 'event',
    name,
    label: name,
    description: '',
    deprecated: false,
    direction: 'server-to-client',
    group: '',
    arguments: args,
    declared: args,
    observed: undefined,
    source: undefined,
    origin: specOrigin,
    ...change,
  };
}

export function callback(name: string, args: readonly SpecArgument[]): SpecCallback {
  return { kind: 'callback', name, ...named, arguments: args };
}

export function eventSpec(content: Partial<EventSpec>): EventSpec {
  return {
    kind: 'event-spec',
    path: 'spec/app.spec.yaml',
    name: 'app',
    title: 'App',
    description: 'Events of the app.',
    documents: [],
    enums: [],
    types: [],
    callbacks: [],
    events: [],
    bindings: [],
    notes: [],
    rules: [],
    text: 'name: app\n',
    origin: specOrigin,
    ...content,
  };
}
