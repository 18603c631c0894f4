/** What a command works on: the package that its arguments describe, or else those of the configuration. */
import path from 'node:path';
import type { Result } from '../../diagnostics/diagnostic.ts';
import { adHocPackage, parts, type GenerateFlags, type SourceFlags } from './ad-hoc.ts';
import type { PackageConfig } from './config.ts';
import type { LoadedConfig } from './load.ts';
import { resolvePackage, type PackageRequest } from './resolve.ts';
import { tellApart, type ToldApart } from './tell-apart.ts';

export interface Collected {
  readonly packages: readonly PackageConfig[];
  /** Folder that the paths of the packages start from. Absolute. */
  readonly folder: string;
}

/** From the command line when it names sources, else from the configuration; `value` is undefined after an error. */
export async function collectPackages(
  files: readonly string[],
  flags: GenerateFlags,
  cwd: string,
): Promise<Result<Collected | undefined>> {
  const given = tellApart(files, flags);
  if (isNamed(given)) {
    const { value, diagnostics } = adHocPackage(given.protos, given.flags);
    return { value: value && { packages: [value], folder: cwd }, diagnostics };
  }
  const { loadConfig } = await import('./load.ts');
  const { value, diagnostics } = await loadConfig(cwd, { cache: flags.cache !== false });
  return { value: value && { packages: value.config.packages, folder: path.dirname(value.file) }, diagnostics };
}

/** One complete request per package. */
export async function collectRequests(
  files: readonly string[],
  flags: GenerateFlags,
  cwd: string,
): Promise<Result<readonly PackageRequest[]>> {
  const { value, diagnostics } = await collectPackages(files, flags, cwd);
  if (value === undefined) return { value: [], diagnostics };
  const packages = value.packages.map((one) => ({
    ...one,
    ...parts(flags),
    ...(flags.templates !== undefined && { templates: path.resolve(cwd, flags.templates) }),
    ...(flags.plugin !== undefined && { plugins: flags.plugin }),
  }));
  const resolved = await Promise.all(packages.map((one) => resolvePackage(one, value.folder)));
  return {
    value: resolved.map((one) => one.value),
    diagnostics: [...diagnostics, ...resolved.flatMap((one) => one.diagnostics)],
  };
}

/** What a command that only looks at sources works on. */
export interface Sources extends Collected {
  /** The configuration of the working folder, whose sections other than `packages` count in any case; undefined when there is none. */
  readonly loaded: LoadedConfig | undefined;
  /** Does it also list the packages? */
  readonly configured: boolean;
}

/** Like `collectPackages`, with the rest of the configuration. */
export async function collectSources(
  files: readonly string[],
  flags: SourceFlags,
  cwd: string,
): Promise<Result<Sources | undefined>> {
  const { hasConfig, loadConfig } = await import('./load.ts');
  const given = tellApart(files, flags);
  const named = isNamed(given);
  const { value: loaded, diagnostics } =
    named && !hasConfig(cwd, 'any') ? { value: undefined, diagnostics: [] } : await loadConfig(cwd, { cache: false });
  if (!named) {
    const { packages } = loaded?.config ?? { packages: [] };
    return { value: loaded && { packages, folder: cwd, loaded, configured: true }, diagnostics };
  }
  // The name of the package means nothing here, but a file's own might be none that npm takes.
  const adHoc = adHocPackage(given.protos, { ...given.flags, name: 'sources' });
  const value = adHoc.value && { packages: [adHoc.value], folder: cwd, loaded, configured: false };
  return { value, diagnostics: [...diagnostics, ...adHoc.diagnostics] };
}

/** Does the command line say what to work on? */
function isNamed({ protos, flags }: ToldApart<SourceFlags>): boolean {
  return protos.length > 0 || (flags.spec ?? []).length > 0;
}
