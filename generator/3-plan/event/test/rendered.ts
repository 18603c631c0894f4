/** Renders a spec into a temporary folder, in a form of choice, and loads its module: the pipeline up to rendering. */
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { x } from 'tinyexec';
import { hasErrors } from '../../../../diagnostics/diagnostic.ts';
import { packageRoot } from '../../../../diagnostics/package-root.ts';
import { read } from '../../../1-read/read.ts';
import { link } from '../../../2-link/link.ts';
import { render } from '../../../4-render/render.ts';
import type { EventSpec } from '../../../ir/event-spec.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import type { Int64Surface } from '../../../ir/scalar.ts';
import { plan } from '../../plan.ts';
import { strictest } from '../../../test/strictest.ts';

const root = packageRoot();

/** Functions and tables of a generated module, by name. */
export type Module = Readonly<Record<string, (value?: unknown) => unknown>>;

export interface Rendered {
  /** Holds `lib/`. */
  readonly folder: string;
  readonly protocol: Protocol;
  /** Text of a file of `lib/`. */
  text(file: string): Promise<string>;
  load(module: string): Promise<Module>;
}

export interface RenderRequest {
  readonly specs: readonly string[];
  readonly protos?: readonly string[];
  readonly emit?: 'js' | 'ts';
  readonly int64?: Int64Surface;
}

/** @param request - Paths relative to the repository. */
export async function renderSpecs({
  specs,
  protos = [],
  emit = 'js',
  int64 = 'bigint',
}: RenderRequest): Promise<Rendered> {
  const roots = [path.join(root, 'generator/3-plan/event/test')];
  const sources = await read({ cwd: root, protos, roots, specs, overlays: [] });
  const linked = link(sources.value, { name: 'test', int64, int64Of: {} });
  const diagnostics = [...sources.diagnostics, ...linked.diagnostics];
  if (hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const options = { packageName: 'test', packageVersion: '1.0.0', generator: '0.0.0', emit };
  const protocol = { ...linked.value, specs: linked.value.specs.map(withProtoKey) };
  const planned = await plan(protocol, options as never);
  const modules = planned.value.files.filter(
    ({ kind, path: file }) => kind === 'module' && !/^(validators|arbitraries)/.test(file),
  );
  const assets = { templates: await templates(), runtime: await (compiledRuntime ??= runtime()) };
  const rendered = await render({ ...planned.value, files: modules }, { ...assets, version: '0.0.0', emit });
  // Within a `node_modules`, so that Node itself loads it and not the test runner.
  const folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'wiremark-events-')), 'node_modules/test');
  for (const file of rendered.value) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }');
  return {
    folder,
    protocol,
    text: (file) => readFile(path.join(folder, 'lib', file), 'utf8'),
    load: (module) => import(pathToFileURL(path.join(folder, 'lib', `${module}.js`)).href) as Promise<Module>,
  };
}

/** Specs in files cannot have `__proto__` as a name; those from elsewhere might. */
function withProtoKey(spec: EventSpec): EventSpec {
  return JSON.parse(JSON.stringify(spec).replaceAll('"PROTO_KEY"', '"__proto__"')) as EventSpec;
}

/** What `tsc` has to say about files of a folder under the strictest settings; `''` when nothing. */
export async function typeCheck(
  folder: string,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const compilerOptions = { ...strictest, noPropertyAccessFromIndexSignature: true, ...options };
  const include = [...Object.keys(files), 'lib/*.ts', 'lib/*.d.ts'];
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
  const { stdout } = await x(path.join(root, 'node_modules/.bin/tsc'), ['-p', folder], { throwOnError: false });
  return stdout;
}

async function templates(): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(root, 'templates');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.hbs'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return new Map(names.map((name, i) => [name.slice(0, -4), texts[i]!]));
}

/** The runtime library, compiled once for all tests of a file. */
let compiledRuntime: ReturnType<typeof runtime> | undefined;

/** Compiles the runtime library on the spot: tests must not depend on what was built before. */
async function runtime(): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const sources = path.join(root, 'templates/runtime');
  const names = (await readdir(sources)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const compiled = await mkdtemp(path.join(os.tmpdir(), 'wiremark-runtime-'));
  const flags =
    '--target es2023 --module nodenext --strict --declaration --rewriteRelativeImportExtensions --skipLibCheck';
  const files = names.map((name) => path.join(sources, name));
  const types = ['--types', 'node', '--typeRoots', path.join(root, 'node_modules/@types')];
  const args = [...flags.split(' '), ...types, '--rootDir', sources, '--outDir', compiled, '--ignoreConfig', ...files];
  await x(path.join(root, 'node_modules/.bin/tsc'), args, { nodeOptions: { cwd: root }, throwOnError: false });
  const modules = names.map(async (file) => {
    const name = file.slice(0, -3);
    const texts = {
      '.ts': await readFile(path.join(sources, file), 'utf8'),
      '.js': await readFile(path.join(compiled, `${name}.js`), 'utf8'),
      '.d.ts': await readFile(path.join(compiled, `${name}.d.ts`), 'utf8'),
      '.js.map': '{}',
    };
    return [name, texts] as const;
  });
  return new Map(await Promise.all(modules));
}
