/**
 * Writes TypeScript types from the JSON Schemas in `spec/schema`, so that no type is a hand-kept twin of a schema, and the
 * clauses of `spec/clauses` as a module.
 * `--check` compares instead, and exits 1 when a file is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import type { JsonSchemaObject } from './schema-types/json-schema.ts';
import { printClauseList } from './schema-types/clause-list.ts';
import { printTypes } from './schema-types/print-types.ts';

/** Which schema is needed as types where. A schema that does not exist yet is left out. */
const table: readonly { readonly schema: string; readonly folders: readonly string[] }[] = [
  { schema: 'descriptor', folders: ['generator/ir/schema', 'conformance/model'] },
  { schema: 'manifest', folders: ['generator/ir/schema'] },
  { schema: 'event-spec', folders: ['generator/ir/schema'] },
  { schema: 'overlay', folders: ['generator/ir/schema'] },
  { schema: 'spec-overlay', folders: ['generator/ir/schema'] },
  { schema: 'config', folders: ['generator/ir/schema'] },
  { schema: 'drift', folders: ['generator/ir/schema'] },
  { schema: 'drift-map', folders: ['generator/ir/schema'] },
  { schema: 'observed-drift', folders: ['generator/ir/schema'] },
  { schema: 'observations', folders: ['generator/ir/schema', 'conformance/model'] },
  { schema: 'testee-message', folders: ['conformance/model'] },
  { schema: 'fixture', folders: ['conformance/model'] },
  { schema: 'scenario', folders: ['conformance/model'] },
  { schema: 'report', folders: ['conformance/model'] },
  { schema: 'clauses', folders: ['generator/ir/schema', 'conformance/model'] },
  { schema: 'expectation-list', folders: ['conformance/model'] },
  { schema: 'binding', folders: ['conformance/model'] },
  { schema: 'certificate', folders: ['conformance/model'] },
  { schema: 'survivors', folders: ['scripts/mutation'] },
];

const root = resolve(import.meta.dirname, import.meta.dirname.includes('dist') ? '../..' : '..');
const check = process.argv.includes('--check');

const read = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

const { ignorePatterns: _, ...style } = JSON.parse(
  (await read(resolve(root, '.oxfmtrc.json'))) ?? '{}',
) as FormatConfig & {
  readonly ignorePatterns?: unknown;
};

let stale = 0;
for (const { schema, folders } of table) {
  const source = `spec/schema/${schema}.schema.json`;
  const text = await read(resolve(root, source));
  if (text === undefined) continue;
  const types = printTypes(JSON.parse(text) as JsonSchemaObject, source);
  await write(
    types,
    folders.map((folder) => `${folder}/${schema}.gen.ts`),
  );
}
await write(await printClauseList(resolve(root, 'spec/clauses')), ['conformance/clause-list.gen.ts']);
if (check && stale > 0) process.exitCode = 1;

/** @param files - Where it is to stand, seen from the root. */
async function write(plain: string, files: readonly string[]): Promise<void> {
  const { code, errors } = await format('x.gen.ts', plain, style);
  if (errors.length > 0) throw new Error(`${files.join()}: ${errors.map((error) => error.message).join('; ')}`);
  for (const file of files) {
    const target = resolve(root, file);
    if ((await read(target)) === code) continue;
    stale++;
    process.stderr.write(`${check ? 'stale' : 'wrote'} ${relative(root, target)}\n`);
    if (check) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }
}
