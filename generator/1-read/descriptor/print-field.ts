/** A field of a descriptor, in the words of the proto language. */
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type DescriptorProto,
  type FieldDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import type { Path } from './locations.ts';
import { inSourceOrder } from './locations.ts';
import { optionTexts, quoted } from './option-text.ts';
import type { Part, Printer } from './printer.ts';

/** What is nested beside a field. */
export interface Siblings {
  readonly types: readonly DescriptorProto[];
  /** Path of their list. */
  readonly path: Path;
  /** What one of them consists of; for groups, which are a field and a type in one. */
  readonly body: (type: DescriptorProto, path: Path) => readonly Part[];
}

export interface FieldPlace {
  readonly path: Path;
  readonly siblings: Siblings;
  readonly inOneof: boolean;
}

const numbers = { name: 1, number: 3, label: 4, type: 5, typeName: 6 };

export function printField(
  field: FieldDescriptorProto,
  { path, siblings, inOneof }: FieldPlace,
  printer: Printer,
): Part {
  const { out, locations } = printer;
  const at = locations.at(...path);
  const comments = locations.comments(path);
  const nested = siblings.types.findIndex((type) => field.typeName === printer.names.get(type));
  const inline = siblings.types[nested];
  const isMap = inline?.options?.mapEntry === true;
  const isGroup = field.type === FieldDescriptorProto_Type.GROUP && printer.syntax === 'proto2' && inline !== undefined;
  return {
    at,
    print() {
      out.start(at, comments.leading);
      const label = isMap || inOneof ? '' : labelOf(field, printer);
      if (label !== '') out.token(label, locations.at(...path, numbers.label));
      if (isMap) out.token(mapText(inline, path, printer));
      else if (isGroup) out.token('group');
      else
        out.token(
          typeOf(field, path, printer),
          locations.at(...path, field.typeName === '' ? numbers.type : numbers.typeName),
        );
      out.token(isGroup ? inline.name : field.name, isGroup ? undefined : locations.at(...path, numbers.name));
      out.token('=');
      out.token(String(field.number), locations.at(...path, numbers.number));
      const options = fieldOptions(field, printer);
      if (options.length > 0) out.token(`[${options.join(', ')}]`);
      if (isGroup) {
        out.open();
        for (const part of inSourceOrder(siblings.body(inline, [...siblings.path, nested]))) part.print();
        out.close(locations.closing(path));
      } else out.token(';');
      out.trailing(comments.trailing);
    },
  };
}

function labelOf(field: FieldDescriptorProto, { syntax }: Printer): string {
  switch (field.label) {
    case FieldDescriptorProto_Label.REPEATED:
      return 'repeated';
    case FieldDescriptorProto_Label.REQUIRED:
      return 'required';
    default:
      return syntax === 'proto2' || field.proto3Optional ? 'optional' : '';
  }
}

function typeOf(field: FieldDescriptorProto, path: Path, { locations }: Printer): string {
  if (field.typeName !== '') return locations.spelling(field.typeName, [...path, numbers.typeName]);
  return (FieldDescriptorProto_Type[field.type] ?? '').toLowerCase();
}

/** `map<K, V>`; the place of the type is that of the whole. */
function mapText(entry: DescriptorProto, path: Path, { locations }: Printer): string {
  const [key = '', value = ''] = entry.field.map(
    ({ type, typeName }) => typeName || (FieldDescriptorProto_Type[type] ?? '').toLowerCase(),
  );
  const around = `map<${key}, >`.length;
  return `map<${key}, ${locations.spelling(value, [...path, numbers.typeName], around)}>`;
}

function fieldOptions(field: FieldDescriptorProto, printer: Printer): readonly string[] {
  const texts = [...optionTexts(field.options, printer.library)];
  if (Object.hasOwn(field, 'jsonName') && field.jsonName !== jsonNameOf(field.name) && field.extendee === '') {
    texts.push(`json_name = ${quoted(new TextEncoder().encode(field.jsonName))}`);
  }
  if (Object.hasOwn(field, 'defaultValue')) texts.push(`default = ${defaultText(field)}`);
  return texts;
}

/** Rule: descriptor.proto, `default_value`: strings are as they are, bytes are escaped already. */
function defaultText(field: FieldDescriptorProto): string {
  switch (field.type) {
    case FieldDescriptorProto_Type.STRING:
      return quoted(new TextEncoder().encode(field.defaultValue));
    case FieldDescriptorProto_Type.BYTES:
      return `"${field.defaultValue.replace(/[\n\r\0]/g, '')}"`;
    default:
      return field.defaultValue;
  }
}

/** Rule: protobuf.dev/programming-guides/json: underscores go, and the letter after one is a capital. */
const jsonNameOf = (name: string): string =>
  name.replace(/_+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '');
