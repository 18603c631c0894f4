/** What a folder holds that decides how a project is set up: protos and their import roots, event specs, buf, npm, CI. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';

export interface Survey {
  /** Name of the folder, as part of a package's name. */
  readonly folder: string;
  /** Name in its package.json; undefined without one. */
  readonly packageName: string | undefined;
  /** `.proto` files and event specs, relative, sorted. */
  readonly protos: readonly string[];
  readonly specs: readonly string[];
  /** Import roots that buf.yaml names, or that the imports of the files ask for. */
  readonly roots: readonly string[];
  /** Documents that `wiremark import` might read. */
  readonly documents: readonly string[];
  readonly ci: 'github' | 'gitlab' | 'none';
  readonly lockFile: boolean;
}

const ignore = ['**/node_modules/**', '**/.*/**', 'out/**', 'gen/**', 'dist/**'];

/** @param cwd - Absolute. */
export async function survey(cwd: string): Promise<Survey> {
  const find = async (patterns: string[]): Promise<readonly string[]> =>
    (await glob(patterns, { cwd, ignore, onlyFiles: true })).sort();
  const has = (name: string): boolean => existsSync(path.join(cwd, name));
  const protos = await find(['**/*.proto']);
  return {
    folder: plain(path.basename(cwd)) || 'protocol',
    packageName: has('package.json') ? await nameIn(path.join(cwd, 'package.json')) : undefined,
    protos,
    specs: await find(['**/*.spec.yaml', '**/*.spec.yml']),
    roots: (await bufRoots(cwd)) ?? (await rootsOfImports(cwd, protos)),
    documents: await find(['docs/**/*.md', 'doc/**/*.md', '**/*.d.ts']),
    ci: has('.gitlab-ci.yml') ? 'gitlab' : 'github',
    lockFile: has('package-lock.json'),
  };
}

/** Letters that a package's name may have. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');

async function nameIn(file: string): Promise<string | undefined> {
  try {
    const { name } = JSON.parse(await readFile(file, 'utf8')) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined without a buf.yaml that says anything. Version 1 has one module, the folder; version 2 lists them. */
async function bufRoots(cwd: string): Promise<readonly string[] | undefined> {
  const text = await readFile(path.join(cwd, 'buf.yaml'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { readDocument } = await import('../../diagnostics/document.ts');
  const { value } = await readDocument({ file: 'buf.yaml', text });
  const read = value?.value as { version?: string; modules?: readonly { path?: unknown }[] } | null | undefined;
  const paths = (Array.isArray(read?.modules) ? read.modules : []).map((module) => module?.path);
  const given = paths.filter((each): each is string => typeof each === 'string');
  return given.length > 0 ? given : ['.'];
}

/** A file that is imported as `a/b.proto` and lies at `x/a/b.proto` has the root `x`. */
async function rootsOfImports(cwd: string, protos: readonly string[]): Promise<readonly string[]> {
  const roots = new Set<string>();
  for (const proto of protos) {
    const text = await readFile(path.join(cwd, proto), 'utf8').catch(() => '');
    for (const [, imported] of text.matchAll(/^\s*import\s+(?:public\s+|weak\s+)?"([^"\\]+)"/gm)) {
      const found = protos.filter((other) => other === imported || other.endsWith(`/${imported}`));
      // Of several, the one nearest to the file that imports it.
      const nearest = found.toSorted((a, b) => shared(b, proto) - shared(a, proto))[0];
      if (nearest !== undefined) roots.add(nearest.slice(0, -imported!.length).replace(/\/$/, '') || '.');
    }
  }
  return [...roots].sort();
}

function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
