/** Takes a set of the corpus, gives its files, and those of them that cannot be generated since the packages lack an import. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import type { CorpusSet } from './sets.ts';

export interface SetFiles {
  /** Absolute, sorted. */
  readonly files: readonly string[];
  /** Import path of the missing file, and how many files of the set need it, directly or not. */
  readonly missing: ReadonlyMap<string, number>;
}

/** @param modules - The `node_modules` of the corpus. */
export async function filesOf({ roots, files, except }: CorpusSet, modules: string): Promise<SetFiles> {
  const ignore = except.map((each) => each.files);
  const found = new Map<string, string>();
  for (const root of roots) {
    const cwd = path.join(modules, root);
    for (const file of await glob([...files], { cwd, ignore }))
      if (!found.has(file)) found.set(file, path.join(cwd, file));
  }
  const known = new Map<string, readonly string[]>();
  const missing = new Map<string, number>();
  const usable: string[] = [];
  for (const [name, file] of found) {
    const lacking = await lackingOf(name, { roots: roots.map((root) => path.join(modules, root)), known });
    if (lacking.length === 0) usable.push(file);
    for (const each of lacking) missing.set(each, (missing.get(each) ?? 0) + 1);
  }
  return { files: usable.sort(), missing };
}

interface Search {
  readonly roots: readonly string[];
  /** What each file lacks that was seen before. */
  readonly known: Map<string, readonly string[]>;
}

/** The imports that a file lacks, its own and those of what it imports. */
async function lackingOf(name: string, search: Search): Promise<readonly string[]> {
  const known = search.known.get(name);
  if (known !== undefined) return known;
  // Cycles are no legal import: whoever comes back here lacks nothing new.
  search.known.set(name, []);
  const text = await textOf(name, search.roots);
  const lacking = new Set<string>();
  if (text === undefined) lacking.add(name);
  else {
    for (const [, , imported] of text.matchAll(/^\s*import\s+(public\s+|weak\s+)?"([^"]+)"/gm)) {
      if (imported!.startsWith('google/protobuf/')) continue;
      for (const each of await lackingOf(imported!, search)) lacking.add(each);
    }
  }
  search.known.set(name, [...lacking]);
  return [...lacking];
}

async function textOf(name: string, roots: readonly string[]): Promise<string | undefined> {
  for (const root of roots) {
    const text = await readFile(path.join(root, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
