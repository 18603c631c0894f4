/** Reads a Markdown page of protoc-gen-doc, from any of its templates, into declarations. */
import { diagnose, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import type { EnumDraft, ExtensionDraft, FileDraft, MessageDraft, ProtoDraft, ServiceDraft } from '../proto/draft.ts';
import { placeIn, type ImportSource } from '../source.ts';
import { nameSections, type NamedSection } from './names.ts';
import { isTemplateHeading, sectionsOf, type Section } from './sections.ts';
import { columnsOf, readEnum, readExtensions, readFields, readMethods, type Columns } from './tables.ts';

/** @returns Undefined when the page has nothing that is like a message, an enum or a service. */
export function readProtocGenDocMarkdown(source: ImportSource): Result<ProtoDraft | undefined> {
  const diagnostics: Diagnostic[] = [];
  const sections = sectionsOf(source.lines);
  const { named, index } = nameSections(sections);
  const files: OpenFile[] = [];
  const fileOf = (section: Section): OpenFile => {
    const open = files.at(-1);
    if (open !== undefined) return open;
    const unnamed = openFile(`${source.document}.proto`, section.line, '');
    files.push(unnamed);
    return unnamed;
  };
  for (const section of named) {
    const context = { source, diagnostics, index };
    if (/\.proto$/i.test(section.title)) {
      files.push(openFile(section.title, section.line, section.description));
      continue;
    }
    const parts = section.tables.map((table) => ({ table, columns: columnsOf(table) }));
    const first = parts.find(({ columns }) => columns.kind !== 'unknown')?.columns.kind;
    if (first === 'scalars') continue;
    for (const { table } of parts) {
      for (const line of table.broken) {
        const problem = 'it has no end, or fewer cells than the head of its table';
        diagnostics.push(diagnose('WM8105', placeIn(source, line), { problem }));
      }
    }
    if (first === undefined && isTemplateHeading(section.title)) continue;
    const file = fileOf(section);
    const fieldsAt = parts.filter(({ columns }) => columns.kind === 'fields');
    const described = {
      name: section.name,
      description: section.description,
      deprecated: false,
      origin: { line: section.line },
    };
    const extensions = parts
      .filter(({ columns }) => columns.kind === 'extensions')
      .flatMap(({ table, columns }) => readExtensions(table, columns, context));
    if (first === 'methods' || first === 'http') {
      file.services.push({ ...described, methods: readMethods(parts, context) });
    } else if (first === 'enum') {
      const { table, columns } = parts.find((part) => part.columns.kind === 'enum') as {
        table: (typeof parts)[0]['table'];
        columns: Columns;
      };
      file.enums.push({ ...described, values: readEnum(table, columns, context) });
    } else if (fieldsAt.length > 0 || (section.anchor !== '' && section.isDeclaration && parts.length === 0)) {
      const fields = fieldsAt.flatMap(({ table, columns }) => readFields(table, columns, context));
      file.messages.push({ ...described, fields, extensions });
    } else if (first === 'extensions') {
      file.extensions.push(...extensions);
    } else if (section.isDeclaration) {
      diagnostics.push(diagnose('WM8114', placeIn(source, section.line, section.title), {}));
      continue;
    }
    if (section.package !== undefined) file.packages.add(section.package);
  }
  const result = files
    .filter((file) => isFilled(file) || file.description !== '')
    .map((file) => closeFile(file, { source, diagnostics }));
  const found = result.some((file) => file.messages.length + file.enums.length + file.services.length > 0);
  return { value: found ? { kind: 'proto-draft', source, files: result } : undefined, diagnostics };
}

interface OpenFile extends Omit<FileDraft, 'messages' | 'enums' | 'extensions' | 'services' | 'package'> {
  readonly messages: MessageDraft[];
  readonly enums: EnumDraft[];
  readonly extensions: ExtensionDraft[];
  readonly services: ServiceDraft[];
  readonly packages: Set<string>;
}

function openFile(name: string, line: number, description: string): OpenFile {
  const origin = { line };
  return { name, description, origin, messages: [], enums: [], extensions: [], services: [], packages: new Set() };
}

const isFilled = (file: OpenFile): boolean =>
  file.messages.length + file.enums.length + file.services.length + file.extensions.length > 0;

function closeFile(
  file: OpenFile,
  { source, diagnostics }: { readonly source: ImportSource; readonly diagnostics: Diagnostic[] },
): FileDraft {
  const { packages, ...rest } = file;
  const stated = /^\W*package\b\W*([A-Za-z_][\w.]*\w)\W*$/im.exec(file.description);
  const written = stated?.[1];
  const syntax = /^\W*syntax: (proto[23]|20\d\d)\W*$/im.exec(file.description);
  const description = [stated, syntax]
    .reduce((text, line) => (line === null ? text : text.replace(line[0], '')), file.description)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const [found] = packages;
  if (found === undefined && written === undefined && isFilled(file)) {
    diagnostics.push(diagnose('WM8107', placeIn(source, file.origin.line, file.name), { name: file.name }));
  }
  const named = syntax?.[1]?.toLowerCase();
  return {
    ...rest,
    description,
    package: found ?? written ?? '',
    ...(named === 'proto2' || named === 'proto3' ? { syntax: named } : {}),
  };
}

export type { NamedSection };
