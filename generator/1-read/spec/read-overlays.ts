/** Reads overlays: files in, decisions with positions out. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { OverlayFile } from '../../ir/schema/overlay.gen.ts';
import type { OverlaySource } from '../../ir/spec-source.ts';
import { loadSchema, readChecked } from './read-file.ts';

export async function readOverlays({
  cwd,
  overlays,
}: {
  readonly cwd: string;
  readonly overlays: readonly string[];
}): Promise<Result<readonly OverlaySource[]>> {
  if (overlays.length === 0) return { value: [], diagnostics: [] };
  const validate = await loadSchema('overlay');
  const read = await Promise.all(overlays.map((path) => readChecked<OverlayFile>(path, { cwd, validate })));
  const value = read.flatMap(({ value: document }): OverlaySource[] => {
    if (document === undefined) return [];
    const { file: path, text, value: file, placeOf } = document;
    return [{ kind: 'overlay-source', path, text, file, placeOf }];
  });
  return { value, diagnostics: read.flatMap((each) => each.diagnostics) };
}
