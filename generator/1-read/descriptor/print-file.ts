/** A file descriptor in, the text of a .proto file out that declares the same, each part at the line and column it had. */
import { Edition, type DescriptorProto, type FileDescriptorProto } from '@bufbuild/protobuf/wkt';
import { Layout } from './layout.ts';
import { inSourceOrder, Locations } from './locations.ts';
import { quoted, type Library } from './option-text.ts';
import { printService } from './print-service.ts';
import { inlineType, printEnum, printExtends, printMessage, siblingsOf } from './print-types.ts';
import { optionParts, statement, type Part, type Printer } from './printer.ts';

/** Numbers of fields in FileDescriptorProto. */
const numbers = {
  package: 2,
  dependency: 3,
  message: 4,
  enum: 5,
  service: 6,
  extension: 7,
  options: 8,
  syntax: 12,
  edition: 14,
};

export function printFile(file: FileDescriptorProto, library: Library): string {
  const locations = new Locations(file);
  const syntax = file.syntax === 'proto3' || file.syntax === 'editions' ? file.syntax : 'proto2';
  const names = new Map<DescriptorProto, string>();
  const name = (types: readonly DescriptorProto[], scope: string): void => {
    for (const type of types) {
      names.set(type, `${scope}.${type.name}`);
      name(type.nestedType, `${scope}.${type.name}`);
    }
  };
  name(file.messageType, file.package === '' ? '' : `.${file.package}`);
  const printer: Printer = { out: new Layout(locations.known), locations, library, syntax, names };
  const groups = new Set(file.extension.flatMap((field) => inlineType(field, file.messageType, printer)));
  const parts: Part[] = [
    ...imports(file, printer),
    ...optionParts(file.options, [numbers.options], printer),
    ...file.messageType.flatMap((type, i) =>
      groups.has(type) ? [] : [printMessage(type, [numbers.message, i], printer)],
    ),
    ...file.enumType.map((type, i) => printEnum(type, [numbers.enum, i], printer)),
    ...printExtends(
      file.extension,
      { path: [numbers.extension], siblings: siblingsOf(file.messageType, [numbers.message], printer) },
      printer,
    ),
    ...file.service.map((service, i) => printService(service, [numbers.service, i], printer)),
  ];
  if (file.package !== '') {
    parts.unshift(statement([numbers.package], printer, () => [`package ${file.package}`]));
  }
  head(file, printer);
  for (const part of inSourceOrder(parts)) part.print();
  return printer.out.text;
}

function head(file: FileDescriptorProto, printer: Printer): void {
  const { syntax } = printer;
  if (syntax === 'editions') {
    const name = (Edition[file.edition] ?? '').replace('EDITION_', '');
    // protoc notes an edition where it notes the syntax.
    const place = printer.locations.at(numbers.edition) === undefined ? numbers.syntax : numbers.edition;
    statement([place], printer, () => [`edition = "${name}"`]).print();
    if (file.edition >= Edition.EDITION_2024) for (const option of unkept(file)) printer.out.token(`option ${option};`);
    // A proto2 file may have no such line; with one, protoc notes where it stood.
  } else if (syntax === 'proto3' || printer.locations.at(numbers.syntax) !== undefined || !printer.locations.known) {
    statement([numbers.syntax], printer, () => [`syntax = "${syntax}"`]).print();
  }
}

/**
 * protoc drops what only a compiler of sources needs (`retention = RETENTION_SOURCE`). It has checked it, too: nothing of it
 * may be missed now.
 */
function unkept(file: FileDescriptorProto): readonly string[] {
  const features = file.options?.features;
  const isSet = (name: string): boolean => features !== undefined && Object.hasOwn(features, name);
  return [
    ...(isSet('enforceNamingStyle') ? [] : ['features.enforce_naming_style = STYLE_LEGACY']),
    ...(isSet('defaultSymbolVisibility') ? [] : ['features.default_symbol_visibility = EXPORT_ALL']),
  ];
}

function imports(file: FileDescriptorProto, printer: Printer): readonly Part[] {
  const named = (path: string): string => quoted(new TextEncoder().encode(path));
  const plain = file.dependency.map((path, i) => {
    const mode = file.publicDependency.includes(i) ? 'public ' : file.weakDependency.includes(i) ? 'weak ' : '';
    return statement([numbers.dependency, i], printer, () => [`import ${mode}${named(path)}`]);
  });
  const optionDependency = 15;
  const options = file.optionDependency.map((path, i) =>
    statement([optionDependency, i], printer, () => [`import option ${named(path)}`]),
  );
  return [...plain, ...options];
}
