/** Reads event specs. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { SpecSource } from '../../ir/spec-source.ts';

export async function readSpecs(_request: {
  readonly cwd: string;
  readonly specs: readonly string[];
}): Promise<Result<readonly SpecSource[]>> {
  return { value: [], diagnostics: [] };
}
