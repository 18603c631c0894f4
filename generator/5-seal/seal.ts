/**
 * Stage 5: rendered files in, a sealed package out: verified if asked for, hashed into a manifest, and then written, or
 * compared with what is there. Only files that the last manifest claims are replaced or removed.
 */
import { stat } from 'node:fs/promises';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { RenderedFile } from '../ir/package-plan.ts';
import type { SealedPackage } from '../ir/sealed-package.ts';
import type { SourceSet } from '../ir/source-set.ts';
import { isSame, staleFiles } from './compare.ts';
import { occupants, type Occupant } from './folder.ts';
import { claimedPaths, manifestFile, manifestPath } from './manifest.ts';
import { assertSafePaths } from './safe-path.ts';
import { InvalidPackage, verify } from './verify.ts';
import { changeFolder } from './write.ts';

export interface SealOptions {
  /** npm name of the package. */
  readonly packageName: string;
  /** Folder of the package, absolute. */
  readonly dir: string;
  /** `write` changes the folder; `check` compares only. */
  readonly mode: 'write' | 'check';
  /** Type-check the package and compile its schemas first. */
  readonly verify: boolean;
  /** Version of wiremark. */
  readonly generator: string;
  /** What the package was made from. */
  readonly sources: SourceSet;
  /** Templates or plugins had a hand in it, so that a package which does not hold together is no fault of ours. */
  readonly customized: boolean;
}

/**
 * @returns What became of each file. Diagnostics: WM4001 per stale file under `check`; WM4002 to WM4004 when the folder
 *   cannot be written, which is then untouched; WM4007 when verification finds a customized package wrong.
 * @throws InvalidPackage - When it finds any other package wrong: a fault of the generator, not of its input.
 */
export async function seal(
  rendered: readonly RenderedFile[],
  options: SealOptions,
): Promise<Result<SealedPackage | undefined>> {
  try {
    return await settle(await completeFiles(rendered, options), options);
  } catch (error) {
    if (error instanceof InvalidPackage && options.customized) {
      return {
        value: undefined,
        diagnostics: [...new Set(error.listed)].map((problem) => diagnose('WM4007', undefined, { problem })),
      };
    }
    if (!isSystemError(error)) throw error;
    return failure(diagnose('WM4004', undefined, { folder: options.packageName, problem: error.message }));
  }
}

/**
 * All files of a package, manifest included, verified if asked for. For those who write them elsewhere.
 * @throws Error - As `seal` does.
 */
export async function completeFiles(
  rendered: readonly RenderedFile[],
  options: Pick<SealOptions, 'packageName' | 'generator' | 'sources' | 'verify'>,
): Promise<readonly RenderedFile[]> {
  const files = inOrder([...rendered, manifestFile(rendered, options)]);
  assertSafePaths(files.map((file) => file.path));
  if (options.verify) await verify(files);
  return files;
}

async function settle(
  files: readonly RenderedFile[],
  { packageName, dir, mode }: SealOptions,
): Promise<Result<SealedPackage | undefined>> {
  const paths = new Set(files.map((file) => file.path));
  const at = occupants(dir);
  const old = at(manifestPath);
  const claimed = claimedPaths(old.kind === 'file' ? old.content.toString('utf8') : undefined);
  // Of all that is there only what is to be replaced stays in memory.
  const found = files.map(({ path, text }): Found => {
    const there = at(path);
    return there.kind === 'file' && isSame(there.content, text) ? { kind: 'same' } : there;
  });
  const surplus = [...claimed].filter((path) => !paths.has(path) && at(path).kind === 'file').sort();
  const sealed = { name: packageName, dir, mode, files: files.map((file) => file.path), written: [], removed: [] };

  if (mode === 'check') {
    const content = (there: Found): Buffer | undefined => (there.kind === 'file' ? there.content : undefined);
    const stale = await staleFiles([
      ...files.flatMap(({ path, text }, i) =>
        found[i]!.kind === 'same' ? [] : [{ path, wanted: text, found: content(found[i]!) }],
      ),
      ...surplus.map((path) => ({ path, wanted: undefined, found: content(at(path)) })),
    ]);
    const diagnostics = stale.map(({ path, state }) => diagnose('WM4001', undefined, { path, state }));
    return { value: { ...sealed, stale }, diagnostics };
  }

  const diagnostics = files.flatMap(({ path }, i) => inTheWay(path, found[i]!, claimed));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const write = files.filter((_, i) => found[i]!.kind !== 'same');
  changeFolder({ dir, exists: await isFolder(dir), write, remove: surplus });
  return {
    value: { ...sealed, written: write.map((file) => file.path), removed: surplus, stale: [] },
    diagnostics: [],
  };
}

type Found = Occupant | { readonly kind: 'same' };

/** What forbids to write a file: something that is not ours, or a way out of the folder. */
function inTheWay(path: string, there: Found, claimed: ReadonlySet<string>): Diagnostic[] {
  switch (there.kind) {
    case 'nothing':
    case 'same':
      return [];
    case 'file':
      return claimed.has(path) ? [] : [diagnose('WM4002', undefined, { path })];
    case 'obstacle':
      return [diagnose('WM4002', undefined, { path: there.at })];
    case 'escape':
      return [diagnose('WM4003', undefined, { path: there.at })];
    default:
      return there satisfies never;
  }
}

function failure(diagnostic: Diagnostic): Result<undefined> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function inOrder(files: readonly RenderedFile[]): RenderedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function isFolder(dir: string): Promise<boolean> {
  return stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
