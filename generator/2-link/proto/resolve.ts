/**
 * Names as written to what they mean, by protobuf's rule: the innermost scope in which the first part of the name is
 * declared decides (protobuf.dev/programming-guides/proto3#name-resolution). Only visible files count.
 */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/suggest.ts';
import type { ImportDecl, NameDecl, ProtoSource } from '../../ir/proto-source.ts';
import { scoped, words, type DeclaredSymbol, type Symbols, type TypeSymbol } from './symbols.ts';
import type { Files } from './visibility.ts';

/** What is looked for: names of other kinds are passed over, as far as the rule allows. */
type Wanted = 'type' | 'any';

type Lookup =
  | { readonly kind: 'found'; readonly symbol: DeclaredSymbol }
  /** The first part is declared in an inner scope that has no such rest. */
  | { readonly kind: 'hidden'; readonly tried: string; readonly within: DeclaredSymbol | undefined }
  | { readonly kind: 'missing' };

/** Suggestions in one file; after so many faults another comparison with all names is not worth its time. */
const maxSuggestions = 20;

/** Resolves the names of one file. */
export class Resolver {
  readonly source: ProtoSource;
  readonly diagnostics: Diagnostic[] = [];
  /** Imports that some name needed. */
  readonly usedImports = new Set<ImportDecl>();
  /** Names that led nowhere. */
  unresolved = 0;
  readonly #symbols: Symbols;
  readonly #files: Files;
  readonly #visible: ReadonlySet<string>;
  readonly #visibleInOptions: ReadonlySet<string>;
  readonly #used = new Set<string>();
  #suggestions = 0;

  constructor(source: ProtoSource, symbols: Symbols, files: Files) {
    this.source = source;
    this.#symbols = symbols;
    this.#files = files;
    this.#visible = files.visible(source, false);
    this.#visibleInOptions = source.imports.some(({ mode }) => mode === 'option')
      ? files.visible(source, true)
      : this.#visible;
  }

  /** A message or enum. Undefined after a report, or where a report would only follow from an earlier fault. */
  type(name: NameDecl, scope: string): TypeSymbol | undefined {
    return this.#type(name, { scope, wanted: 'type' });
  }

  #type(name: NameDecl, how: { readonly scope: string; readonly wanted: Wanted }): TypeSymbol | undefined {
    const result = this.#lookup(name.text, { ...how, visible: this.#visible });
    if (result.kind !== 'found' || !isType(result.symbol)) {
      this.#unresolved(name, how.scope, result);
      return undefined;
    }
    const { symbol } = result;
    this.#use(symbol);
    if (symbol.local && symbol.source !== this.source) {
      const related = [{ message: 'declared here', place: symbol.name.origin }];
      this.diagnostics.push(diagnose('WM2011', name.origin, { name: symbol.fullName, related }));
    }
    return symbol;
  }

  /** A message, where nothing else will do. Unlike for types of fields, the innermost name of any kind counts. */
  message(name: NameDecl, scope: string, role: string): Extract<TypeSymbol, { kind: 'message' }> | undefined {
    const symbol = this.#type(name, { scope, wanted: 'any' });
    if (symbol === undefined || symbol.kind === 'message') return symbol;
    this.#wrongKind(name, symbol, { role, suggestion: 'Name a message.' });
    return undefined;
  }

  /** A message or enum, without any report: for what other files declare. */
  quietType(name: string, scope: string): TypeSymbol | undefined {
    const result = this.#lookup(name, { scope, wanted: 'type', visible: this.#visible });
    return result.kind === 'found' && isType(result.symbol) ? result.symbol : undefined;
  }

  /** An extension, for an option's name; `undefined` without a report when there is none. */
  extension(name: string, scope: string): Extract<DeclaredSymbol, { kind: 'extension' }> | undefined {
    const result = this.#lookup(name, { scope, wanted: 'any', visible: this.#visibleInOptions });
    if (result.kind !== 'found' || result.symbol.kind !== 'extension') return undefined;
    this.#use(result.symbol);
    return result.symbol;
  }

  /** A message by its full name wherever it is: for the types of options. */
  anywhere(fullName: string): DeclaredSymbol | undefined {
    return this.#symbols.byName.get(fullName);
  }

  /** File that declares an extension of that name which is not visible here. */
  elsewhere(name: string, scope: string): string | undefined {
    const result = this.#lookup(name, { scope, wanted: 'any', visible: undefined });
    return result.kind === 'found' && result.symbol.kind === 'extension' ? result.symbol.source.path : undefined;
  }

  /** Could the name be one that a faulty or missing file declares? Then its absence is no fault of this file. */
  excused(name: string): boolean {
    const last = name.slice(name.lastIndexOf('.') + 1);
    for (const path of this.#visibleInOptions) {
      const file = this.#files.byPath.get(path);
      if (file === undefined) continue;
      if (file.brokenWords?.has(last) === true) return true;
      const mayHold = file === this.source ? () => true : (each: ImportDecl) => each.mode === 'public';
      if (file.imports.some((each) => each.resolved === undefined && mayHold(each))) return true;
    }
    return false;
  }

  #use(symbol: DeclaredSymbol): void {
    const { path } = symbol.source;
    if (symbol.source === this.source || this.#used.has(path)) return;
    this.#used.add(path);
    for (const each of this.#files.importsLeadingTo(this.source, path)) this.usedImports.add(each);
  }

  #lookup(
    name: string,
    how: { readonly scope: string; readonly wanted: Wanted; readonly visible: ReadonlySet<string> | undefined },
  ): Lookup {
    const { wanted, visible } = how;
    if (name.startsWith('.')) {
      const symbol = this.#visibleSymbol(name.slice(1), visible);
      return symbol === undefined ? { kind: 'missing' } : { kind: 'found', symbol };
    }
    const dot = name.indexOf('.');
    const first = dot < 0 ? name : name.slice(0, dot);
    for (let scope = how.scope; ; scope = scope.slice(0, Math.max(0, scope.lastIndexOf('.')))) {
      const candidate = scoped(scope, first);
      const symbol = this.#visibleSymbol(candidate, visible);
      if (dot < 0) {
        if (symbol !== undefined && (wanted === 'any' || isType(symbol))) return { kind: 'found', symbol };
      } else if (symbol === undefined ? this.#visiblePackage(candidate, visible) : isScope(symbol)) {
        const full = candidate + name.slice(dot);
        const rest = this.#visibleSymbol(full, visible);
        if (rest !== undefined) return { kind: 'found', symbol: rest };
        return { kind: 'hidden', tried: full, within: symbol };
      }
      if (scope === '') return { kind: 'missing' };
    }
  }

  #visibleSymbol(fullName: string, visible: ReadonlySet<string> | undefined): DeclaredSymbol | undefined {
    const symbol = this.#symbols.byName.get(fullName);
    if (symbol === undefined || visible === undefined || visible.has(symbol.source.path)) return symbol;
    return this.#symbols.duplicates.get(fullName)?.find((each) => visible.has(each.source.path));
  }

  #visiblePackage(name: string, visible: ReadonlySet<string> | undefined): boolean {
    const files = this.#symbols.packages.get(name);
    if (files === undefined) return false;
    if (visible === undefined) return true;
    for (const path of visible) if (files.has(path)) return true;
    return false;
  }

  #unresolved(name: NameDecl, scope: string, result: Lookup): void {
    if (result.kind === 'found') {
      // Of any kind the innermost counts; the one that was meant may be further out.
      const meant = this.quietType(name.text, scope);
      const suggestion = meant === undefined ? 'Name a message or an enum.' : `Write ".${meant.fullName}".`;
      this.#wrongKind(name, result.symbol, { role: 'a type', suggestion });
      return;
    }
    this.unresolved++;
    // Nothing can be added to a sound message from elsewhere; anything else might be what a faulty file declares.
    const closed = result.kind === 'hidden' && result.within !== undefined && !result.within.source.brokenWords;
    const other = this.#lookup(name.text, { scope, wanted: 'type', visible: undefined });
    if (other.kind === 'found' && isType(other.symbol)) {
      const { path } = other.symbol.source;
      const related = [{ message: 'declared here', place: other.symbol.name.origin }];
      this.diagnostics.push(diagnose('WM2010', name.origin, { name: name.text, path, related }));
      return;
    }
    if (!closed && this.excused(name.text)) return;
    const suggestion = this.#suggestion(name.text, scope);
    if (result.kind === 'missing') {
      this.diagnostics.push(diagnose('WM2001', name.origin, { name: name.text, suggestion }));
      return;
    }
    const inner = suggestion === '' ? 'Begin the name with a "." if an outer scope is meant.' : suggestion;
    const details = { name: name.text, tried: result.tried, suggestion: inner };
    this.diagnostics.push(diagnose('WM2009', name.origin, details));
  }

  #wrongKind(
    name: NameDecl,
    symbol: DeclaredSymbol,
    details: { readonly role: string; readonly suggestion: string },
  ): void {
    const related = [{ message: 'declared here', place: symbol.name.origin }];
    this.diagnostics.push(
      diagnose('WM2002', name.origin, { name: name.text, kind: words(symbol), ...details, related }),
    );
  }

  #suggestion(name: string, scope: string): string {
    const outer = this.#visibleSymbol(name, this.#visible);
    if (outer !== undefined && isType(outer)) return `Write ".${name}".`;
    if (this.#suggestions++ >= maxSuggestions) return '';
    const names = new Set<string>();
    for (const symbol of this.#symbols.byName.values()) {
      if (!isType(symbol) || !this.#visible.has(symbol.source.path)) continue;
      names.add(symbol.fullName);
      for (let outer = scope; outer !== ''; outer = outer.slice(0, Math.max(0, outer.lastIndexOf('.')))) {
        if (symbol.fullName.startsWith(`${outer}.`)) names.add(symbol.fullName.slice(outer.length + 1));
      }
    }
    const near = nearest(name, [...names].sort());
    return near === undefined ? 'Declare it, or import the file that does.' : `Did you mean "${near}"?`;
  }
}

function isType(symbol: DeclaredSymbol): symbol is TypeSymbol {
  return symbol.kind === 'message' || symbol.kind === 'enum';
}

/** Can names stand inside it? */
function isScope(symbol: DeclaredSymbol): boolean {
  return symbol.kind === 'message' || symbol.kind === 'enum' || symbol.kind === 'service';
}
