/** Plans and renders a whole package into a temporary folder, and loads its modules as an application would. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../../../diagnostics/package-root.ts';
import { render } from '../../../4-render/render.ts';
import { loadAssets } from '../../../assets.ts';
import type { RenderedFile } from '../../../ir/package-plan.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import { plan } from '../../plan.ts';
import { options } from './protocols.ts';

export type Module = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

export interface LoadedPackage {
  /** Folder of the package. */
  readonly folder: string;
  readonly files: readonly RenderedFile[];
  text(file: string): string;
  load(module: string): Promise<Module>;
  remove(): Promise<void>;
}

/** Needs the runtime library compiled: `npm run build`. */
export async function loadPackage(protocol: Protocol, emit: 'js' | 'ts' = 'js'): Promise<LoadedPackage> {
  const planned = await plan(protocol, { ...options, emit });
  const { value: files } = await render(planned.value, { ...(await loadAssets()), version: '1.2.3', emit });
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-package-'));
  // Within `node_modules`, so that Node itself loads it and not the test runner.
  const folder = path.join(temporary, 'node_modules', options.packageName);
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file.path)), { recursive: true });
    await writeFile(path.join(folder, file.path), file.text);
  }
  // Stage 5 would write it.
  await writeFile(path.join(folder, 'manifest.json'), '{}\n');
  await symlink(path.join(packageRoot(), 'node_modules/fast-check'), path.join(temporary, 'node_modules/fast-check'));
  await symlink(path.join(packageRoot(), 'node_modules/pure-rand'), path.join(temporary, 'node_modules/pure-rand'));
  return {
    folder,
    files,
    text: (name) => files.find((file) => file.path === name)!.text,
    load: async (module) =>
      (await import(pathToFileURL(path.join(folder, 'lib', `${module}.js`)).href)) as unknown as Module,
    remove: () => rm(temporary, { recursive: true, force: true }),
  };
}
