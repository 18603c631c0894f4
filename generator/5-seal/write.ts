/** Changes a package's folder in one go: all is prepared beside it, moved into place, and moved back if that fails. */
import { copyFile, mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface FolderChange {
  /** Folder of the package, absolute. */
  readonly dir: string;
  /** Does the folder exist already? A new one is moved into place whole. */
  readonly exists: boolean;
  readonly write: readonly { readonly path: string; readonly text: string }[];
  /** Files to take away; folders that this empties go too. */
  readonly remove: readonly string[];
}

/** @throws Error - As the file system reports it; the folder is then as it was. */
export async function changeFolder({ dir, exists, write, remove }: FolderChange): Promise<void> {
  if (write.length + remove.length === 0) return;
  const parent = path.dirname(dir);
  await mkdir(parent, { recursive: true });
  const beside = await mkdtemp(path.join(parent, `.${path.basename(dir)}-`));
  try {
    const fresh = path.join(beside, 'new');
    await mkdir(fresh);
    for (const file of write) {
      await mkdir(path.dirname(path.join(fresh, file.path)), { recursive: true });
      await writeFile(path.join(fresh, file.path), file.text);
    }
    if (exists) await exchange({ dir, fresh, old: path.join(beside, 'old'), write, remove });
    else await rename(fresh, dir);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

interface Exchange extends Pick<FolderChange, 'dir' | 'write' | 'remove'> {
  /** Folder with the new files. */
  readonly fresh: string;
  /** Folder that takes the old ones. */
  readonly old: string;
}

async function exchange({ dir, fresh, old, write, remove }: Exchange): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const file of [...remove, ...write.map(({ path }) => path)]) {
      const [target, backup] = [path.join(dir, file), path.join(old, file)];
      await mkdir(path.dirname(backup), { recursive: true });
      const wasThere = await copied(target, backup);
      undo.push(() => (wasThere ? rename(backup, target) : rm(target, { force: true })));
    }
    for (const { path: file } of write) {
      await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
      // A rename replaces in one step: whoever reads the folder meanwhile sees the old text or the new one.
      await rename(path.join(fresh, file), path.join(dir, file));
    }
    for (const file of remove) await rm(path.join(dir, file), { force: true });
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
  for (const file of remove) await removeEmpty(dir, path.dirname(file));
}

/** Copies a file; false when there is none. */
async function copied(from: string, to: string): Promise<boolean> {
  return copyFile(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Removes a folder, and those around it, as long as they are empty. */
async function removeEmpty(dir: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const gone = await rmdir(path.join(dir, folder)).then(
    () => true,
    () => false,
  );
  if (gone) await removeEmpty(dir, path.dirname(folder));
}
