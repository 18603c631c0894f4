/**
 * Where import paths lead. Roots are searched in order, then the working folder, then the bundled well-known types, then the
 * npm packages that the project depends on; names
 * are compared exactly, also on file systems that ignore case, so that a project reads alike on every machine.
 */
import { dependencies, rootFolder } from './packages.ts';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

export interface Root {
  /** Absolute. */
  readonly folder: string;
  /** Holds the bundled well-known types: its files are known by their import path alone. */
  readonly bundled: boolean;
}

export interface Located {
  readonly root: Root;
  /** Path below the root, `/`-separated. */
  readonly path: string;
  readonly absolute: string;
}

export class Roots {
  readonly all: readonly Root[];
  /** Absolute paths where a file was looked for and is not. */
  readonly absent = new Set<string>();
  readonly #cwd: string;
  /** Files other than sources that decide where an import leads. Absolute. */
  readonly consulted = new Set<string>();
  #packages: readonly Root[] | undefined;
  readonly #found = new Map<string, Promise<Located | undefined>>();
  readonly #listings = new Map<string, Promise<Listing>>();

  constructor(request: { readonly cwd: string; readonly roots: readonly string[]; readonly bundled: string }) {
    this.#cwd = request.cwd;
    const folders = [...request.roots.map((root) => rootFolder(request.cwd, root)), request.cwd];
    this.all = [
      ...[...new Set(folders)].map((folder) => ({ folder, bundled: false })),
      { folder: request.bundled, bundled: true },
    ];
  }

  /** The file that an import path means, or undefined. */
  find(importPath: string): Promise<Located | undefined> {
    let found = this.#found.get(importPath);
    if (found === undefined) {
      found = this.#search(importPath);
      this.#found.set(importPath, found);
    }
    return found;
  }

  /** Is it one of the bundled well-known types? */
  isBundled(importPath: string): boolean {
    return this.all.some(({ folder, bundled }) => bundled && existsSync(path.join(folder, importPath)));
  }

  async #search(importPath: string): Promise<Located | undefined> {
    return (await this.#searchIn(this.all, importPath)) ?? this.#searchIn(this.#dependencies(), importPath);
  }

  /** Packages are looked into only for what is nowhere else. */
  #dependencies(): readonly Root[] {
    if (this.#packages === undefined) {
      const { folders, manifest } = dependencies(this.#cwd);
      if (manifest !== undefined) this.consulted.add(manifest);
      this.#packages = folders.map((folder) => ({ folder, bundled: false }));
    }
    return this.#packages;
  }

  async #searchIn(roots: readonly Root[], importPath: string): Promise<Located | undefined> {
    for (const root of roots) {
      const absolute = path.join(root.folder, importPath);
      if (await this.#exists(root, importPath)) return { root, path: importPath, absolute };
      this.absent.add(absolute);
    }
    return undefined;
  }

  /**
   * The one import path of a file that may be reachable by several: below the innermost root that holds it, unless a root
   * that is searched earlier has another file of that path. A file outside all roots is known by its own name.
   */
  async pathOf(absolute: string): Promise<Located> {
    const innermostFirst = [...this.all, ...(this.#packages ?? [])].sort((a, b) => b.folder.length - a.folder.length);
    for (const root of innermostFirst) {
      const below = path.relative(root.folder, absolute).split(path.sep).join('/');
      if (below === '' || below.startsWith('../') || below === '..' || path.isAbsolute(below)) continue;
      const found = await this.find(below);
      if (found?.absolute === absolute) return found;
    }
    const folder = path.dirname(absolute);
    return { root: { folder, bundled: false }, path: path.basename(absolute), absolute };
  }

  /** As diagnostics print it. */
  display(located: Located): string {
    if (located.root.bundled) return located.path;
    return path.relative(this.#cwd, located.absolute).split(path.sep).join('/');
  }

  /** The roots as a message lists them; packages of the project go without saying, as what there are is chance. */
  get tried(): string {
    const listed = this.all.map((root) => {
      if (root.bundled) return 'the bundled well-known types';
      const below = path.relative(this.#cwd, root.folder).split(path.sep).join('/');
      return below === '' ? 'the working folder' : below;
    });
    return listed.join(', ');
  }

  /** Import paths of the .proto files beside the place where the given one was looked for; for suggestions. */
  async neighbours(importPath: string): Promise<readonly string[]> {
    const wanted = path.posix.basename(importPath);
    const folder = path.posix.dirname(importPath);
    const found: string[] = [];
    for (const root of this.all) {
      const actual = await this.#closestFolder(root, folder);
      if (actual === undefined) continue;
      for (const [name, kind] of await this.#list(path.join(root.folder, actual))) {
        if (kind === 'file' && name.endsWith('.proto')) found.push(path.posix.join(actual, name));
      }
      for (const [name, kind] of await this.#list(root.folder)) {
        if (kind === 'file' && name === wanted) found.push(name);
      }
    }
    return [...new Set(found)].sort();
  }

  /** The folder itself or one whose name differs in case only. */
  async #closestFolder(root: Root, folder: string): Promise<string | undefined> {
    let at = '';
    for (const part of folder.split('/')) {
      if (part === '.') continue;
      const listing = await this.#list(path.join(root.folder, at));
      const name = [...listing.keys()].find((each) => each.toLowerCase() === part.toLowerCase());
      if (name === undefined) return undefined;
      at = path.posix.join(at, name);
    }
    return at;
  }

  async #exists(root: Root, importPath: string): Promise<boolean> {
    const parts = importPath.split('/');
    let folder = root.folder;
    for (const [index, part] of parts.entries()) {
      const kind = (await this.#list(folder)).get(part);
      if (kind !== 'link' && kind !== (index === parts.length - 1 ? 'file' : 'folder')) return false;
      folder = path.join(folder, part);
    }
    return true;
  }

  #list(folder: string): Promise<Listing> {
    let listing = this.#listings.get(folder);
    if (listing === undefined) {
      listing = list(folder);
      this.#listings.set(folder, listing);
    }
    return listing;
  }
}

/** Entries of a folder by name. A link may lead to a file or a folder; which, shows when it is used. */
type Listing = ReadonlyMap<string, 'file' | 'folder' | 'link'>;

async function list(folder: string): Promise<Listing> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return new Map(
      entries.map((entry) => [entry.name, entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'link'] as const),
    );
  } catch {
    return new Map();
  }
}
