/** Reads overlays. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { OverlaySource } from '../../ir/spec-source.ts';

export async function readOverlays(_request: {
  readonly cwd: string;
  readonly overlays: readonly string[];
}): Promise<Result<readonly OverlaySource[]>> {
  return { value: [], diagnostics: [] };
}
