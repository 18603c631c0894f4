/** Takes the folder or the name of a generated package, gives its descriptor and its exports. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnose, type Result } from '../diagnostics/diagnostic.ts';
import { findPackage } from '../diagnostics/find-package.ts';
import type { Descriptor } from './model/descriptor.gen.ts';
import type { LoadedPackage } from './model/package.ts';
import { readText, schemaFault } from './read-json.ts';
import { digest } from './run/seeds.ts';

/**
 * @param name - Path of a folder, or name of a package installed at or above `cwd`.
 * @returns Undefined with a diagnostic when it is no generated package. Never throws.
 */
export async function loadPackage(name: string, cwd: string): Promise<Result<LoadedPackage | undefined>> {
  const refuse = (problem: string): Result<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('WM6001', undefined, { name, problem })],
  });
  const folder = await findPackage(name, cwd);
  if (folder === undefined) return refuse('there is no such folder, and no installed package of that name');
  const text = await readText(path.join(folder, 'descriptor.json'));
  if (text === undefined) return refuse('it has no descriptor.json');
  let descriptor: unknown;
  try {
    descriptor = JSON.parse(text);
  } catch (error) {
    return refuse(`its descriptor.json is not JSON (${(error as Error).message})`);
  }
  const fault = await schemaFault(descriptor, 'descriptor');
  if (fault !== undefined) {
    return { value: undefined, diagnostics: [diagnose('WM6002', undefined, { name, ...fault })] };
  }
  const index = path.join(folder, 'lib/index.js');
  let exports: Readonly<Record<string, unknown>> = {};
  try {
    // A package written as TypeScript has none; its descriptor is enough for all but the reference implementation.
    if (existsSync(index)) exports = (await import(pathToFileURL(index).href)) as typeof exports;
  } catch (error) {
    return refuse(`its code cannot be imported (${(error as Error).message})`);
  }
  return {
    value: { folder, descriptor: descriptor as Descriptor, hash: digest(text), exports },
    diagnostics: [],
  };
}
