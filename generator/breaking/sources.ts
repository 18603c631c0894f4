/** Texts of a protocol's sources, for code frames: the old version may be on disk no longer. */
import type { Protocol } from '../ir/protocol.ts';

/** By the file names that places use. */
export function sourcesOf({ files, specs }: Protocol): ReadonlyMap<string, string> {
  return new Map([
    ...files.map((file): [string, string] => [file.origin.file, file.text]),
    ...specs.map((spec): [string, string] => [spec.path, spec.text]),
  ]);
}
