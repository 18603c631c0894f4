/** Compares what stands in a folder with what would be generated; a difference is shown as a unified diff of bounded length. */
import type { StaleFile } from '../ir/sealed-package.ts';

/** Lines of one file's diff that are shown; more tells a reader nothing that regenerating would not. */
const maxLinesOfFile = 60;
/** Lines of all diffs together; files beyond are named alone. */
const maxLinesOfAll = 600;
/** UTF-16 units of a line that are shown: source maps are one long line. */
const maxColumns = 200;
/** Edits after which a diff is given up as "rewritten"; bounds the time, which grows with their square. */
const maxEdits = 500;

/** A file as it should be and as it is; undefined where it should not be, or is not. */
export interface ComparedFile {
  readonly path: string;
  readonly wanted: string | undefined;
  readonly found: Buffer | undefined;
}

/** The files that differ, in the order given. */
export async function staleFiles(files: readonly ComparedFile[]): Promise<readonly StaleFile[]> {
  const stale: StaleFile[] = [];
  let lines = 0;
  for (const file of files) {
    const state = stateOf(file);
    if (state === 'fresh') continue;
    const diff = lines < maxLinesOfAll ? await diffOf(file, state) : head(file.path, state);
    lines += diff.split('\n').length;
    stale.push({ path: file.path, state, diff });
  }
  return stale;
}

/** A file whose every line ends in CRLF was converted when it was checked out, and is not stale for that. */
export function isSame(found: Buffer, wanted: string): boolean {
  const bytes = Buffer.from(wanted);
  if (found.equals(bytes)) return true;
  return found.includes('\r\n') && found.equals(Buffer.from(wanted.replaceAll('\n', '\r\n')));
}

function stateOf({ wanted, found }: ComparedFile): StaleFile['state'] | 'fresh' {
  if (wanted === undefined) return found === undefined ? 'fresh' : 'surplus';
  if (found === undefined) return 'missing';
  return isSame(found, wanted) ? 'fresh' : 'changed';
}

const explanations = {
  changed: 'differs from what is generated',
  missing: 'is missing',
  surplus: 'is not generated any more',
} as const satisfies Record<StaleFile['state'], string>;

const head = (path: string, state: StaleFile['state']): string => `--- ${path}: ${explanations[state]}\n`;

async function diffOf({ path, wanted = '', found }: ComparedFile, state: StaleFile['state']): Promise<string> {
  if (state !== 'changed') return head(path, state);
  const { structuredPatch } = await import('diff');
  const patch = structuredPatch(path, path, found?.toString('utf8') ?? '', wanted, '', '', {
    context: 2,
    maxEditLength: maxEdits,
  });
  if (patch === undefined) return `${head(path, state)}(nearly every line differs)\n`;
  const lines = patch.hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...hunk.lines,
  ]);
  if (lines.length === 0) return `${head(path, state)}(in bytes that are not text)\n`;
  const shown = lines.slice(0, maxLinesOfFile).map(shorten);
  const more = lines.length - shown.length;
  if (more > 0) shown.push(`(${more} more lines)`);
  return [`--- ${path} (found)`, `+++ ${path} (generated)`, ...shown, ''].join('\n');
}

/** What was found is anybody's text: no control character of it reaches a terminal. */
function shorten(line: string): string {
  const plain = line.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return plain.length > maxColumns ? `${plain.slice(0, maxColumns)}…` : plain;
}
