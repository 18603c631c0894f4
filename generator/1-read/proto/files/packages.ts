/** Folders of installed npm packages that may hold .proto files: of one named `npm:NAME`, and of a project's dependencies. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const prefix = 'npm:';
/** Folders in which packages publish protos, as import roots: the package itself comes first. */
const subfolders = ['', 'proto', 'protos'];

export interface Packages {
  /** Absolute, in the order of the packages' names. */
  readonly folders: readonly string[];
  /** The package.json that names them; undefined when there is none. */
  readonly manifest: string | undefined;
}

/** A root as given, absolute: a path, or `npm:NAME`, optionally with a folder of that package behind the name. */
export function rootFolder(cwd: string, root: string): string {
  if (!root.startsWith(prefix)) return path.resolve(cwd, root);
  const name = root.slice(prefix.length);
  return installed(cwd, name) ?? path.join(cwd, 'node_modules', name);
}

/** What the nearest package.json depends on directly: how npm lays out the rest is chance. */
export function dependencies(cwd: string): Packages {
  const manifest = ancestors(cwd)
    .map((folder) => path.join(folder, 'package.json'))
    .find((file) => existsSync(file));
  if (manifest === undefined) return { folders: [], manifest };
  const names = [...new Set(namesIn(manifest))].sort();
  const found = names.flatMap((name) => installed(path.dirname(manifest), name) ?? []);
  const folders = found.flatMap((folder) => subfolders.map((sub) => path.join(folder, sub)));
  return { folders: folders.filter((folder) => isFolder(folder)), manifest };
}

function namesIn(manifest: string): readonly string[] {
  try {
    const read = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, unknown>> | null;
    const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
    return kinds.flatMap((kind) => Object.keys((read?.[kind] as object | null | undefined) ?? {}));
  } catch {
    return [];
  }
}

/** As Node looks for packages: in node_modules here, then further up. */
function installed(from: string, name: string): string | undefined {
  if (name.split('/').some((part) => part === '' || part === '.' || part === '..')) return undefined;
  const found = ancestors(from).map((folder) => path.join(folder, 'node_modules', name));
  return found.find((folder) => isFolder(folder));
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

function ancestors(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
