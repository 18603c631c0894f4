/** Generates packages from texts for tests of the whole pipeline, and loads them as Node does. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { GenerateFlags } from '../config/ad-hoc.ts';
import { generateAll } from '../generate-all.ts';

/** Functions of a generated module, by name. */
export type Exports = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** A folder for packages. Within a `node_modules`, so that Node itself loads what is generated and not the test runner. */
export async function workshop(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-made-'));
  const folder = path.join(temporary, 'node_modules');
  await mkdir(folder);
  return { folder, remove: () => rm(temporary, { recursive: true, force: true }) };
}

export interface Made {
  /** Codes and messages of all errors, each code once. */
  readonly errors: readonly string[];
  /** Its generated files. */
  readonly files: readonly string[];
  /** Its folder, with the package in `gen`. */
  readonly cwd: string;
}

/** Writes sources to a folder and generates a package of them; those that end in `.yaml` are event specs. */
export async function make(
  cwd: string,
  sources: Readonly<Record<string, string>>,
  flags: GenerateFlags = {},
): Promise<Made> {
  await mkdir(cwd, { recursive: true });
  for (const [file, text] of Object.entries(sources)) await writeFile(path.join(cwd, file), text);
  const files = Object.keys(sources);
  const spec = files.filter((file) => file.endsWith('.yaml'));
  const protos = files.filter((file) => file.endsWith('.proto'));
  const { sealed, diagnostics } = await generateAll(
    protos,
    { spec, name: path.basename(cwd), out: 'gen', cache: false, ...flags },
    cwd,
  );
  const faults = diagnostics.filter(({ severity }) => severity === 'error').toReversed();
  return {
    errors: [...new Map(faults.map(({ code, message }) => [code, `${code} ${message}`])).values()],
    files: sealed[0]?.files ?? [],
    cwd,
  };
}

/** Loads all code of a package, and gives what its index exports. */
export async function load({ cwd, files, errors }: Made): Promise<Exports> {
  expect(errors).toEqual([]);
  const urls = files.filter((file) => /^lib\/[^/]+\.js$/.test(file)).map((file) => pathToFileURL(`${cwd}/gen/${file}`));
  expect(urls.length).toBeGreaterThan(2);
  for (const url of urls.filter(({ pathname }) => !pathname.endsWith('/arbitraries.js'))) await import(url.href);
  return (await import(pathToFileURL(`${cwd}/gen/lib/index.js`).href)) as Exports;
}
