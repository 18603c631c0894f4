/** Tells whether files are as they were: sources by their content, generated ones by size and times first. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ReadTrace } from '../ir/source-set.ts';
import { sha256 } from './entry.ts';

/** File systems note times this coarsely, in ms: a file changed twice within it may show no difference. */
const tickMs = 50;

export interface Sources {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  readonly absent: readonly string[];
}

/** Undefined when a source cannot be read any more. */
export function noteSources({ files, absent }: ReadTrace): Sources | undefined {
  try {
    return { files: files.map((file) => ({ file, sha256: sha256(readFileSync(file)) })), absent };
  } catch {
    return undefined;
  }
}

/** Would reading give the same again? */
export function sameSources({ files, absent }: Sources): boolean {
  return absent.every((file) => !existsSync(file)) && files.every((one) => isContent(one.file, one.sha256));
}

export interface Output {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** @param sha256 - Of what was generated; what stands there may differ in line ends. */
export function noteOutput(dir: string, file: string, sha256: string): Output | undefined {
  const found = statSync(path.join(dir, file), { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = found;
  return { path: file, sha256, size, mtimeMs, ctimeMs, ino };
}

/** @param notedMs - When the output was noted, in ms since 1970. */
export function sameOutput(dir: string, was: Output, notedMs: number): boolean {
  const is = noteOutput(dir, was.path, was.sha256);
  if (is === undefined) return false;
  const untouched =
    is.size === was.size && is.mtimeMs === was.mtimeMs && is.ctimeMs === was.ctimeMs && is.ino === was.ino;
  return (untouched && is.ctimeMs < notedMs - tickMs) || isContent(path.join(dir, was.path), was.sha256);
}

function isContent(file: string, hash: string): boolean {
  try {
    return sha256(readFileSync(file)) === hash;
  } catch {
    return false;
  }
}
