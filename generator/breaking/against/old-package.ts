/** What a package was made of in the old version: the same sources, as far as they were there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PackageConfig } from '../../config/config.ts';
import { resolvePackage, type PackageRequest } from '../../config/resolve.ts';

export interface OldTree {
  /** Folder that paths of the package start from, in the old version. Absolute. */
  readonly folder: string;
  /** Where absolute paths below `is` lie in the old version. */
  readonly top: { readonly was: string; readonly is: string };
}

/** Undefined where the old version has none of its sources: the package is new. */
export async function oldPackage(config: PackageConfig, tree: OldTree): Promise<PackageRequest | undefined> {
  const moved = (given: readonly string[] | undefined): string[] => (given ?? []).map((file) => inOldTree(file, tree));
  const roots = moved(config.roots);
  const there = (files: readonly string[] | undefined): string[] =>
    moved(files).filter(
      (file) =>
        isPattern(file) || [tree.folder, ...roots].some((root) => existsSync(path.resolve(tree.folder, root, file))),
    );
  const { value } = await resolvePackage(
    { ...config, roots, protos: there(config.protos), specs: there(config.specs), overlays: there(config.overlays) },
    tree.folder,
  );
  return value.protos.length + value.specs.length === 0 ? undefined : value;
}

/** Relative paths start from the folder; absolute ones are moved when they lead into what is compared. */
function inOldTree(file: string, { top }: OldTree): string {
  if (!path.isAbsolute(file)) return file;
  const inside = path.relative(top.is, file);
  return inside.startsWith('..') || path.isAbsolute(inside) ? file : path.join(top.was, inside);
}

const isPattern = (file: string): boolean => /[*?{}[\]]/.test(file);
