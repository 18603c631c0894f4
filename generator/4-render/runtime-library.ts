/** The runtime library as files: which module exports a name, and which modules a package needs. */

/** A runtime module, compiled: texts by ending (`.js`, `.d.ts`, `.js.map`, `.ts`). */
export interface RuntimeModule {
  readonly texts: Readonly<Record<string, string>>;
  /** Names it exports; `type` for those that exist in TypeScript alone. */
  readonly exports: ReadonlyMap<string, 'value' | 'type'>;
  /** Other runtime modules that it imports, by name. */
  readonly imports: readonly string[];
}

export type RuntimeLibrary = ReadonlyMap<string, RuntimeModule>;

export interface RuntimeImport {
  /** Runtime module, without ending. */
  readonly module: string;
  readonly names: readonly { readonly name: string; readonly type: boolean }[];
}

/** Groups used names by module, sorted. Throws on a name that the runtime does not have: a fault of a template. */
export function runtimeImports(library: RuntimeLibrary, used: Iterable<string>): RuntimeImport[] {
  const byModule = new Map<string, { name: string; type: boolean }[]>();
  for (const name of [...used].sort()) {
    const module = moduleOf(library, name);
    if (module === undefined) throw new Error(`The runtime library exports no "${name}".`);
    const { exports } = library.get(module)!;
    const names = byModule.get(module) ?? [];
    names.push({ name, type: exports.get(name) === 'type' });
    byModule.set(module, names);
  }
  return [...byModule].map(([module, names]) => ({ module, names })).sort((a, b) => (a.module < b.module ? -1 : 1));
}

function moduleOf(library: RuntimeLibrary, name: string): string | undefined {
  for (const [module, { exports }] of library) if (exports.has(name)) return module;
  return undefined;
}

/** The modules and all that they import, sorted. */
export function closure(library: RuntimeLibrary, modules: Iterable<string>): string[] {
  const seen = new Set<string>();
  const visit = (module: string): void => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const next of library.get(module)!.imports) visit(next);
  };
  for (const module of modules) visit(module);
  return [...seen].sort();
}

const exportPattern =
  /^export (?:declare )?(?:abstract )?(?:async )?(const|let|function\*?|class|type|interface) ([A-Za-z_$][\w$]*)/gm;
const importPattern = /^(?:import|export) [^;]*? from '\.\/([\w-]+)\.(?:js|ts)';/gm;

/** Reads a module's exports and imports from its texts. `.d.ts` has them all; `.js` says which exist at run time. */
export function describeRuntimeModule(texts: RuntimeModule['texts']): RuntimeModule {
  const exports = new Map<string, 'value' | 'type'>();
  for (const [, keyword, name] of texts['.ts']!.matchAll(exportPattern)) {
    exports.set(name!, keyword === 'type' || keyword === 'interface' ? 'type' : 'value');
  }
  const imports = new Set<string>();
  for (const text of [texts['.js']!, texts['.d.ts']!])
    for (const [, module] of text.matchAll(importPattern)) imports.add(module!);
  return { texts, exports, imports: [...imports].sort() };
}
