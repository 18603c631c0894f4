/** What stands in a package's folder before it is sealed: the files at given paths, and what is in their way. */
import { lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';

/** What a path of the package holds now. */
export type Occupant =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly content: Buffer }
  /** A folder, a socket or the like; or a file where a folder should be. */
  | { readonly kind: 'obstacle'; readonly at: string }
  /** A symbolic link, there or on the way there, that leads out of the folder or nowhere. */
  | { readonly kind: 'escape'; readonly at: string };

/**
 * Looks into a folder as it stands; what it finds out about folders inside it is not asked for again. Packages have
 * thousands of files, and asking without waiting in between takes a tenth of the time.
 * @param dir - Folder of the package, absolute; it need not exist.
 * @returns Gives what a safe path inside it holds.
 */
export function occupants(dir: string): (file: string) => Occupant {
  const seen = new Map<string, Occupant | 'folder'>();
  const folder = (at: string): Occupant | 'folder' => {
    const known = seen.get(at);
    if (known !== undefined) return known;
    const parent = at === '' ? 'folder' : folder(at.slice(0, Math.max(0, at.lastIndexOf('/'))));
    const found = parent === 'folder' ? look(dir, at) : parent;
    const result = typeof found === 'object' && 'kind' in found ? found : asFolder(found, at);
    seen.set(at, result);
    return result;
  };
  return (file) => {
    const parent = folder(file.slice(0, Math.max(0, file.lastIndexOf('/'))));
    if (parent !== 'folder') return parent;
    const found = look(dir, file);
    if ('kind' in found) return found;
    if (!found.isSymbolicLink() && !found.isFile()) return { kind: 'obstacle', at: file };
    return { kind: 'file', content: readFileSync(path.join(dir, file)) };
  };
}

/** What stands at a path; a link only when it stays inside. */
function look(dir: string, at: string): Stats | Occupant {
  const found = stat(path.join(dir, at));
  if (found === undefined) return { kind: 'nothing' };
  // The folder of the package itself may well be a link.
  if (at !== '' && found.isSymbolicLink() && !staysInside(dir, at)) return { kind: 'escape', at };
  return found;
}

function asFolder(found: Stats, at: string): Occupant | 'folder' {
  if (at === '' || found.isSymbolicLink() || found.isDirectory()) return 'folder';
  return { kind: 'obstacle', at };
}

function stat(target: string): Stats | undefined {
  try {
    return lstatSync(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function staysInside(dir: string, at: string): boolean {
  try {
    const [root, target] = [realpathSync(dir), realpathSync(path.join(dir, at))];
    const relative = path.relative(root, target);
    return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  } catch {
    return false;
  }
}
