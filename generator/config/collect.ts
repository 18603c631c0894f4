/** What a command works on: the package that its arguments describe, or else those of the configuration. */
import path from 'node:path';
import type { Result } from '../../diagnostics/diagnostic.ts';
import { adHocPackage, type GenerateFlags } from './ad-hoc.ts';
import type { PackageConfig, WiremarkConfig } from './config.ts';
import { resolvePackage, type PackageRequest } from './resolve.ts';

export interface Collected {
  readonly packages: readonly PackageConfig[];
  /** Folder that the paths of the packages start from. Absolute. */
  readonly folder: string;
  /** The configuration file's contents; undefined when the packages come from the command line. */
  readonly config: WiremarkConfig | undefined;
}

/** From the command line when it names sources, else from the configuration; `value` is undefined after an error. */
export async function collectPackages(
  files: readonly string[],
  flags: GenerateFlags,
  cwd: string,
): Promise<Result<Collected | undefined>> {
  if (files.length > 0 || flags.spec !== undefined) {
    const { value, diagnostics } = adHocPackage(files, flags);
    return { value: value && { packages: [value], folder: cwd, config: undefined }, diagnostics };
  }
  const { loadConfig } = await import('./load.ts');
  const { value, diagnostics } = await loadConfig(cwd, { cache: flags.cache !== false });
  if (value === undefined) return { value: undefined, diagnostics };
  return {
    value: { packages: value.config.packages, folder: path.dirname(value.file), config: value.config },
    diagnostics,
  };
}

/** One complete request per package. */
export async function collectRequests(
  files: readonly string[],
  flags: GenerateFlags,
  cwd: string,
): Promise<Result<readonly PackageRequest[]>> {
  const { value, diagnostics } = await collectPackages(files, flags, cwd);
  if (value === undefined) return { value: [], diagnostics };
  const resolved = await Promise.all(value.packages.map((one) => resolvePackage(one, value.folder)));
  return {
    value: resolved.map((one) => one.value),
    diagnostics: [...diagnostics, ...resolved.flatMap((one) => one.diagnostics)],
  };
}
