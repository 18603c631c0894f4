/** Takes a subject, gives a mutated copy of its package and all mutants of it. */
import path from 'node:path';
import { x } from 'tinyexec';
import { glob } from 'tinyglobby';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { instrument, type Mutant } from './instrument.ts';
import { workFolder, type Subject } from './subjects.ts';

export interface Prepared {
  /** Folder of the mutated package. */
  readonly folder: string;
  /** All that can be drawn. */
  readonly mutants: readonly Mutant[];
  /** Share that is drawn, by file. */
  readonly shares: Readonly<Record<string, number>>;
}

export async function prepare({ name, folder, files, ignore }: Subject): Promise<Prepared> {
  const target = path.join(workFolder, `mutated-${name}`);
  const shares: Record<string, number> = {};
  for (const [pattern, share] of files) {
    for (const file of await glob(pattern, { cwd: folder, ignore: [...ignore] })) shares[file] = share;
  }
  return { folder: target, shares, mutants: await instrument(folder, Object.keys(shares).sort(), target) };
}

/** Generates the package of a subject that is not committed. */
export async function generate({ name, folder, sources }: Subject): Promise<void> {
  if (sources.length === 0) return;
  const protos = sources.filter((source) => source.endsWith('.proto'));
  const roots = [...new Set(protos.map((source) => path.dirname(source)))].flatMap((root) => ['-I', root]);
  const specs = sources.filter((source) => !protos.includes(source)).flatMap((source) => ['--spec', source]);
  const cli = path.join(packageRoot(), 'dist/cli.js');
  const run = await x(process.execPath, [
    cli,
    'generate',
    ...protos,
    ...specs,
    ...roots,
    '--name',
    `mutation-${name}`,
    '--out',
    folder,
  ]);
  if (run.exitCode !== 0) throw new Error(run.stderr);
}
