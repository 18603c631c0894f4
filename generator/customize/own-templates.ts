/** Reads the templates that a package brings itself: a folder in, texts by name out. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { PackageRequest } from '../config/resolve.ts';
import type { OwnTemplate } from '../ir/plugin.ts';

export type OwnTemplates = ReadonlyMap<string, OwnTemplate>;

/**
 * Files that do not end in `.hbs` are passed over.
 * @param request.templates - The folder; undefined: there are none.
 * @param bundled - The names that can be overridden.
 * @returns Diagnostics: WM5001 for what cannot be read, WM5005 for a name that no bundled template has.
 */
export async function readOwnTemplates(
  { templates: folder, cwd }: Pick<PackageRequest, 'templates' | 'cwd'>,
  bundled: ReadonlyMap<string, string>,
): Promise<Result<OwnTemplates>> {
  const value = new Map<string, OwnTemplate>();
  const diagnostics: Diagnostic[] = [];
  if (folder === undefined) return { value, diagnostics };
  const shown = (file: string): string => path.relative(cwd, file).replaceAll('\\', '/') || '.';
  const files = await readdir(folder, { recursive: true }).catch(() => undefined);
  if (files === undefined) {
    return { value, diagnostics: [diagnose('WM5001', undefined, { path: shown(folder) })] };
  }
  for (const relative of files.filter((each) => each.endsWith('.hbs')).sort()) {
    const name = relative.replaceAll('\\', '/').replace(/\.hbs$/, '');
    const file = shown(path.join(folder, relative));
    if (!bundled.has(name)) {
      const place = { file, line: 1, column: 1, length: 0 };
      diagnostics.push(diagnose('WM5005', place, { name, fix: suggest(name, [...bundled.keys()]) }));
      continue;
    }
    const text = await readFile(path.join(folder, relative), 'utf8').catch(() => undefined);
    if (text === undefined) diagnostics.push(diagnose('WM5001', undefined, { path: file }));
    else value.set(name, { text: text.replaceAll('\r\n', '\n'), file });
  }
  return { value, diagnostics };
}
