/**
 * The table of all names that .proto files declare. Messages, enums, fields, oneofs, enum values, extensions, services and
 * packages share one space of full names; enum values stand beside their enum, not in it
 * (protobuf.dev/programming-guides/proto3#enum).
 */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type {
  EnumDecl,
  ExtendDecl,
  FieldDecl,
  MessageDecl,
  NameDecl,
  ProtoSource,
  Visibility,
} from '../../ir/proto-source.ts';

interface Named {
  readonly fullName: string;
  readonly source: ProtoSource;
  readonly name: NameDecl;
}

export interface MessageSymbol extends Named {
  readonly kind: 'message';
  readonly decl: MessageDecl;
  /** May other files name it? Only `local` symbols of edition 2024 may not. */
  readonly local: boolean;
}

export interface EnumSymbol extends Named {
  readonly kind: 'enum';
  readonly decl: EnumDecl;
  readonly local: boolean;
}

export interface ExtensionSymbol extends Named {
  readonly kind: 'extension';
  readonly decl: FieldDecl;
  readonly extendee: NameDecl;
  /** Full name of the message or package that the `extend` block stands in. */
  readonly scope: string;
}

export type TypeSymbol = MessageSymbol | EnumSymbol;

export type DeclaredSymbol =
  | TypeSymbol
  | ExtensionSymbol
  | (Named & { readonly kind: 'field' | 'oneof' | 'enum-value' | 'service' | 'method' | 'map-entry' });

export interface Symbols {
  /** The first declaration of each full name. */
  readonly byName: ReadonlyMap<string, DeclaredSymbol>;
  /** Later declarations of a name in other files, which have been reported: users of those files still mean them. */
  readonly duplicates: ReadonlyMap<string, readonly DeclaredSymbol[]>;
  /** Paths of the files whose package is, or begins with, the name. */
  readonly packages: ReadonlyMap<string, ReadonlySet<string>>;
}

export function scoped(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}

/** @param sources - In link order: of two declarations of one name, the later is the duplicate. */
export function collectSymbols(sources: readonly ProtoSource[]): {
  readonly symbols: Symbols;
  readonly diagnostics: readonly Diagnostic[];
} {
  const collector = new Collector();
  for (const source of sources) collector.package(source);
  for (const source of sources) collector.file(source);
  return { symbols: collector, diagnostics: collector.diagnostics };
}

class Collector implements Symbols {
  readonly byName = new Map<string, DeclaredSymbol>();
  readonly duplicates = new Map<string, DeclaredSymbol[]>();
  readonly packages = new Map<string, Set<string>>();
  readonly diagnostics: Diagnostic[] = [];

  package(source: ProtoSource): void {
    const parts = source.package?.text.split('.') ?? [];
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(0, count).join('.');
      const files = this.packages.get(name) ?? new Set();
      this.packages.set(name, files.add(source.path));
    }
  }

  file(source: ProtoSource): void {
    const scope = source.package?.text ?? '';
    this.#nested(source, scope, source);
    for (const service of source.services) {
      const fullName = scoped(scope, service.name.text);
      if (!this.#add({ kind: 'service', fullName, source, name: service.name })) continue;
      for (const { name } of service.methods) {
        this.#add({ kind: 'method', fullName: scoped(fullName, name.text), source, name });
      }
    }
  }

  #nested(
    source: ProtoSource,
    scope: string,
    holder: {
      readonly messages: readonly MessageDecl[];
      readonly enums: readonly EnumDecl[];
      readonly extends: readonly ExtendDecl[];
    },
  ): void {
    const top = holder === source;
    for (const decl of holder.messages) {
      const fullName = scoped(scope, decl.name.text);
      const local = isLocal(source, decl.visibility, top);
      // Of two messages of one name, the members would all be reported too.
      if (this.#add({ kind: 'message', fullName, source, name: decl.name, decl, local })) {
        this.#members(source, fullName, decl);
      }
    }
    for (const decl of holder.enums) {
      const fullName = scoped(scope, decl.name.text);
      const local = isLocal(source, decl.visibility, top);
      if (!this.#add({ kind: 'enum', fullName, source, name: decl.name, decl, local })) continue;
      for (const { name } of decl.values) {
        this.#add({ kind: 'enum-value', fullName: scoped(scope, name.text), source, name });
      }
    }
    for (const { extendee, fields } of holder.extends) {
      for (const decl of fields) {
        const fullName = scoped(scope, decl.name.text);
        this.#add({ kind: 'extension', fullName, source, name: decl.name, decl, extendee, scope });
      }
    }
  }

  #members(source: ProtoSource, scope: string, message: MessageDecl): void {
    for (const { name } of message.fields) {
      this.#add({ kind: 'field', fullName: scoped(scope, name.text), source, name });
    }
    for (const { name } of message.oneofs) {
      this.#add({ kind: 'oneof', fullName: scoped(scope, name.text), source, name });
    }
    this.#nested(source, scope, message);
    for (const { name, mapKey } of message.fields) {
      if (mapKey === undefined) continue;
      this.#add({ kind: 'map-entry', fullName: scoped(scope, mapEntryName(name.text)), source, name });
    }
  }

  /** False, after a report, when the name is taken. */
  #add(symbol: DeclaredSymbol): boolean {
    const { fullName, name } = symbol;
    const first = this.byName.get(fullName);
    if (first !== undefined) {
      this.diagnostics.push(duplicate(symbol, first));
      if (first.source !== symbol.source) {
        this.duplicates.set(fullName, [...(this.duplicates.get(fullName) ?? []), symbol]);
      }
      return false;
    }
    const packages = this.packages.get(fullName);
    if (packages !== undefined) {
      this.diagnostics.push(diagnose('WM2006', name.origin, { name: fullName, file: [...packages].sort()[0]! }));
    }
    this.byName.set(fullName, symbol);
    return true;
  }
}

function duplicate(symbol: DeclaredSymbol, first: DeclaredSymbol): Diagnostic {
  const { fullName, source } = symbol;
  const name = symbol.name.text;
  const related = [{ message: `${words(first)} "${first.name.text}"`, place: first.name.origin }];
  const dot = fullName.lastIndexOf('.');
  const scope = dot < 0 ? 'the file' : `"${fullName.slice(0, dot)}"`;
  if (symbol.kind === 'map-entry') {
    const entry = fullName.slice(dot + 1);
    return diagnose('WM2005', symbol.name.origin, { name, entry, other: words(first), scope, related });
  }
  const kind = phrases[symbol.kind];
  if (first.source !== source) {
    return diagnose('WM2004', symbol.name.origin, { kind, fullName, file: first.source.file, related });
  }
  const other = first.kind === symbol.kind ? `another ${kind}` : words(first);
  return diagnose('WM2003', symbol.name.origin, { kind, name, other, scope, related });
}

function isLocal(source: ProtoSource, visibility: Visibility, top: boolean): boolean {
  if (visibility !== undefined) return visibility === 'local';
  if (source.syntax !== '2024') return false;
  const option = source.options.find(
    ({ name }) => name.length === 2 && name[0]!.text === 'features' && name[1]!.text === 'default_symbol_visibility',
  );
  const chosen = option?.value.kind === 'word' ? option.value.text : 'EXPORT_TOP_LEVEL';
  return chosen === 'LOCAL_ALL' || chosen === 'STRICT' || (chosen === 'EXPORT_TOP_LEVEL' && !top);
}

/** Name of the message that protobuf makes for a map field: the field's name in UpperCamelCase and `Entry`. */
function mapEntryName(field: string): string {
  return `${field.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('_', '')}Entry`;
}

const phrases: Readonly<Record<DeclaredSymbol['kind'], string>> = {
  message: 'message',
  enum: 'enum',
  extension: 'extension',
  field: 'field',
  oneof: 'oneof',
  'enum-value': 'enum value',
  service: 'service',
  method: 'method',
  'map-entry': 'map entry',
};

/** The kind of a symbol as messages name it, with its article. */
export function words(symbol: DeclaredSymbol): string {
  return withArticle(phrases[symbol.kind]);
}

/** `a field`, `an enum`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
