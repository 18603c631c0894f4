/** From a configuration, or from the command line alone, to complete requests: every path absolute, every default set. */
import path from 'node:path';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { Int64Surface } from '../ir/scalar.ts';
import type { PackageConfig } from './config.ts';

/** Everything that the generation of one package needs to know. */
export interface PackageRequest {
  /** Folder that relative paths start from and diagnostics are relative to. Absolute. */
  readonly cwd: string;
  readonly protos: readonly string[];
  readonly roots: readonly string[];
  readonly specs: readonly string[];
  readonly overlays: readonly string[];
  /** Name of the protocol: the package's name without its scope. */
  readonly name: string;
  readonly packageName: string;
  readonly packageVersion: string;
  /** Folder of the package. Absolute. */
  readonly dir: string;
  readonly int64: Int64Surface;
  readonly int64Of: Readonly<Record<string, Int64Surface>>;
  readonly emit: 'js' | 'ts';
  /** The JSON Schemas with their validators; the arbitraries. */
  readonly schemas: boolean;
  readonly arbitraries: boolean;
  /**
   * Add an AsyncAPI document for each event spec; an OpenAPI document with all schemas; the reference documentation as
   * Markdown; and as HTML.
   */
  readonly asyncapi: boolean;
  readonly openapi: boolean;
  readonly markdown: boolean;
  readonly html: boolean;
  /** Folder with templates that take the place of bundled ones. Absolute. */
  readonly templates: string | undefined;
  /** Modules that add files, as they were named. */
  readonly plugins: readonly string[];
  /** Folders in which globs look for sources. Absolute. */
  readonly bases: readonly string[];
}

/**
 * @param config - One package of the configuration.
 * @param cwd - Folder of the configuration, absolute.
 * @param elsewhere.described - Number of sources that do not come as files.
 */
export async function resolvePackage(
  config: PackageConfig,
  cwd: string,
  { described }: { readonly described: number } = { described: 0 },
): Promise<Result<PackageRequest>> {
  const diagnostics: Diagnostic[] = [];
  const files = async (patterns: readonly string[] | undefined): Promise<readonly string[]> => {
    const found = new Set<string>();
    for (const pattern of patterns ?? []) {
      const matches = isGlob(pattern)
        ? await (await import('tinyglobby')).glob(pattern, { cwd, onlyFiles: true, expandDirectories: false })
        : [pattern];
      if (matches.length === 0) {
        const problem = `The pattern "${pattern}" of package ${config.name} matches no file.`;
        diagnostics.push(
          diagnose('WM5002', undefined, { problem, fix: `Patterns start from ${path.basename(cwd)}/.` }),
        );
      }
      for (const match of matches) found.add(match.replaceAll('\\', '/'));
    }
    return [...found].sort();
  };
  const globs = [...(config.protos ?? []), ...(config.specs ?? []), ...(config.overlays ?? [])].filter(isGlob);
  const value: PackageRequest = {
    cwd,
    protos: await files(config.protos),
    roots: config.roots ?? [],
    specs: await files(config.specs),
    overlays: await files(config.overlays),
    name: config.name.replace(/^@[^/]*\//, ''),
    packageName: config.name,
    packageVersion: config.version ?? '0.1.0',
    dir: path.resolve(cwd, config.out),
    int64: config.int64 ?? 'bigint',
    int64Of: config.int64Of ?? {},
    emit: config.emit ?? 'js',
    schemas: config.schemas ?? true,
    arbitraries: config.arbitraries ?? true,
    asyncapi: config.asyncapi ?? false,
    openapi: config.openapi ?? false,
    markdown: config.markdown ?? false,
    html: config.html ?? false,
    templates: config.templates === undefined ? undefined : path.resolve(cwd, config.templates),
    plugins: config.plugins ?? [],
    bases: [...new Set(globs.map((pattern) => path.resolve(cwd, staticPart(pattern))))].sort(),
  };
  if (value.protos.length + value.specs.length + described === 0) {
    const problem = `Package ${config.name} has neither protos nor specs.`;
    diagnostics.push(
      diagnose('WM5002', undefined, { problem, fix: 'List at least one source under "protos" or "specs".' }),
    );
  }
  return { value, diagnostics };
}

/** The folder that a glob starts from. */
const staticPart = (pattern: string): string => {
  const parts = pattern.split('/');
  return parts.slice(0, parts.findIndex(isGlob)).join('/') || '.';
};

const isGlob = (pattern: string): boolean => /[*?{}[\]]/.test(pattern);
