/** The bundled files say what the published ones do: held against the descriptors of two other projects. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DescField, DescFile, DescMessage } from '@bufbuild/protobuf';
import * as wkt from '@bufbuild/protobuf/wkt';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { MessageDecl, ProtoSource } from '../../ir/proto-source.ts';
import { outline } from './outline/outline.ts';

const folder = path.join(packageRoot(), 'spec/well-known/google/protobuf');
const files = readdirSync(folder).sort();

function bundled(file: string): ProtoSource {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const read = outline({ path: `google/protobuf/${file}`, file, requested: false, text });
  expect(read.diagnostics).toEqual([]);
  return read.source;
}

/** `message.field = number`, `enum.value = number`, for all that a file declares, sorted. */
function facts(source: ProtoSource): string[] {
  const lines: string[] = [];
  const visit = (scope: string, holder: Pick<MessageDecl, 'messages' | 'enums' | 'extends'>): void => {
    for (const message of holder.messages) {
      const name = scope + message.name.text;
      lines.push(name);
      for (const field of message.fields) {
        const repeated = field.mapKey !== undefined || field.label?.text === 'repeated' ? ' repeated' : '';
        lines.push(`${name}.${field.name.text} = ${field.number!.value}${repeated} ${field.oneof ?? ''}`);
      }
      visit(`${name}.`, message);
    }
    for (const each of holder.enums) {
      for (const value of each.values)
        lines.push(`${scope}${each.name.text}.${value.name.text} = ${value.number!.value}`);
    }
    for (const { fields } of holder.extends) {
      for (const field of fields) lines.push(`extension ${field.name.text} = ${field.number!.value}`);
    }
  };
  visit('', source);
  return lines.sort();
}

function factsOfDescriptor(file: DescFile): string[] {
  const lines: string[] = [];
  const nameOf = (typeName: string): string => typeName.slice(file.proto.package.length + 1);
  const fieldOf = (field: DescField): string => {
    const repeated = field.fieldKind === 'list' || field.fieldKind === 'map' ? ' repeated' : '';
    return `${nameOf(field.parent.typeName)}.${field.name} = ${field.number}${repeated} ${field.oneof?.name ?? ''}`;
  };
  const visit = (messages: readonly DescMessage[]): void => {
    for (const message of messages) {
      lines.push(nameOf(message.typeName), ...message.fields.map(fieldOf));
      visit(message.nestedMessages);
      enums(message.nestedEnums);
    }
  };
  const enums = (all: DescFile['enums']): void => {
    for (const each of all)
      for (const value of each.values) lines.push(`${nameOf(each.typeName)}.${value.name} = ${value.number}`);
  };
  visit(file.messages);
  enums(file.enums);
  lines.push(...file.extensions.map((field) => `extension ${field.name} = ${field.number}`));
  return lines.sort();
}

const camel = (text: string): string => protobuf.util.camelCase(text);

describe('well-known types', () => {
  it('are complete', () => {
    const wanted =
      'any api cpp_features descriptor duration empty field_mask go_features java_features source_context struct timestamp type wrappers';
    expect(files).toEqual(wanted.split(' ').map((name) => `${name}.proto`));
  });

  it.each(files)('%s agrees with @bufbuild/protobuf', (file) => {
    const descriptor = (wkt as unknown as Record<string, DescFile>)[
      `file_google_protobuf_${file.replace('.proto', '')}`
    ]!;
    const published = factsOfDescriptor(descriptor);
    expect(published.length).toBeGreaterThan(0);
    // Newer releases add; nothing that another project knows may be missing or different here.
    expect(facts(bundled(file))).toEqual(expect.arrayContaining(published));
  });

  it.each(['any', 'duration', 'empty', 'field_mask', 'struct', 'timestamp', 'wrappers'])(
    '%s agrees with protobufjs',
    (name) => {
      const root = protobuf.Root.fromJSON(protobuf.common.get(`google/protobuf/${name}.proto`)!);
      const types = Object.values((root.lookup('google.protobuf') as protobuf.Namespace).nested!);
      const theirs = types.flatMap((type) =>
        type instanceof protobuf.Type
          ? type.fieldsArray.map((field) => `${type.name}.${camel(field.name)} = ${field.id}`)
          : [],
      );
      const source = bundled(`${name}.proto`);
      const ours = source.messages.flatMap((message) =>
        message.fields.map((field) => `${message.name.text}.${camel(field.name.text)} = ${field.number!.value}`),
      );
      expect(ours.sort()).toEqual(theirs.sort());
    },
  );
});
