/** Loads a pair of fixtures/breaking: both versions linked, as the command sees them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { hasErrors } from '../../../diagnostics/diagnostic.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { Int64Surface } from '../../ir/scalar.ts';
import { loadProtocol } from '../../load-protocol.ts';

export const folder = path.join(packageRoot(), 'fixtures/breaking');

/** Pairs whose configurations differ, rather than their sources. */
const surfaces: Readonly<Record<string, Readonly<Record<'before' | 'after', Int64Surface>>>> = {
  'int64-surface': { before: 'bigint', after: 'string' },
};

export interface Pair {
  readonly before: Protocol;
  readonly after: Protocol;
}

export async function loadPair(name: string): Promise<Pair> {
  const [before, after] = await Promise.all([loadVersion(name, 'before'), loadVersion(name, 'after')]);
  return { before, after };
}

async function loadVersion(name: string, version: 'before' | 'after'): Promise<Protocol> {
  const cwd = path.join(folder, name, version);
  if (!existsSync(cwd)) throw new Error(`${name} has no ${version}/.`);
  const of = async (pattern: string): Promise<string[]> => (await glob(pattern, { cwd })).sort();
  const request = { cwd, roots: [], overlays: [], protos: await of('**/*.proto'), specs: await of('**/*.spec.yaml') };
  const { value, diagnostics } = await loadProtocol({
    ...request,
    name,
    int64: surfaces[name]?.[version] ?? 'bigint',
    int64Of: {},
  });
  if (hasErrors(diagnostics))
    throw new Error(`${name}/${version}: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return value.protocol;
}
