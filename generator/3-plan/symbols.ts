/** Decides, for the whole package, in which module each declared thing lives and what it is called there. */
import type { EventSpec } from '../ir/event-spec.ts';
import type { Identifier, ModuleImport } from '../ir/package-plan.ts';
import type { Protocol, ProtoFile } from '../ir/protocol.ts';
import { enumFamily } from './enum.ts';
import { messageFamily } from './message/family.ts';
import { specFamily, eventFamily } from './event/family.ts';
import { eventRuntimeNames } from './event/runtime-names.ts';
import { extensionFamily, extensionName } from './message/extension-names.ts';
import { notDevice, Scope } from './names.ts';
import { templateNames } from './message/template-names.ts';

/** A declared thing's home. */
export interface SymbolHome {
  /** Module path relative to `lib/`, without ending. */
  readonly module: string;
  /** Base name: `MsgData` of `encodeMsgData`, `MsgDataJson`, ... */
  readonly name: Identifier;
}

export interface Symbols {
  /** Home of a message or proto enum by full name. */
  proto(fullName: string): SymbolHome;
  /** Home of an extension's constant by full name. */
  extension(fullName: string): SymbolHome;
  /** Homes of the extensions that a file declares and that become constants. */
  extensions(file: ProtoFile): readonly SymbolHome[];
  /** Home of a type, enum or callback of an event spec. */
  spec(specName: string, name: string): SymbolHome;
  /** Base name of a spec's event map: `Floo` of `FlooEvents`. */
  events(specName: string): SymbolHome;
  /** Modules in order of their paths, with what each holds. */
  readonly modules: readonly PlannedModule[];
}

export interface PlannedModule {
  readonly path: string;
  readonly holds: ProtoFile | EventSpec;
  /** Names that are taken in it. */
  readonly scope: Scope;
}

/** Module names that the package itself uses. */
const ownModules = ['index', 'validators', 'arbitraries', 'emitter', 'runtime'];

export function assignSymbols(protocol: Protocol): Symbols {
  const paths = new Scope().reserve(ownModules);
  const homes = new Map<string, SymbolHome>();
  const modules: PlannedModule[] = [];
  const set = (key: string, module: string, name: Identifier): void => void homes.set(key, { module, name });
  for (const file of protocol.files) {
    const module = modulePath(file.path.replace(/\.proto$/, ''), paths);
    const scope = new Scope().reserve(templateNames);
    // `Outer_Inner`, unless an author used that very name: then the scope tells them apart.
    const local = (fullName: string): string =>
      fullName.slice(file.package === '' ? 0 : file.package.length + 1).replaceAll('.', '_');
    for (const node of file.enums) set(`proto ${node.fullName}`, module, scope.claim(local(node.fullName), enumFamily));
    for (const node of file.messages) {
      set(`proto ${node.fullName}`, module, scope.claim(local(node.fullName), messageFamily));
    }
    for (const { fullName } of file.extensions) {
      const name = extensionName(fullName.slice(file.package === '' ? 0 : file.package.length + 1));
      set(`extension ${fullName}`, module, scope.claim(name, extensionFamily));
    }
    modules.push({ path: module, holds: file, scope });
  }
  for (const spec of protocol.specs) {
    const module = modulePath(spec.name, paths);
    const scope = new Scope().reserve(eventRuntimeNames);
    for (const node of spec.enums) set(`spec ${spec.name} ${node.name}`, module, scope.claim(node.name, enumFamily));
    for (const node of [...spec.types, ...spec.callbacks]) {
      set(`spec ${spec.name} ${node.name}`, module, scope.claim(node.name, specFamily));
    }
    set(`events ${spec.name}`, module, scope.claim(spec.name, eventFamily));
    modules.push({ path: module, holds: spec, scope });
  }
  const home = (key: string): SymbolHome => {
    const found = homes.get(key);
    if (found === undefined) throw new Error(`No module holds ${key}.`);
    return found;
  };
  return {
    proto: (fullName) => home(`proto ${fullName}`),
    extension: (fullName) => home(`extension ${fullName}`),
    extensions: (file) => file.extensions.map(({ fullName }) => home(`extension ${fullName}`)),
    spec: (specName, name) => home(`spec ${specName} ${name}`),
    events: (specName) => home(`events ${specName}`),
    modules: modules.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** A path that is safe on every file system and differs from all others by more than case. */
function modulePath(path: string, taken: Scope): string {
  const safe = path
    .split('/')
    .map((segment) => notDevice(segment.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_') || '_'))
    .join('/');
  let unique = safe;
  while (taken.claimFolded(unique) === false) unique = `${unique}_`;
  return unique;
}

/**
 * Collects a module's imports of others while its items are planned. A name that the module already uses is imported
 * under another one.
 */
export class Imports {
  readonly #module: string;
  readonly #scope: Scope;
  readonly #byModule = new Map<string, Map<string, { name: Identifier; local: Identifier; type: boolean }>>();

  constructor(module: string, scope: Scope) {
    this.#module = module;
    this.#scope = scope;
  }

  /** The local name of `name` of `from`; adds the import unless it is this very module. */
  add(from: string, name: string, type: boolean): Identifier {
    if (from === this.#module) return name as Identifier;
    const names = this.#byModule.get(from) ?? new Map<string, { name: Identifier; local: Identifier; type: boolean }>();
    this.#byModule.set(from, names);
    const known = names.get(name);
    if (known !== undefined) {
      if (!type) names.set(name, { ...known, type: false });
      return known.local;
    }
    const local = this.#scope.claim(name);
    names.set(name, { name: name as Identifier, local, type });
    return local;
  }

  list(): readonly ModuleImport[] {
    return [...this.#byModule]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, names]) => ({ from, names: [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) }));
  }
}
