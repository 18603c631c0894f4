/** Takes the sources of a commit out of git into a temporary folder, without touching the working tree. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Files that can be a source, or say which ones there are; nothing else of the commit is read. */
const endings = /\.(proto|ya?ml|json)$/;
/** Bytes; a source larger than that is none. The stages that read it have limits of their own. */
const maxFileBytes = 32 * 1024 * 1024;
/** Bytes of all of it together. */
const maxBytes = 1024 * 1024 * 1024;

export interface Checkout {
  /** Folder that corresponds to `cwd`. */
  readonly folder: string;
  /** Folder that corresponds to the top of the repository, and the top itself. */
  readonly top: { readonly was: string; readonly is: string };
  dispose(): Promise<void>;
}

/** A sentence when there is no such commit, or no git. */
export async function checkOut(ref: string, cwd: string): Promise<Checkout | string> {
  // A ref never begins with a dash (git-check-ref-format), an option always does.
  if (ref.startsWith('-') || ref.includes('\0')) return `"${ref}" is no name of a commit.`;
  const real = await realpath(cwd);
  const top = git(['rev-parse', '--show-toplevel'], real)?.toString('utf8').replace(/\n$/, '');
  if (top === undefined) return `"${ref}" is no folder, and this is no git repository.`;
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], real)
    ?.toString('latin1')
    .trim();
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit))
    return `git knows no commit "${ref}", and there is no such folder.`;
  const listed = git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit], real);
  if (listed === undefined) return `git cannot list the files of "${ref}".`;
  const files = entriesOf(listed.toString('utf8'));
  const texts = contents(files, real);
  if (texts === undefined) return `git cannot read the files of "${ref}".`;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-breaking-'));
  for (const [index, file] of files.entries()) {
    const target = path.resolve(folder, file.path);
    // A tree made by hand may hold any path.
    if (!target.startsWith(folder + path.sep)) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, texts[index]!);
  }
  const inside = path.relative(await realpath(top), real);
  await mkdir(path.join(folder, inside), { recursive: true });
  return {
    folder: path.join(folder, inside),
    top: { was: folder, is: top },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

interface Entry {
  readonly id: string;
  readonly path: string;
}

/** Lines of `mode type id size<TAB>path`, each ended by NUL. Links are left out: they may lead anywhere. */
function entriesOf(listing: string): Entry[] {
  return listing.split('\0').flatMap((line) => {
    const match = /^100(?:644|755) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line);
    if (match === null || !endings.test(match[3]!) || Number(match[2]) > maxFileBytes) return [];
    return [{ id: match[1]!, path: match[3]! }];
  });
}

/** Contents in the order asked for. `cat-file --batch` answers `id type size`, a line feed, the bytes, a line feed. */
function contents(entries: readonly Entry[], cwd: string): Buffer[] | undefined {
  if (entries.length === 0) return [];
  const answer = git(['cat-file', '--batch'], cwd, entries.map(({ id }) => `${id}\n`).join(''));
  if (answer === undefined) return undefined;
  const found: Buffer[] = [];
  let at = 0;
  for (const { id } of entries) {
    const end = answer.indexOf(0x0a, at);
    const [name, type, size] = answer.toString('latin1', at, end).split(' ');
    if (name !== id || type !== 'blob') return undefined;
    found.push(answer.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return found;
}

/** Standard output; undefined when git is missing or fails. Arguments go as they are, past any shell. */
function git(args: readonly string[], cwd: string, input = ''): Buffer | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, input, maxBuffer: maxBytes });
  return status === 0 ? stdout : undefined;
}
