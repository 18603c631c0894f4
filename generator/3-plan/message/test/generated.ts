/** Generates a package from .proto files into a temporary folder and loads it: the whole pipeline up to rendering. */
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from '@swc/core';
import { packageRoot } from '../../../../diagnostics/package-root.ts';
import { hasErrors } from '../../../../diagnostics/diagnostic.ts';
import { read } from '../../../1-read/read.ts';
import { link } from '../../../2-link/link.ts';
import { plan } from '../../../3-plan/plan.ts';
import { render } from '../../../4-render/render.ts';
import type { PackagePlan } from '../../../ir/package-plan.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import type { Int64Surface } from '../../../ir/scalar.ts';

/** The functions of a generated module, by name. */
export type Generated = Readonly<Record<string, (...args: readonly never[]) => unknown>>;

export interface GeneratedPackage {
  readonly folder: string;
  readonly protocol: Protocol;
  /** Loads `lib/<module>.js`; each folder has its own state. */
  load(module: string): Promise<Generated>;
}

const root = packageRoot();
export const protoFolder = path.join(root, 'generator/3-plan/message/test');

export interface GenerateRequest {
  /** Folder of the .proto files. */
  readonly folder?: string;
  readonly protos: readonly string[];
  readonly int64?: Int64Surface;
  readonly emit?: 'js' | 'ts';
  /** What `prepareAssets` gave: saves reading the templates and compiling the runtime library again. */
  readonly assets?: TestAssets;
}

/** What packages can have in common. */
export interface TestAssets {
  readonly templates: ReadonlyMap<string, string>;
  readonly runtime: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The runtime library as a folder, which packages link to. */
  readonly folder: string;
}

/** For those who generate many packages, which may share the state of the library. */
export async function prepareAssets(): Promise<TestAssets> {
  const folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'wiremark-runtime-')), 'node_modules/codec');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }');
  const modules = await runtime();
  for (const [name, texts] of modules) await writeFile(path.join(folder, `${name}.js`), texts['.js']!);
  return { templates: await templates(), runtime: modules, folder };
}

export async function generatePackage(request: GenerateRequest): Promise<GeneratedPackage> {
  const cwd = request.folder ?? protoFolder;
  const sources = await read({ cwd, protos: request.protos, roots: [], specs: [], overlays: [] });
  const linked = link(sources.value, { name: 'codec', int64: request.int64 ?? 'bigint', int64Of: {} });
  const diagnostics = [...sources.diagnostics, ...linked.diagnostics];
  if (hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const emit = request.emit ?? 'js';
  const options = { packageName: 'codec', packageVersion: '1.0.0', generator: '0.0.0', emit };
  const planned = await plan(linked.value, options as never);
  const code: PackagePlan = {
    ...planned.value,
    files: planned.value.files.filter((file) => file.kind === 'module' && file.path.startsWith('validators') === false),
  };
  const rendered = await render(code, {
    templates: request.assets?.templates ?? (await templates()),
    runtime: request.assets?.runtime ?? (await runtime()),
    version: '0.0.0',
    emit,
  });
  // Within a `node_modules`, so that Node itself loads it and not the test runner, which is more lenient and slower.
  const folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'wiremark-codec-')), 'node_modules/codec');
  if (request.assets !== undefined) {
    await mkdir(path.join(folder, 'lib'), { recursive: true });
    await symlink(request.assets.folder, path.join(folder, 'lib/runtime'));
  }
  for (const file of rendered.value) {
    if (request.assets !== undefined && (file.path.startsWith('lib/runtime/') || !file.path.endsWith('.js'))) continue;
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }');
  return {
    folder,
    protocol: linked.value,
    load: (module) => import(pathToFileURL(path.join(folder, 'lib', `${module}.js`)).href) as Promise<Generated>,
  };
}

async function templates(): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(root, 'templates');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.hbs'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return new Map(names.map((name, i) => [name.slice(0, -4), texts[i]!]));
}

/** The runtime library, compiled on the spot: tests must not depend on what was built before. */
async function runtime(): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const folder = path.join(root, 'templates/runtime');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(
    names.map(async (name) => {
      const ts = await readFile(path.join(folder, name), 'utf8');
      const { code } = await transform(ts, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
      const js = code.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'").replaceAll(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"');
      return [name.slice(0, -3), { '.ts': ts, '.js': js, '.d.ts': ts, '.js.map': '{}' }] as const;
    }),
  );
  return new Map(modules);
}
