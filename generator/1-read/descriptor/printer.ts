/** What printing a descriptor needs at every level, and the forms that all declarations share. */
import type { DescriptorProto } from '@bufbuild/protobuf/wkt';
import type { Layout, Position } from './layout.ts';
import { inSourceOrder, type Locations, type Path } from './locations.ts';
import { optionTexts, type Library } from './option-text.ts';

/** What printing needs at every level. */
export interface Printer {
  readonly out: Layout;
  readonly locations: Locations;
  readonly library: Library;
  readonly syntax: 'proto2' | 'proto3' | 'editions';
  /** Full names of all messages, with the leading dot. */
  readonly names: ReadonlyMap<DescriptorProto, string>;
}

/** Something that is printed at its place among others. */
export interface Part {
  readonly at: Position | undefined;
  print(): void;
}

/** `keyword name { ... }`, what stands in it in the order of the source. */
export function declaration(
  { keyword, name, path }: { readonly keyword: string; readonly name: string; readonly path: Path },
  { out, locations }: Printer,
  body: () => readonly Part[],
): Part {
  const at = locations.at(...path);
  const comments = locations.comments(path);
  const nameField = 1;
  return {
    at,
    print() {
      out.start(at, comments.leading);
      out.token(keyword);
      out.token(name, locations.at(...path, nameField));
      out.open();
      out.trailing(comments.trailing);
      for (const part of inSourceOrder(body())) part.print();
      out.close(locations.closing(path));
    },
  };
}

/** A statement that ends in a semicolon. */
export function statement(path: Path, { out, locations }: Printer, texts: () => readonly string[]): Part {
  // The place of one of the ranges or names that a statement lists is that of the item alone.
  const at = locations.around(path.slice(0, -1), locations.at(...path))?.start ?? locations.at(...path);
  const comments = locations.comments(path);
  return {
    at,
    print() {
      out.start(at, comments.leading);
      for (const text of texts()) out.token(text);
      out.token(';');
      out.trailing(comments.trailing);
    },
  };
}

/** `option name = value;` for each option of a declaration. */
export function optionParts(options: Parameters<typeof optionTexts>[0], path: Path, printer: Printer): readonly Part[] {
  return optionTexts(options, printer.library).map((text) => ({
    at: printer.locations.at(...path),
    print() {
      printer.out.start(printer.locations.at(...path), '');
      printer.out.token(`option ${text};`);
    },
  }));
}
