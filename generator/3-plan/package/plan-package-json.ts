/** Plans `package.json`: ESM, no dependencies, types first in every export. */
import type { PlanOptions } from '../options.ts';
import type { Symbols } from '../symbols.ts';

/** Entry points beside the modules. */
export interface EntryPoints {
  readonly validators: boolean;
  readonly arbitraries: boolean;
  readonly emitter: boolean;
  readonly schemas: boolean;
  readonly asyncapi: boolean;
  readonly openapi: boolean;
  readonly markdown: boolean;
  readonly html: boolean;
}

/** Versions of fast-check whose arbitraries the generated ones are made of. */
const fastCheck = '^3.23.0 || ^4.0.0';

export function planPackageJson(
  symbols: Symbols,
  options: PlanOptions,
  { description, points }: { readonly description: string; readonly points: EntryPoints },
): object {
  const code = (path: string): object =>
    options.emit === 'ts'
      ? { types: `./lib/${path}.ts`, default: `./lib/${path}.ts` }
      : { types: `./lib/${path}.d.ts`, default: `./lib/${path}.js` };
  const fixed: Record<string, unknown> = {
    '.': code('index'),
    ...(points.validators ? { './validators': code('validators') } : {}),
    ...(points.arbitraries ? { './arbitraries': code('arbitraries') } : {}),
    ...(points.emitter ? { './emitter': code('emitter') } : {}),
    ...(points.schemas ? { './schemas/*': './schemas/*' } : {}),
    ...(points.asyncapi ? { './asyncapi/*': './asyncapi/*' } : {}),
    ...(points.openapi ? { './openapi.json': './openapi.json' } : {}),
    './descriptor.json': './descriptor.json',
    './manifest.json': './manifest.json',
    './package.json': './package.json',
  };
  const modules = symbols.modules
    .map(({ path }) => [`./${path}`, code(path)] as const)
    .filter(([key]) => !Object.hasOwn(fixed, key));
  const { '.': index, ...others } = fixed;
  return {
    name: options.packageName,
    version: options.packageVersion,
    description,
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { '.': index, ...Object.fromEntries(modules), ...others },
    files: [
      'lib',
      ...(points.schemas ? ['schemas'] : []),
      ...(points.asyncapi ? ['asyncapi'] : []),
      ...(points.openapi ? ['openapi.json'] : []),
      ...(points.markdown || points.html ? ['reference'] : []),
      'spec',
      'descriptor.json',
      'manifest.json',
    ],
    ...(points.arbitraries
      ? { peerDependencies: { 'fast-check': fastCheck }, peerDependenciesMeta: { 'fast-check': { optional: true } } }
      : {}),
  };
}
