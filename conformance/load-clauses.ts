/** Reads the clauses that implementations are judged by, from `spec/clauses`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../diagnostics/package-root.ts';
import type { Clause } from './model/clause.ts';
import type { Clauses } from './model/clauses.gen.ts';

/** @returns All clauses, in the order of their ids. They are part of the kit: a test holds them against their schema. */
export async function loadClauses(): Promise<readonly Clause[]> {
  const { parse } = await import('yaml');
  const folder = path.join(packageRoot(), 'spec/clauses');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const areas = await Promise.all(
    files.map(async (name) => parse(await readFile(path.join(folder, name), 'utf8')) as Clauses),
  );
  return areas
    .flatMap(({ document, clauses }) =>
      clauses.map((clause) => ({
        ...clause,
        source: { ...clause.source, document: clause.source.document ?? document },
      })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
