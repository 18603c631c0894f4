/** The parameter that protoc hands to a plugin: `name=@acme/chat,int64=string` in, the configuration of a package out. */
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { adHocPackage, partNames, parts, type GenerateFlags } from '../config/ad-hoc.ts';
import type { PackageConfig } from '../config/config.ts';
import { int64Surfaces, type Int64Surface } from '../ir/scalar.ts';

export interface PluginOptions {
  readonly config: PackageConfig;
  /** Type-check the package and compile its schemas. */
  readonly verify: boolean;
}

const single = ['name', 'version', 'int64', 'emit', 'templates'] as const;
const repeated = ['spec', 'overlay', 'plugin'] as const;
const switches = ['verify', ...partNames] as const;

/**
 * @param text - Options parted by commas: `key=value`, `int64Of.full.name=string`, or a switch such as `verify` alone.
 * @param first - The first file to generate, which names the package by default.
 */
export function readParameter(text: string, first: string): Result<PluginOptions | undefined> {
  const diagnostics: Diagnostic[] = [];
  const values: Record<string, string> = {};
  const lists: Record<(typeof repeated)[number], string[]> = { spec: [], overlay: [], plugin: [] };
  const int64Of = new Map<string, Int64Surface>();
  const switched = new Map<string, boolean>();
  const fault = (problem: string, fix: string): void => {
    diagnostics.push(diagnose('WM5002', undefined, { problem, fix }));
  };
  for (const option of text.split(',').filter((each) => each !== '')) {
    const at = option.indexOf('=');
    const [key, value] = at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
    const many = repeated.find((each) => each === key);
    const surface = int64Surfaces.find((each) => each === value);
    if (many !== undefined) lists[many].push(value);
    else if (single.some((each) => each === key)) values[key] = value;
    else if (switches.some((each) => each === key)) switched.set(key, value !== 'false');
    else if (!key.startsWith('int64Of.')) {
      fault(`The plugin has no option "${key}".`, suggest(key, [...single, ...repeated, ...switches, 'int64Of.NAME']));
    } else if (surface === undefined) fault(`${key} takes ${int64Surfaces.join(', ')}.`, `For example ${key}=string.`);
    else int64Of.set(key.slice('int64Of.'.length), surface);
  }
  const { version, ...flags } = values;
  const adHoc = adHocPackage([first], { ...(flags as GenerateFlags), ...lists });
  diagnostics.push(...adHoc.diagnostics);
  if (adHoc.value === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const config: PackageConfig = {
    ...adHoc.value,
    protos: [],
    ...(version !== undefined && { version }),
    ...parts(Object.fromEntries(switched)),
    int64Of: Object.fromEntries(int64Of),
  };
  return { value: { config, verify: switched.get('verify') === true }, diagnostics };
}
