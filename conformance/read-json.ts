/** Reads a JSON file and holds it against one of our schemas; what is wrong becomes a diagnostic. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorObject } from 'ajv';
import { diagnose, type Result } from '../diagnostics/diagnostic.ts';
import { packageRoot } from '../diagnostics/package-root.ts';

/** A schema of `spec/schema`, by its file name without ending. */
export type SchemaName =
  | 'binding'
  | 'certificate'
  | 'clauses'
  | 'descriptor'
  | 'expectation-list'
  | 'fixture'
  | 'observations'
  | 'report'
  | 'scenario'
  | 'survivors';

/**
 * A run compiles one schema and holds one file against it, so what makes the compiled code faster costs more than it gives:
 * for the descriptor these options take a fifth of the time. The schemas are ours; a test holds them against the meta schema.
 */
const quickly = { meta: false, validateSchema: false, inlineRefs: false, code: { optimize: false } } as const;

/** Schemas that others refer to; they must be known before. */
const references: readonly SchemaName[] = ['fixture', 'report'];

/** Largest file that is read, in bytes (256 MiB): far beyond any descriptor or report. */
const maxFileBytes = 256 * 1024 * 1024;

/**
 * @param file - Path of the file; JSON, unless it ends in `.yaml` or `.yml`.
 * @returns The value, typed as the caller knows the schema; undefined with a diagnostic when it is not valid.
 */
export async function readChecked<T>(file: string, schema: SchemaName): Promise<Result<T | undefined>> {
  const text = await readText(file);
  if (text === undefined) return { value: undefined, diagnostics: [diagnose('WM5001', undefined, { path: file })] };
  const wrong = (problem: string): Result<undefined> => {
    const details = {
      path: file,
      kind: schema.replace('-', ' '),
      problem,
      schema: `spec/schema/${schema}.schema.json`,
    };
    return { value: undefined, diagnostics: [diagnose('WM6003', { file, line: 1, column: 1, length: 0 }, details)] };
  };
  let value: unknown;
  try {
    value = /\.ya?ml$/.test(file) ? (await import('yaml')).parse(text, { maxAliasCount: 100 }) : JSON.parse(text);
  } catch (error) {
    return wrong((error as Error).message.split('\n')[0] ?? '');
  }
  const fault = await schemaFault(value, schema);
  return fault === undefined ? { value: value as T, diagnostics: [] } : wrong(`at ${fault.path} it ${fault.problem}`);
}

/** @returns The text; undefined when it cannot be read or is too large. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    return size > maxFileBytes ? undefined : (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** @returns The first place at which a value breaks the schema; undefined when it keeps it. */
export async function schemaFault(
  value: unknown,
  name: SchemaName,
): Promise<{ readonly path: string; readonly problem: string } | undefined> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: false, strict: false, validateFormats: false, ...quickly });
  const read = (schema: SchemaName): Promise<string> =>
    readFile(path.join(packageRoot(), 'spec/schema', fileOf(schema)), 'utf8');
  const text = await read(name);
  for (const schema of references) {
    if (schema !== name && text.includes(fileOf(schema))) ajv.addSchema(JSON.parse(await read(schema)) as object);
  }
  const validate = ajv.compile(JSON.parse(text) as object);
  if (validate(value)) return undefined;
  const [error] = validate.errors as [ErrorObject, ...ErrorObject[]];
  return { path: error.instancePath || '/', problem: error.message ?? 'is not valid' };
}

const fileOf = (schema: SchemaName): string => `${schema}.schema.json`;
