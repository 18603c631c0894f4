/** A package described by the command line alone. */
import path from 'node:path';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { Format } from '../../diagnostics/format/format.ts';
import { int64Surfaces, type Int64Surface } from '../ir/scalar.ts';
import type { PackageConfig } from './config.ts';

/** Options of every command that reads sources, as commander hands them over. */
export interface SourceFlags {
  readonly root?: readonly string[];
  readonly spec?: readonly string[];
  readonly overlay?: readonly string[];
  readonly format?: Format;
}

/** Options of `wiremark generate`. */
export interface GenerateFlags extends SourceFlags {
  readonly name?: string;
  readonly out?: string;
  readonly int64?: string;
  readonly emit?: string;
  /** False: `--no-schemas`, `--no-arbitraries`. */
  readonly schemas?: boolean;
  readonly arbitraries?: boolean;
  readonly asyncapi?: boolean;
  readonly openapi?: boolean;
  readonly markdown?: boolean;
  readonly html?: boolean;
  /** Folder of own templates. */
  readonly templates?: string;
  /** Modules that add files. */
  readonly plugin?: readonly string[];
  readonly check?: boolean;
  readonly verify?: boolean;
  readonly watch?: boolean;
  /** False: `--no-cache`. */
  readonly cache?: boolean;
}

/** What code is written as: `.js`, `.d.ts` and source maps, or `.ts`. */
export const emitForms = ['js', 'ts'] as const;

/** Names that npm takes, of 214 characters at most. */
export const packageNames = /^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** The configuration that the options amount to; `value` is undefined when one of them is wrong. */
export function adHocPackage(files: readonly string[], flags: GenerateFlags): Result<PackageConfig | undefined> {
  const diagnostics: Diagnostic[] = [];
  const oneOf = <T extends string>(option: string, given: string | undefined, allowed: readonly T[]): T | undefined => {
    if (given === undefined || (allowed as readonly string[]).includes(given)) return given as T | undefined;
    const problem = `--${option} takes ${allowed.join(', ')}; "${given}" is none of them.`;
    diagnostics.push(diagnose('WM5002', undefined, { problem, fix: `For example --${option} ${allowed[0]}.` }));
    return undefined;
  };
  const int64 = oneOf<Int64Surface>('int64', flags.int64, int64Surfaces);
  const emit = oneOf('emit', flags.emit, emitForms);
  const name = flags.name ?? defaultName([...files, ...(flags.spec ?? [])][0]!);
  if (!packageNames.test(name)) {
    const problem = `"${name}" is no npm package name.`;
    diagnostics.push(diagnose('WM5002', undefined, { problem, fix: 'Give one with --name, e.g. --name @acme/chat.' }));
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const value: PackageConfig = {
    name,
    out: flags.out ?? path.join('out', name.replace(/^@[^/]*\//, '')),
    protos: files,
    roots: flags.root ?? [],
    specs: flags.spec ?? [],
    overlays: flags.overlay ?? [],
    ...(int64 !== undefined && { int64 }),
    ...(emit !== undefined && { emit }),
    ...parts(flags),
    ...(flags.templates !== undefined && { templates: flags.templates }),
    ...(flags.plugin !== undefined && flags.plugin.length > 0 && { plugins: flags.plugin }),
  };
  return { value, diagnostics };
}

/** Documents that a package is given on request, and parts that it has unless they are refused, by the names of their options. */
const additions = ['asyncapi', 'openapi', 'markdown', 'html'] as const;
const omissions = ['schemas', 'arbitraries'] as const;
export const partNames = [...additions, ...omissions] as const;

type PartName = (typeof partNames)[number];

/** Those of them that are not as they would be by default. */
export function parts(asked: Readonly<Partial<Record<PartName, boolean>>>): Pick<PackageConfig, PartName> {
  return Object.fromEntries([
    ...additions.filter((name) => asked[name] === true).map((name) => [name, true]),
    ...omissions.filter((name) => asked[name] === false).map((name) => [name, false]),
  ]) as Pick<PackageConfig, PartName>;
}

function defaultName(file: string): string {
  const base = path.basename(file).replace(/(\.spec)?\.(proto|ya?ml|json)$/, '');
  return base.toLowerCase().replace(/[^a-z0-9._~-]+/g, '-');
}
