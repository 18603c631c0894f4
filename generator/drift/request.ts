/** Reads what `wiremark drift` is given beside declarations: the package's descriptor, the map of types, observations. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { checkDocument } from '../../diagnostics/document.ts';
import { findPackage } from '../../diagnostics/find-package.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Descriptor } from '../ir/schema/descriptor.gen.ts';
import type { DriftMap } from '../ir/schema/drift-map.gen.ts';
import type { Observations } from '../ir/schema/observations.gen.ts';
import type { TypeMap } from './pair.ts';
import type { Sdk } from './sdk.ts';
import { specTypes } from './spec-types.ts';

/** @param name - Folder of a generated package, or name of an installed one. */
export async function readDescriptor(name: string, cwd: string): Promise<Result<Descriptor | undefined>> {
  const refuse = (problem: string): Result<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('WM6001', undefined, { name, problem })],
  });
  const folder = await findPackage(name, cwd);
  if (folder === undefined) return refuse('there is no such folder, and no installed package of that name');
  const file = path.join(folder, 'descriptor.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return refuse('it has no descriptor.json');
  return readSchemed<Descriptor>(path.relative(cwd, file), text, 'descriptor');
}

async function readSchemed<T>(file: string, text: string, schema: string): Promise<Result<T | undefined>> {
  const at = path.join(packageRoot(), 'spec/schema', `${schema}.schema.json`);
  const { value, diagnostics } = await checkDocument<T>({
    file: file.replaceAll('\\', '/'),
    text,
    schema: JSON.parse(await readFile(at, 'utf8')) as object,
  });
  return { value: value?.value, diagnostics };
}

export async function readObservations(file: string, cwd: string): Promise<Result<Observations | undefined>> {
  const text = await readFile(path.resolve(cwd, file), 'utf8').catch(() => undefined);
  if (text === undefined) return { value: undefined, diagnostics: [diagnose('WM5001', undefined, { path: file })] };
  return readSchemed<Observations>(file, text, 'observations');
}

/** @param given - Each `NAME=DECLARED`, or a file as `spec/schema/drift-map.schema.json` describes it. */
export async function readMap(given: readonly string[], cwd: string): Promise<Result<TypeMap>> {
  const map = new Map<string, readonly string[]>();
  const diagnostics: Diagnostic[] = [];
  for (const each of given) {
    const pair = /^([\w$]+)=([\w$]+)$/.exec(each);
    if (pair !== null) {
      map.set(pair[1]!, [...(map.get(pair[1]!) ?? []), pair[2]!]);
      continue;
    }
    const text = await readFile(path.resolve(cwd, each), 'utf8').catch(() => undefined);
    if (text === undefined) {
      diagnostics.push(diagnose('WM5001', undefined, { path: each }));
      continue;
    }
    const read = await readSchemed<DriftMap>(each, text, 'drift-map');
    diagnostics.push(...read.diagnostics);
    for (const [name, names] of Object.entries(read.value?.types ?? {})) {
      map.set(name, typeof names === 'string' ? [names] : names);
    }
  }
  return { value: map, diagnostics };
}

/** Entries that apply to nothing: a type that the package lacks, or a name that none of the SDKs has. */
export function staleEntries(map: TypeMap, descriptor: Descriptor, sdks: readonly Sdk[]): Diagnostic[] {
  const types = specTypes(descriptor).types.map(({ name }) => name);
  const declared = new Set(sdks.flatMap((sdk) => sdk.types.map(({ name }) => name)));
  return [...map].flatMap(([name, names]): Diagnostic[] => {
    if (!types.includes(name)) return [diagnose('WM9002', undefined, { name, near: suggest(name, types) })];
    return names
      .filter((each) => !declared.has(each))
      .map((each) => diagnose('WM9003', undefined, { name, declared: each, near: suggest(each, [...declared]) }));
  });
}
