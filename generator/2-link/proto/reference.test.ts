/** The linked model against an independent reading: protobufjs parses and resolves the same files. */
import path from 'node:path';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { Field } from '../../ir/protocol.ts';
import { linkFolder } from './test/linked.ts';

const root = packageRoot();
const corpus = [
  ['fixtures/generator/proto-two/input', ['two.proto']],
  ['fixtures/generator/proto-three/input', ['three.proto', 'deep/folder/use.proto']],
  ['fixtures/generator/proto-editions/input', ['e2023.proto', 'e2024.proto']],
  ['spec/well-known', ['google/protobuf/descriptor.proto', 'google/protobuf/api.proto']],
] satisfies readonly (readonly [string, readonly string[]])[];

function reference(folder: string, files: readonly string[]): protobuf.Root {
  const reading = new protobuf.Root();
  reading.resolvePath = (_, target) =>
    path.join(root, target.startsWith('google/protobuf/') ? 'spec/well-known' : folder, target);
  reading.loadSync([...files], { keepCase: true, alternateCommentMode: true });
  reading.resolveAll();
  return reading;
}

/** What both sides know of a field. */
interface Facts {
  readonly number: number;
  readonly type: string;
  readonly shape: string;
  readonly packed: boolean;
  readonly delimited: boolean;
  readonly required: boolean;
  readonly presence: boolean;
  readonly oneof: string | undefined;
}

function factsOf(field: Field): Facts {
  const { type } = field.shape;
  return {
    number: field.number,
    type: type.kind === 'scalar' ? type.scalar : type.fullName,
    shape: field.shape.kind === 'map' ? `map ${field.shape.key}` : field.shape.kind,
    packed: field.packed,
    delimited: field.delimited,
    required: field.presence === 'required',
    presence: field.presence !== 'implicit',
    oneof: field.oneof,
  };
}

function factsOfReference(field: protobuf.Field): Facts {
  const oneof = field.partOf?.isProto3Optional === true ? undefined : field.partOf?.name;
  const list = field.repeated && !field.map;
  const single = !field.repeated && !field.map;
  const packable = field.resolvedType instanceof protobuf.Enum || field.type in protobuf.types.packed;
  return {
    number: field.id,
    type: field.resolvedType?.fullName.slice(1) ?? field.type,
    shape: field instanceof protobuf.MapField ? `map ${field.keyType}` : list ? 'list' : 'singular',
    packed: list && field.packed && packable,
    delimited: !field.map && field.resolvedType instanceof protobuf.Type && field.delimited,
    required: field.required,
    // protobufjs speaks of presence where messages have it anyway.
    presence: Boolean(field.hasPresence) || (single && field.resolvedType instanceof protobuf.Type),
    oneof,
  };
}

describe.each(corpus)('%s', (folder, files) => {
  it('has the same messages, fields, enums and extensions', async () => {
    const linked = await linkFolder(path.join(root, folder), files);
    const theirs = reference(folder, files);
    let fields = 0;
    // Of imported well-known types protobufjs has a copy of its own, with other names.
    const own = linked.files.filter((file) => file.requested);
    for (const message of own.flatMap((file) => file.messages)) {
      const type = theirs.lookupType(message.fullName);
      const members = type.fieldsArray.filter((field) => field.declaringField === null && field.extend === undefined);
      expect(members.map(({ name }) => name).sort(), message.fullName).toEqual(
        message.fields.map(({ name }) => name).sort(),
      );
      for (const field of message.fields) {
        expect(factsOf(field), field.fullName).toEqual(factsOfReference(type.fields[field.name]!));
        fields++;
      }
    }
    for (const each of own.flatMap((file) => file.enums)) {
      const values = Object.entries(theirs.lookupEnum(each.fullName).values);
      expect(
        each.values.map(({ name, number }) => [name, number]),
        each.fullName,
      ).toEqual(values);
    }
    for (const extension of own.flatMap((file) => file.extensions)) {
      const field = theirs.lookup(extension.fullName) as protobuf.Field;
      expect([extension.number, extension.extendee], extension.fullName).toEqual([
        field.id,
        field.extensionField?.parent?.fullName.slice(1),
      ]);
    }
    expect(fields).toBeGreaterThan(10);
  });
});
