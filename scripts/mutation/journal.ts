/** Keeps what a run has found, mutant by mutant, so that one that was interrupted can go on; kept under a digest of all that it depends on. */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { Fate } from './fate.ts';
import { subjects, workFolder } from './subjects.ts';

export interface Journal {
  /** What an earlier run over the same code has found, by key. */
  readonly known: ReadonlyMap<string, Fate>;
  add(key: string, fate: Fate): Promise<void>;
}

/** @param goOn - Keep what is there, if it is of the same code; else begin anew. */
export async function openJournal(goOn: boolean): Promise<Journal> {
  const file = path.join(workFolder, 'journal.jsonl');
  const head = await digestOfCode();
  const lines = goOn ? await linesOf(file) : [];
  const isSame = lines[0] === head;
  const known = new Map<string, Fate>();
  if (isSame) {
    for (const line of lines.slice(1)) {
      const { key, fate } = JSON.parse(line) as { readonly key: string; readonly fate: Fate };
      known.set(key, fate);
    }
  } else {
    await mkdir(workFolder, { recursive: true });
    await writeFile(file, `${head}\n`);
  }
  return { known, add: (key, fate) => appendFile(file, `${JSON.stringify({ key, fate })}\n`) };
}

/** Whole lines: a run that was killed may have left half of one. */
async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').slice(0, -1);
}

/** The kit, this tool, and the packages that are tried. */
async function digestOfCode(): Promise<string> {
  const hash = createHash('sha256');
  const kit = await glob(['dist/conformance/**/*.js', 'dist/scripts/mutation/*.js'], {
    cwd: packageRoot(),
    absolute: true,
  });
  const folders = [...new Set(subjects.map(({ folder }) => folder))];
  const packages = folders.map((cwd) => glob(['descriptor.json', 'lib/**/*.js'], { cwd, absolute: true }));
  for (const file of [...kit, ...(await Promise.all(packages)).flat()].sort()) hash.update(await readFile(file));
  return hash.digest('hex');
}
