/** Which files a watch looks at: what was read, what would be read if it came, and the configuration. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { configFiles } from '../config/load.ts';
import type { Outcome } from '../generate-all.ts';

export interface WatchedPaths {
  /** Files and folders, absolute. */
  readonly watch: readonly string[];
  /** Is a change of this file a reason to generate? */
  readonly isSource: (file: string) => boolean;
  /** Folders and files that are not even looked at. */
  readonly isIgnored: (file: string) => boolean;
}

const isTemplate = (file: string): boolean => file.endsWith('.hbs');

const sourceFile = /\.(proto|ya?ml|json|binpb)$/i;

/** @param from - The arguments of the command: sources that could not be read yet must be seen when they come. */
export function watchedPaths(
  { requests, inputs }: Pick<Outcome, 'requests' | 'inputs'>,
  from: { readonly named: readonly string[]; readonly specs: readonly string[]; readonly cwd: string },
): WatchedPaths {
  const named = [...from.named, ...from.specs].map((file) => path.resolve(from.cwd, file));
  const config = configFiles.map((name) => path.join(from.cwd, name));
  const outputs = requests.map((request) => request.dir);
  const roots = requests.flatMap((request) => [
    ...request.roots.map((root) => path.resolve(request.cwd, root)),
    ...request.bases,
  ]);
  const templates = requests.flatMap((request) => request.templates ?? []);
  const plugins = requests.flatMap((request) => request.plugins.map((plugin) => path.resolve(request.cwd, plugin)));
  const files = new Set([...inputs, ...named, ...config, ...plugins]);
  const beside = [...inputs, ...named, ...plugins].map((file) => path.dirname(file));
  const folders = [...roots, ...templates, ...beside, from.cwd];
  const below = (file: string, folder: string): boolean => file === folder || file.startsWith(folder + path.sep);
  const isOutput = (file: string): boolean => outputs.some((dir) => below(file, dir));
  const deep = [...new Set([...roots, ...templates])];
  return {
    watch: [...new Set(folders)].filter((folder) => existsSync(folder)),
    isSource: (file) =>
      files.has(file) ||
      (sourceFile.test(file) && !isOutput(file) && deep.some((root) => below(file, root))) ||
      (isTemplate(file) && templates.some((folder) => below(file, folder))),
    isIgnored: (file) =>
      isOutput(file) ||
      /[\\/](node_modules|\.git|\.wiremark)([\\/]|$)/.test(file) ||
      // Beside the roots, folders are watched for the files in them, not for what lies deeper.
      !(folders.includes(file) || folders.includes(path.dirname(file)) || deep.some((root) => below(file, root))),
  };
}
