/** Decides which files of plugins a package takes: those with a safe path that is nobody else's. */
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { RenderedFile } from '../ir/package-plan.ts';
import type { AddedFile } from '../ir/plugin.ts';
import { manifestPath } from './manifest.ts';
import { isSafePath } from './safe-path.ts';

/**
 * @param added - In the order of the plugins.
 * @param rendered - The package's own files.
 * @returns All files. Diagnostics: WM4006 for each path that cannot be taken.
 */
export function acceptAdded(
  added: readonly AddedFile[],
  rendered: readonly RenderedFile[],
): Result<readonly RenderedFile[]> {
  const value: RenderedFile[] = [...rendered];
  const diagnostics: Diagnostic[] = [];
  // File systems that fold case would make one file of two.
  const files = new Set([manifestPath, ...rendered.map((file) => file.path.toLowerCase())]);
  const folders = new Set([...files].flatMap(foldersOf));
  for (const { plugin, path, text } of added) {
    const fault = (problem: string, fix: string): void =>
      void diagnostics.push(diagnose('WM4006', undefined, { plugin, problem, fix }));
    const folded = path.toLowerCase();
    if (!isSafePath(path)) {
      fault(
        `gave the path ${JSON.stringify(path)}`,
        'Paths are relative to the package and stay inside it on any file system.',
      );
    } else if (files.has(folded) || folders.has(folded) || foldersOf(folded).some((folder) => files.has(folder))) {
      fault(
        `gave the path ${JSON.stringify(path)}, which is taken`,
        'Give it another path; a folder of its own is safest.',
      );
    } else {
      files.add(folded);
      for (const folder of foldersOf(folded)) folders.add(folder);
      value.push({ path, text });
    }
  }
  const accepted = value.slice(rendered.length).map(({ path }) => path);
  return { value: accepted.length === 0 ? value : value.map((file) => published(file, accepted)), diagnostics };
}

/** `package.json` with what was added among its `files`: npm packs nothing else. */
function published(file: RenderedFile, added: readonly string[]): RenderedFile {
  if (file.path !== 'package.json') return file;
  const manifest = JSON.parse(file.text) as { readonly files?: readonly string[] };
  const listed = manifest.files ?? [];
  const tops = added.map((path) => path.split('/', 1)[0]!).filter((top) => !listed.includes(top));
  const files = [...listed, ...[...new Set(tops)].sort()];
  return { path: file.path, text: `${JSON.stringify({ ...manifest, files }, undefined, 2)}\n` };
}

/** `a/b/c` lies in `a` and `a/b`. */
function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, depth) => segments.slice(0, depth + 1).join('/'));
}
