/**
 * Writes TypeScript types from the JSON Schemas in `spec/schema`, so that no type is a hand-kept twin of a schema.
 * `--check` compares instead, and exits 1 when a file is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import type { JsonSchemaObject } from './schema-types/json-schema.ts';
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
  const { code, errors } = await format(
    `${schema}.gen.ts`,
    printTypes(JSON.parse(text) as JsonSchemaObject, source),
    style,
  );
  if (errors.length > 0) throw new Error(`${source}: ${errors.map((error) => error.message).join('; ')}`);
  for (const folder of folders) {
    const target = resolve(root, folder, `${schema}.gen.ts`);
    if ((await read(target)) === code) continue;
    stale++;
    process.stderr.write(`${check ? 'stale' : 'wrote'} ${relative(root, target)}\n`);
    if (check) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }
}
if (check && stale > 0) process.exitCode = 1;
