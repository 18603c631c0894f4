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
  const text = await readFile(path.join(folder, 'descriptor.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return refuse('it has no descriptor.json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(`its descriptor.json is not JSON (${(error as Error).message})`);
  }
  // Machine-written and of any size: places in it would help nobody.
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(await schemaOf('descriptor'));
  if (validate(value)) return { value: value as Descriptor, diagnostics: [] };
  const [error] = validate.errors ?? [];
  const details = { name, path: error?.instancePath || '/', problem: error?.message ?? 'is not valid' };
  return { value: undefined, diagnostics: [diagnose('WM6002', undefined, details)] };
}

/** A schema of `spec/schema`, by the first part of its name. */
export async function schemaOf(name: string): Promise<object> {
  const file = path.join(packageRoot(), 'spec/schema', `${name}.schema.json`);
  return JSON.parse(await readFile(file, 'utf8')) as object;
}

async function readSchemed<T>(file: string, text: string, schema: string): Promise<Result<T | undefined>> {
  const { value, diagnostics } = await checkDocument<T>({
    file: file.replaceAll('\\', '/'),
    text,
    schema: await schemaOf(schema),
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
