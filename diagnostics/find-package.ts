/** Finds the folder of a package, generated or installed, by path or by name. */
import { stat } from 'node:fs/promises';
import path from 'node:path';

/** Source: docs.npmjs.com, package.json, "name". */
const npmName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/**
 * @param name - Path of a folder, or name of a package installed at or above `cwd`.
 * @returns Undefined when there is neither.
 */
export async function findPackage(name: string, cwd: string): Promise<string | undefined> {
  const folder = path.resolve(cwd, name);
  if (name !== '' && (await isFolder(folder))) return folder;
  if (!npmName.test(name)) return undefined;
  for (let at = path.resolve(cwd); ; at = path.dirname(at)) {
    const installed = path.join(at, 'node_modules', name);
    if (await isFolder(installed)) return installed;
    if (at === path.dirname(at)) return undefined;
  }
}

export async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}
