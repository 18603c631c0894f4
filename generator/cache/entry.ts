/** One file of the cache: a JSON value with a checksum. What is damaged, or cannot be read or written, is as if not there. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Folder of the cache of a project: where other tools keep theirs, or else one that Git ignores by itself.
 * @param cwd - Folder of the configuration, or the one that the command runs in. Absolute.
 */
export function cacheFolder(cwd: string): string {
  const modules = path.join(cwd, 'node_modules');
  return existsSync(modules) ? path.join(modules, '.cache', 'wiremark') : path.join(cwd, '.wiremark', 'cache');
}

/** The value that `writeEntry` left; undefined when there is none or it is not whole. */
export function readEntry<T>(folder: string, name: string): T | undefined {
  try {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const end = text.indexOf('\n');
    return text.slice(0, end) === sha256(text.slice(end + 1)) ? (JSON.parse(text.slice(end + 1)) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces an entry in one step, so that runs at the same time see the old one or the new one. */
export function writeEntry(folder: string, name: string, value: unknown): void {
  const text = JSON.stringify(value);
  const beside = path.join(folder, `.${name}-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(path.join(folder, '.gitignore'))) writeFileSync(path.join(folder, '.gitignore'), '*\n');
    writeFileSync(beside, `${sha256(text)}\n${text}`);
    renameSync(beside, path.join(folder, name));
  } catch {
    // A cache that cannot be written costs time, nothing else; nor can what lies beside it be removed then.
    if (existsSync(beside)) rmSync(beside, { force: true });
  }
}
