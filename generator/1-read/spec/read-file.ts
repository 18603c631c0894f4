/** Reads spec and overlay files: text, syntax and schema. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Result } from '../../../diagnostics/diagnostic.ts';
import { checkDocument, createValidator } from '../../../diagnostics/document.ts';
import type { SourceDocument, Validate } from '../../../diagnostics/document.ts';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { halfCharacters } from './half-characters.ts';

/** Schemas by name once compiled: they come with the tool and do not change, and compiling takes a tenth of a second. */
const compiled = new Map<string, Promise<Validate>>();

/** Compiles a schema of `spec/schema`, once, to be used for all files of its kind. */
export function loadSchema(name: 'event-spec' | 'overlay'): Promise<Validate> {
  let validate = compiled.get(name);
  if (validate === undefined) compiled.set(name, (validate = compile(name)));
  return validate;
}

async function compile(name: string): Promise<Validate> {
  const path = resolve(packageRoot(), 'spec/schema', `${name}.schema.json`);
  return createValidator(JSON.parse(await readFile(path, 'utf8')) as object);
}

/**
 * @typeParam T - What the schema describes.
 * @param path - As the user gave it; relative paths start from `cwd`.
 * @returns Undefined when the file cannot be read or does not fit its schema.
 */
export async function readChecked<T>(
  path: string,
  { cwd, validate }: { readonly cwd: string; readonly validate: Validate },
): Promise<Result<(SourceDocument & { readonly value: T }) | undefined>> {
  const file = printablePath(path, cwd);
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), 'utf8');
  } catch {
    return { value: undefined, diagnostics: [diagnose('WM5001', undefined, { path: file })] };
  }
  const { value, diagnostics } = await checkDocument<T>({ file, text, validate });
  const halves = value === undefined ? [] : halfCharacters(value);
  return { value: halves.length > 0 ? undefined : value, diagnostics: [...diagnostics, ...halves] };
}

/** Relative to `cwd` and with `/`, on every platform; outside of it as given. */
function printablePath(path: string, cwd: string): string {
  const local = relative(cwd, resolve(cwd, path));
  return (local.startsWith('..') || isAbsolute(local) ? path : local).replaceAll('\\', '/');
}
