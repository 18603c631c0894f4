/** Makes `manifest.json`, which says what a package was made from and which files are ours; and reads an earlier one. */
import { createHash } from 'node:crypto';
import type { RenderedFile } from '../ir/package-plan.ts';
import type { HashedFile, Manifest } from '../ir/schema/manifest.gen.ts';
import type { SourceSet } from '../ir/source-set.ts';
import { isSafePath } from './safe-path.ts';

export const manifestPath = 'manifest.json';

/**
 * @param files - Every other file of the package.
 * @param facts - Name of the package, version of wiremark, and the sources.
 * @returns The manifest as a file. It holds no time, no absolute path and nothing of this machine.
 */
export function manifestFile(
  files: readonly RenderedFile[],
  facts: { readonly packageName: string; readonly generator: string; readonly sources: SourceSet },
): RenderedFile {
  const { protos, specs, overlays } = facts.sources;
  const manifest: Manifest = {
    $schema: 'https://wiremark.dev/schema/manifest.schema.json',
    format: 1,
    package: facts.packageName,
    generator: facts.generator,
    sources: sorted([...protos, ...specs, ...overlays].map(({ path, text }) => hashed(portable(path), withLf(text)))),
    files: sorted(files.map(({ path, text }) => hashed(path, text))),
  };
  return { path: manifestPath, text: `${JSON.stringify(manifest, undefined, 2)}\n` };
}

/**
 * Paths that an earlier manifest claims, itself included; empty when the text is no manifest of ours. Unsafe paths are
 * passed over: a manifest lies where anyone may edit it, and what it lists gets removed.
 */
export function claimedPaths(text: string | undefined): ReadonlySet<string> {
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text ?? '{}') as Partial<Manifest> | null;
  } catch {
    return new Set();
  }
  if (manifest?.format !== 1 || !Array.isArray(manifest.files)) return new Set();
  const listed = (manifest.files as readonly unknown[])
    .map((file) => (file as { path?: unknown } | null)?.path)
    .filter((path): path is string => typeof path === 'string' && isSafePath(path));
  return new Set([manifestPath, ...listed]);
}

function hashed(path: string, text: string): HashedFile {
  return { path, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Sorted by path, by code units; a path that occurs twice is listed once. */
function sorted(files: readonly HashedFile[]): HashedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Sources are named relative to where the command ran. One that lies elsewhere keeps its own name alone. */
function portable(path: string): string {
  const plain = path.replaceAll('\\', '/');
  return /^([A-Za-z]:)?\//.test(plain) || plain.startsWith('../') ? plain.slice(plain.lastIndexOf('/') + 1) : plain;
}

/** A checkout with CRLF line ends is the same source. */
const withLf = (text: string): string => text.replaceAll('\r\n', '\n');
