/** Finds and reads the configuration. JSON and YAML are checked with positions; code is run by c12 and checked after. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, hasErrors, type Diagnostic, type Place, type Result } from '../../diagnostics/diagnostic.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { cachedConfig, keepConfig } from '../cache/config-cache.ts';
import type { WiremarkConfig } from './config.ts';

/** In order of preference; the first that exists is taken. */
export const configFiles = ['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map(
  (ending) => `wiremark.config.${ending}`,
);

export interface LoadedConfig {
  readonly config: WiremarkConfig;
  /** Absolute path of the file. */
  readonly file: string;
  /** The place of a value by its RFC 6901 pointer; undefined in one that is code or came from the cache. */
  placeOf(pointer: string): Place | undefined;
}

const isData = (name: string): boolean => /\.(json|ya?ml)$/.test(name);

/** Has the folder a configuration that `loadConfig` would take? `data`: one that is no code. */
export function hasConfig(cwd: string, kind: 'any' | 'data'): boolean {
  const name = configFiles.find((candidate) => existsSync(path.join(cwd, candidate)));
  return name !== undefined && (kind === 'any' || isData(name));
}

/**
 * The configuration of a folder; `value` is undefined when there is none or it is faulty.
 * @param options.cache - Take it as it was read last time, if its text is the same.
 */
export async function loadConfig(
  cwd: string,
  options: { readonly cache: boolean },
): Promise<Result<LoadedConfig | undefined>> {
  const name = configFiles.find((candidate) => existsSync(path.join(cwd, candidate)));
  if (name === undefined) {
    return failure(diagnose('WM5003', undefined, { folder: path.basename(cwd) || cwd }));
  }
  const file = path.join(cwd, name);
  const schema = await readFile(path.join(packageRoot(), 'spec/schema/config.schema.json'), 'utf8');
  const source = { name, schema, text: await readFile(file, 'utf8') };
  const cached = options.cache ? cachedConfig(cwd, source) : undefined;
  if (cached !== undefined) return { value: { config: cached, file, placeOf: () => undefined }, diagnostics: [] };
  const text = isData(name) ? source.text : await textOfModule(cwd, file);
  if (typeof text !== 'string') return text;
  const { checkDocument } = await import('../../diagnostics/document.ts');
  const checked = await checkDocument<WiremarkConfig>({ file: name, text, schema: JSON.parse(schema) as object });
  const document = hasErrors(checked.diagnostics) ? undefined : checked.value;
  const value = document && {
    config: document.value,
    file,
    placeOf: (pointer: string) => (isData(name) ? document.placeOf(pointer) : undefined),
  };
  if (options.cache && value !== undefined && checked.diagnostics.length === 0) keepConfig(cwd, source, value.config);
  return { value, diagnostics: checked.diagnostics };
}

/** Runs a configuration module and returns its default export as JSON text. */
async function textOfModule(cwd: string, file: string): Promise<string | Result<undefined>> {
  const { loadConfig: load } = await import('c12');
  try {
    const loaded = await load({
      cwd,
      configFile: file,
      rcFile: false,
      globalRc: false,
      packageJson: false,
      dotenv: false,
      // Whoever runs the tool without installing it has no package of this name, and any other version would be wrong.
      jitiOptions: { alias: { wiremark: path.join(packageRoot(), 'dist/generator/config/config.js') } },
    });
    return JSON.stringify(loaded.config ?? {}, undefined, 2);
  } catch (error) {
    const place = { file: path.basename(file), line: 1, column: 1, length: 0 };
    return failure(diagnose('WM5004', place, { problem: error instanceof Error ? error.message : String(error) }));
  }
}

function failure(diagnostic: Diagnostic): Result<undefined> {
  return { value: undefined, diagnostics: [diagnostic] };
}
