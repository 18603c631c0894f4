/** Messages, enums and extensions of a descriptor, in the words of the proto language. */
import type {
  DescriptorProto,
  DescriptorProto_ExtensionRange,
  EnumDescriptorProto,
  FieldDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import type { Position } from './layout.ts';
import { inSourceOrder, type Path } from './locations.ts';
import { optionTexts, quoted } from './option-text.ts';
import { printField, type Siblings } from './print-field.ts';
import { declaration, optionParts, statement, type Part, type Printer } from './printer.ts';

const message = {
  field: 2,
  nested: 3,
  enum: 4,
  range: 5,
  extension: 6,
  options: 7,
  oneof: 8,
  reserved: 9,
  reservedName: 10,
};
const enums = { value: 2, options: 3, reserved: 4, reservedName: 5 };

/** Numbers of an extension range's end that mean `max`, in messages and in message sets. */
const maxNumbers: ReadonlySet<number> = new Set([536_870_912, 2_147_483_647]);

/** `export` and `local` of edition 2024. */
const visible = (visibility: number): string => ['', 'local ', 'export '][visibility] ?? '';

export function printMessage(type: DescriptorProto, path: Path, printer: Printer): Part {
  const keyword = `${visible(type.visibility)}message`;
  return declaration({ keyword, name: type.name, path }, printer, () => messageBody(type, path, printer));
}

/** What a message consists of. Bodies of groups and map entries are printed with their fields. */
export function messageBody(type: DescriptorProto, path: Path, printer: Printer): readonly Part[] {
  const siblings = siblingsOf(type.nestedType, [...path, message.nested], printer);
  const inlined = new Set(
    [...type.field, ...type.extension].flatMap((field) => inlineType(field, type.nestedType, printer)),
  );
  const fieldPart = (field: FieldDescriptorProto, i: number): Part =>
    printField(field, { path: [...path, message.field, i], siblings, inOneof: false }, printer);
  const done = new Set<number>();
  const fields = type.field.flatMap((field, i): Part[] => {
    const oneofIndex = oneofOf(field);
    if (oneofIndex === undefined) return [fieldPart(field, i)];
    if (done.has(oneofIndex)) return [];
    done.add(oneofIndex);
    const oneof = type.oneofDecl[oneofIndex];
    if (oneof === undefined) return [fieldPart(field, i)];
    const oneofPath = [...path, message.oneof, oneofIndex];
    const optionsField = 2;
    return [
      declaration({ keyword: 'oneof', name: oneof.name, path: oneofPath }, printer, () => [
        ...optionParts(oneof.options, [...oneofPath, optionsField], printer),
        ...type.field.flatMap((member, j) =>
          oneofOf(member) === oneofIndex
            ? [printField(member, { path: [...path, message.field, j], siblings, inOneof: true }, printer)]
            : [],
        ),
      ]),
    ];
  });
  return [
    ...optionParts(type.options, [...path, message.options], printer),
    ...fields,
    ...type.nestedType.flatMap((nested, i) =>
      inlined.has(nested) ? [] : [printMessage(nested, [...path, message.nested, i], printer)],
    ),
    ...type.enumType.map((nested, i) => printEnum(nested, [...path, message.enum, i], printer)),
    ...printExtends(type.extension, { path: [...path, message.extension], siblings }, printer),
    ...type.extensionRange.map((range, i) => extensionRange(range, [...path, message.range, i], printer)),
    ...type.reservedRange.map(({ start, end }, i) =>
      statement([...path, message.reserved, i], printer, () => [
        `reserved ${rangeText(start, end - 1, maxNumbers.has(end))}`,
      ]),
    ),
    ...type.reservedName.map((name, i) => reservedName(name, [...path, message.reservedName, i], printer)),
  ];
}

/** Index of the oneof that a field stands in; that of a proto3 `optional` is made up. Unset, the library has 0 there. */
const oneofOf = (field: FieldDescriptorProto): number | undefined =>
  Object.hasOwn(field, 'oneofIndex') && !field.proto3Optional ? field.oneofIndex : undefined;

/** The nested type that a map field or a group declares along with itself. */
export function inlineType(
  field: FieldDescriptorProto,
  nested: readonly DescriptorProto[],
  printer: Printer,
): readonly DescriptorProto[] {
  const found = nested.find((type) => field.typeName === printer.names.get(type));
  const group = 10;
  const isInline = found?.options?.mapEntry === true || (field.type === group && printer.syntax === 'proto2');
  return found !== undefined && isInline ? [found] : [];
}

const rangeText = (start: number, last: number, max: boolean): string =>
  max ? `${start} to max` : start === last ? `${start}` : `${start} to ${last}`;

function extensionRange(range: DescriptorProto_ExtensionRange, path: Path, printer: Printer): Part {
  return statement(path, printer, () => {
    const options = optionTexts(range.options, printer.library);
    const text = `extensions ${rangeText(range.start, range.end - 1, maxNumbers.has(range.end))}`;
    return [options.length === 0 ? text : `${text} [${options.join(', ')}]`];
  });
}

function reservedName(name: string, path: Path, printer: Printer): Part {
  const text = printer.syntax === 'editions' ? name : quoted(new TextEncoder().encode(name));
  return statement(path, printer, () => [`reserved ${text}`]);
}

export function printEnum(type: EnumDescriptorProto, path: Path, printer: Printer): Part {
  const keyword = `${visible(type.visibility)}enum`;
  return declaration({ keyword, name: type.name, path }, printer, () => [
    ...optionParts(type.options, [...path, enums.options], printer),
    ...type.value.map((value, i) => {
      const valuePath = [...path, enums.value, i];
      return statement(valuePath, printer, () => {
        const options = optionTexts(value.options, printer.library);
        return [`${value.name} = ${value.number}${options.length === 0 ? '' : ` [${options.join(', ')}]`}`];
      });
    }),
    ...type.reservedRange.map(({ start, end }, i) =>
      statement([...path, enums.reserved, i], printer, () => [
        `reserved ${rangeText(start, end, end === 2_147_483_647)}`,
      ]),
    ),
    ...type.reservedName.map((name, i) => reservedName(name, [...path, enums.reservedName, i], printer)),
  ]);
}

/** What is nested beside fields or extensions. */
export function siblingsOf(types: readonly DescriptorProto[], path: Path, printer: Printer): Siblings {
  return { types, path, body: (type, own) => messageBody(type, own, printer) };
}

/** Extensions that stood in one block, or follow each other, share a block. */
export function printExtends(
  extensions: readonly FieldDescriptorProto[],
  { path: base, siblings }: { readonly path: Path; readonly siblings: Siblings },
  printer: Printer,
): readonly Part[] {
  const { out, locations } = printer;
  const extendeeField = 2;
  const keyword = 'extend';
  const blocks: { readonly name: string; readonly at: Position | undefined; readonly fields: Part[] }[] = [];
  for (const [i, field] of extensions.entries()) {
    const path = [...base, i];
    const at = locations.at(...path, extendeeField);
    const last = blocks.at(-1);
    const name = locations.spelling(field.extendee, [...path, extendeeField]);
    const part = printField(field, { path, siblings, inOneof: false }, printer);
    if (last?.name === name && last.at?.line === at?.line && last.at?.column === at?.column) last.fields.push(part);
    else blocks.push({ name, at, fields: [part] });
  }
  return blocks.map(({ name, at, fields }) => ({
    at,
    print() {
      const block = locations.around(base, at);
      out.start(block?.start, '');
      out.token(keyword);
      out.token(name, at);
      out.open();
      for (const field of inSourceOrder(fields)) field.print();
      out.close(block?.closing);
    },
  }));
}
