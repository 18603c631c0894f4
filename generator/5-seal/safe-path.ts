/** Paths of a package's files: which ones are safe to join to its folder, and to write on any file system. */

/** Characters that no path segment may hold: separators, what Windows forbids, and control characters. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\\:*?"<>|\u0000-\u001f\u007f]/;

/**
 * Is it a relative path that stays inside its folder wherever it is joined? Segments are parted by `/`; none is empty,
 * `.` or `..`, and none ends in a dot or a space, which Windows drops.
 */
export function isSafePath(path: string): boolean {
  return path.split('/').every((segment) => /[^. ]$/.test(segment) && !forbidden.test(segment));
}

/**
 * Checks that every path is safe and that no two are the same on a file system that folds case.
 * @throws Error - Paths were made by the plan, so an unsafe one is a fault of ours.
 */
export function assertSafePaths(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    if (!isSafePath(path)) throw new Error(`The planned path ${JSON.stringify(path)} is not safe to write.`);
    const folded = path.toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      throw new Error(`The planned paths ${JSON.stringify(other)} and ${JSON.stringify(path)} are one file.`);
    }
    seen.set(folded, path);
  }
}
