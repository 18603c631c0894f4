/** Finds the old version that `--against` names: a folder that mirrors the present one, or a commit of its repository. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, type Result } from '../../../diagnostics/diagnostic.ts';
import { checkOut } from './git.ts';
import type { OldTree } from './old-package.ts';

export interface Against extends OldTree {
  /** Turns a path as diagnostics print it into one that tells the old version from the new. */
  display(file: string): string;
  dispose(): Promise<void>;
}

/** @param folder - What the old version is compared with. Absolute. */
export async function openAgainst(given: string, folder: string, cwd: string): Promise<Result<Against | undefined>> {
  const absolute = path.resolve(cwd, given);
  const isFolder = await stat(absolute).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    const shown = given.replaceAll('\\', '/').replace(/\/+$/, '');
    const value: Against = {
      folder: absolute,
      top: { was: absolute, is: folder },
      display: (file) => path.posix.join(shown, file),
      dispose: async () => {},
    };
    return { value, diagnostics: [] };
  }
  const checkout = await checkOut(given, folder);
  if (typeof checkout === 'string') {
    const fix = 'Name a folder with the old sources, or a commit: a branch, a tag, HEAD~1, origin/main.';
    return { value: undefined, diagnostics: [diagnose('WM5002', undefined, { problem: checkout, fix })] };
  }
  // As `git show` takes it: from the top of the repository on.
  const inside = path.relative(checkout.top.was, checkout.folder).replaceAll('\\', '/');
  return { value: { ...checkout, display: (file) => `${given}:${path.posix.join(inside, file)}` }, diagnostics: [] };
}
