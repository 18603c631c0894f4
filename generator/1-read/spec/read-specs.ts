/** Reads event specs: files in, declarations with positions and parsed types out. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';
import type { SpecSource } from '../../ir/spec-source.ts';
import { loadSchema, readChecked } from './read-file.ts';
import { readTypes } from './read-types.ts';

export async function readSpecs({
  cwd,
  specs,
}: {
  readonly cwd: string;
  readonly specs: readonly string[];
}): Promise<Result<readonly SpecSource[]>> {
  if (specs.length === 0) return { value: [], diagnostics: [] };
  const from = { cwd, validate: await loadSchema('event-spec') };
  const read = await Promise.all(specs.map((path) => readSpec(path, from)));
  return {
    value: read.flatMap(({ value }) => (value === undefined ? [] : [value])),
    diagnostics: read.flatMap((each) => each.diagnostics),
  };
}

async function readSpec(
  path: string,
  from: Parameters<typeof readChecked>[1],
): Promise<Result<SpecSource | undefined>> {
  const { value: document, diagnostics } = await readChecked<EventSpecFile>(path, from);
  if (document === undefined) return { value: undefined, diagnostics };
  // A type that cannot be read stands for any value from here on, so that the rest is still linked and checked.
  const types = readTypes(document);
  const { file, text, value, placeOf } = document;
  const source: SpecSource = { kind: 'spec-source', path: file, text, file: value, types: types.value, placeOf };
  return { value: source, diagnostics: [...diagnostics, ...types.diagnostics] };
}
