/** Reads one spec or overlay file: text, syntax and schema. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Result } from '../../../diagnostics/diagnostic.ts';
import { checkDocument } from '../../../diagnostics/document.ts';
import type { SourceDocument } from '../../../diagnostics/document.ts';
import { packageRoot } from '../../../diagnostics/package-root.ts';

/**
 * @typeParam T - What the schema describes.
 * @param path - As the user gave it; relative paths start from `cwd`.
 * @param schema - Name of a schema of `spec/schema`, without its endings.
 * @returns Undefined when the file cannot be read or does not fit its schema.
 */
export async function readChecked<T>(
  path: string,
  { cwd, schema }: { readonly cwd: string; readonly schema: 'event-spec' | 'overlay' },
): Promise<Result<(SourceDocument & { readonly value: T }) | undefined>> {
  const file = printablePath(path, cwd);
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), 'utf8');
  } catch {
    return { value: undefined, diagnostics: [diagnose('WM5001', undefined, { path: file })] };
  }
  const schemaPath = resolve(packageRoot(), 'spec/schema', `${schema}.schema.json`);
  return checkDocument<T>({ file, text, schema: JSON.parse(await readFile(schemaPath, 'utf8')) as object });
}

/** Relative to `cwd` and with `/`, on every platform; outside of it as given. */
function printablePath(path: string, cwd: string): string {
  const local = relative(cwd, resolve(cwd, path));
  return (local.startsWith('..') || isAbsolute(local) ? path : local).replaceAll('\\', '/');
}
