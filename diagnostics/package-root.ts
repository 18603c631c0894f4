/** Finds the folder of the installed tool: the one whose package.json is ours, whether run from source or from `dist/`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path. Throws when the installation is broken. */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'wiremark')
      return folder;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('The installation of wiremark is broken: its package.json is missing.');
    folder = parent;
  }
}
