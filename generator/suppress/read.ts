/** Reads suppressions from where people write them: a section of the configuration, or a file of their own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, type Result } from '../../diagnostics/diagnostic.ts';
import { checkDocument } from '../../diagnostics/document.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Suppression } from '../ir/schema/config.gen.ts';
import type { PlacedSuppression } from './suppress.ts';

/** Those of a section of the configuration, in order. */
export function suppressionsOf(loaded: LoadedConfig | undefined, section: 'lint' | 'breaking'): PlacedSuppression[] {
  const given = loaded?.config[section]?.ignore ?? [];
  return given.map((suppression, index) => ({
    suppression,
    place: loaded?.placeOf(`/${section}/ignore/${index}/rule`),
  }));
}

/** Those of a file, YAML or JSON, as `spec/schema/suppressions.schema.json` describes it. */
export async function readSuppressions(file: string, cwd: string): Promise<Result<readonly PlacedSuppression[]>> {
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, file), 'utf8');
  } catch {
    return { value: [], diagnostics: [diagnose('WM5001', undefined, { path: file })] };
  }
  const schema = path.join(packageRoot(), 'spec/schema/suppressions.schema.json');
  const { value, diagnostics } = await checkDocument<{ readonly ignore: readonly Suppression[] }>({
    file,
    text,
    schema: JSON.parse(await readFile(schema, 'utf8')) as object,
  });
  const placed = (value?.value.ignore ?? []).map((suppression, index) => ({
    suppression,
    place: value!.placeOf(`/ignore/${index}/rule`),
  }));
  return { value: placed, diagnostics };
}
