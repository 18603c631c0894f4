/** What stands in a package's folder before it is sealed: the files at given paths, and what is in their way. */
import { lstat, readFile, realpath } from 'node:fs/promises';
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
 * @param dir - Folder of the package, absolute; it need not exist.
 * @param file - Safe path inside it.
 */
export async function occupant(dir: string, file: string): Promise<Occupant> {
  const segments = file.split('/');
  for (let depth = 1; depth <= segments.length; depth++) {
    const at = segments.slice(0, depth).join('/');
    const last = depth === segments.length;
    const found = await stat(path.join(dir, at));
    if (found === undefined) return { kind: 'nothing' };
    if (found.isSymbolicLink()) {
      if (!(await staysInside(dir, at))) return { kind: 'escape', at };
      if (!last) continue;
    } else if (last ? !found.isFile() : !found.isDirectory()) return { kind: 'obstacle', at };
  }
  return { kind: 'file', content: await readFile(path.join(dir, file)) };
}

async function stat(target: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  return lstat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

async function staysInside(dir: string, at: string): Promise<boolean> {
  try {
    const [root, target] = await Promise.all([realpath(dir), realpath(path.join(dir, at))]);
    const relative = path.relative(root, target);
    return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  } catch {
    return false;
  }
}
