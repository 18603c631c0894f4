/**
 * Two other implementations of protobuf, to judge ours by: @bufbuild/protobuf over descriptors made from a `Protocol`, and
 * protobufjs reflection over the .proto files themselves. Both go from bytes to bytes.
 */
import path from 'node:path';
import {
  create,
  createFileRegistry,
  fromBinary,
  toBinary,
  type DescMessage,
  type FileRegistry,
} from '@bufbuild/protobuf';
import {
  DescriptorProtoSchema,
  EnumDescriptorProtoSchema,
  FeatureSet_EnumType,
  FeatureSet_FieldPresence,
  FeatureSet_MessageEncoding,
  FeatureSet_RepeatedFieldEncoding,
  FeatureSet_Utf8Validation,
  FeatureSetSchema,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  FieldOptionsSchema,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  Edition,
  type DescriptorProto,
  type FieldDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import protobufjs from 'protobufjs';
import type { Field, Message, ProtoEnum, Protocol, ValueType } from '../../../ir/protocol.ts';

/** Decodes bytes as a message and encodes them again; throws when they are none. */
export type Oracle = (fullName: string, bytes: Uint8Array) => Uint8Array;

export const protobufEs = (protocol: Protocol): Oracle => oracleOf(esRegistry(protocol));

/** Either of the others, over the types that it holds. */
export function oracleOf(types: FileRegistry | protobufjs.Root): Oracle {
  if (types instanceof protobufjs.Root) {
    return (fullName, bytes) => {
      const type = types.lookupType(fullName);
      const reader = protobufjs.Reader.create(bytes);
      (reader as { discardUnknown?: boolean }).discardUnknown = false;
      return type.encode(type.decode(reader)).finish();
    };
  }
  return (fullName, bytes) => {
    const schema: DescMessage = types.getMessage(fullName)!;
    return toBinary(schema, fromBinary(schema, bytes));
  };
}

/** Every type of the protocol, for @bufbuild/protobuf. */
export function esRegistry(protocol: Protocol): FileRegistry {
  const set = create(FileDescriptorSetSchema, {
    file: protocol.files.map((each) =>
      create(FileDescriptorProtoSchema, {
        name: each.path,
        package: each.package,
        syntax: 'editions',
        edition: Edition.EDITION_2023,
        dependency: each.imports.map((imported) => imported.path),
        messageType: each.messages
          .filter((m) => m.parent === undefined)
          .map((m) => message(m, each.messages, each.enums)),
        enumType: each.enums.filter((e) => e.parent === undefined).map(enumeration),
      }),
    ),
  });
  return createFileRegistry(set);
}

function message(node: Message, messages: readonly Message[], enums: readonly ProtoEnum[]): DescriptorProto {
  const maps = node.fields.filter(({ shape }) => shape.kind === 'map');
  return create(DescriptorProtoSchema, {
    name: node.name,
    field: node.fields.map((f) => field(f, node)),
    oneofDecl: node.oneofs.map(({ name }) => ({ name })),
    nestedType: [
      ...messages.filter((m) => m.parent === node.fullName).map((m) => message(m, messages, enums)),
      ...maps.map((f) => entry(f, node)),
    ],
    enumType: enums.filter((e) => e.parent === node.fullName).map(enumeration),
  });
}

const entryName = ({ name }: Field): string =>
  `${name.replace(/(?:^|_)([a-z])?/g, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}Entry`;

function entry(node: Field, owner: Message): DescriptorProto {
  if (node.shape.kind !== 'map') throw new Error('not a map');
  const part = (name: string, number: number, type: ValueType): Field => ({
    ...node,
    name,
    number,
    shape: { kind: 'singular', type },
    presence: 'explicit',
    default: undefined,
  });
  return create(DescriptorProtoSchema, {
    name: entryName(node),
    field: [
      field(part('key', 1, { kind: 'scalar', scalar: node.shape.key }), owner),
      field(part('value', 2, node.shape.type), owner),
    ],
    options: { mapEntry: true },
  });
}

function field(node: Field, owner: Message): FieldDescriptorProto {
  const { shape } = node;
  const isMap = shape.kind === 'map';
  const type = typeOf(shape.type, node.delimited);
  const features = create(FeatureSetSchema, {
    fieldPresence:
      shape.kind !== 'singular'
        ? FeatureSet_FieldPresence.EXPLICIT
        : {
            explicit: FeatureSet_FieldPresence.EXPLICIT,
            implicit: FeatureSet_FieldPresence.IMPLICIT,
            required: FeatureSet_FieldPresence.LEGACY_REQUIRED,
          }[node.presence],
    repeatedFieldEncoding: node.packed
      ? FeatureSet_RepeatedFieldEncoding.PACKED
      : FeatureSet_RepeatedFieldEncoding.EXPANDED,
    messageEncoding: node.delimited ? FeatureSet_MessageEncoding.DELIMITED : FeatureSet_MessageEncoding.LENGTH_PREFIXED,
    utf8Validation: node.verifyUtf8 ? FeatureSet_Utf8Validation.VERIFY : FeatureSet_Utf8Validation.NONE,
  });
  return create(FieldDescriptorProtoSchema, {
    name: node.name,
    number: node.number,
    jsonName: node.jsonName,
    label: shape.kind === 'singular' ? FieldDescriptorProto_Label.OPTIONAL : FieldDescriptorProto_Label.REPEATED,
    type: isMap ? FieldDescriptorProto_Type.MESSAGE : type,
    ...(isMap
      ? { typeName: `.${owner.fullName}.${entryName(node)}` }
      : shape.type.kind === 'scalar'
        ? {}
        : { typeName: `.${shape.type.fullName}` }),
    ...(node.oneof === undefined ? {} : { oneofIndex: owner.oneofs.findIndex(({ name }) => name === node.oneof) }),
    options: create(FieldOptionsSchema, { features }),
  });
}

function typeOf(type: ValueType, delimited: boolean): FieldDescriptorProto_Type {
  if (type.kind === 'enum') return FieldDescriptorProto_Type.ENUM;
  if (type.kind === 'message') return delimited ? FieldDescriptorProto_Type.GROUP : FieldDescriptorProto_Type.MESSAGE;
  return FieldDescriptorProto_Type[type.scalar.toUpperCase() as keyof typeof FieldDescriptorProto_Type];
}

function enumeration(node: ProtoEnum) {
  return create(EnumDescriptorProtoSchema, {
    name: node.name,
    value: node.values.map(({ name, number }) => ({ name, number })),
    options: { features: { enumType: node.open ? FeatureSet_EnumType.OPEN : FeatureSet_EnumType.CLOSED } },
  });
}

/** @param folder - Where the .proto files lie. */
export async function protobufJs(folder: string, protos: readonly string[]): Promise<Oracle> {
  return oracleOf(await jsRoot(folder, protos));
}

/** Every type of the .proto files, for protobufjs. It has the well-known types itself. */
export async function jsRoot(folder: string, protos: readonly string[]): Promise<protobufjs.Root> {
  const root = new protobufjs.Root();
  root.resolvePath = (_, target) => (target.startsWith('google/') ? target : path.join(folder, target));
  await root.load([...protos], { keepCase: true });
  root.resolveAll();
  return root;
}
