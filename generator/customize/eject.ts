/** Copies bundled templates to a folder, where they take the place of the bundled ones. Overwrites only when told to. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';

export interface Ejected {
  /** Relative to the working folder, `/`-separated. */
  readonly file: string;
  /** `same`: it was there, as bundled. */
  readonly state: 'written' | 'same';
}

/**
 * Copies all or none.
 * @param names - Of templates.
 * @param options.bundled - Texts by name.
 * @param options.folder - Where to; absolute, made when it is not there.
 * @returns Diagnostics: WM5005 for an unknown name, WM5006 for a file that differs, unless `force`.
 */
export async function eject(
  names: readonly string[],
  options: {
    readonly bundled: ReadonlyMap<string, string>;
    readonly folder: string;
    readonly cwd: string;
    readonly force: boolean;
  },
): Promise<Result<readonly Ejected[]>> {
  const { bundled, folder, cwd, force } = options;
  const diagnostics: Diagnostic[] = [];
  const planned: (Ejected & { readonly target: string; readonly text: string })[] = [];
  for (const name of new Set(names.map((each) => each.replace(/\.hbs$/, '')))) {
    const text = bundled.get(name);
    if (text === undefined) {
      diagnostics.push(diagnose('WM5005', undefined, { name, fix: suggest(name, [...bundled.keys()]) }));
      continue;
    }
    const target = path.join(folder, `${name}.hbs`);
    const file = path.relative(cwd, target).replaceAll('\\', '/');
    const there = await readFile(target, 'utf8').catch(() => undefined);
    if (there !== undefined && there !== text && !force)
      diagnostics.push(diagnose('WM5006', undefined, { path: file }));
    else planned.push({ file, state: there === text ? 'same' : 'written', target, text });
  }
  if (diagnostics.length > 0) return { value: [], diagnostics };
  for (const { target, text } of planned.filter((each) => each.state === 'written')) {
    await mkdir(path.dirname(target), { recursive: true });
    // `wx`: what came in the meantime stays, and is told of by the error.
    await writeFile(target, text, { flag: force ? 'w' : 'wx' });
  }
  return { value: planned.map(({ file, state }) => ({ file, state })), diagnostics };
}
