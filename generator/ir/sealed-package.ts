/** Stage 5's result: what became of a package's files. */

export interface SealedPackage {
  /** npm name. */
  readonly name: string;
  /** Folder of the package. Absolute. */
  readonly dir: string;
  readonly mode: 'write' | 'check';
  /** Paths of all its files, sorted, relative to `dir`. */
  readonly files: readonly string[];
  /** Paths that were written because they were new or differed; empty under `check`. */
  readonly written: readonly string[];
  /** Paths of an earlier generation that were removed; empty under `check`. */
  readonly removed: readonly string[];
  /** Under `check`: files that differ from what would be generated. */
  readonly stale: readonly StaleFile[];
}

export interface StaleFile {
  readonly path: string;
  readonly state: 'changed' | 'missing' | 'surplus';
  /** Unified diff from what is there to what would be generated, bounded in length; ends in a newline. */
  readonly diff: string;
}
