/** Resolves names of event specs. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { EventSpec } from '../../ir/event-spec.ts';
import type { ProtoFile } from '../../ir/protocol.ts';
import type { SpecSource } from '../../ir/spec-source.ts';
import type { Int64Surface } from '../../ir/scalar.ts';

export function linkSpecs(
  _sources: readonly SpecSource[],
  _options: { readonly files: readonly ProtoFile[]; readonly int64: Int64Surface },
): Result<readonly EventSpec[]> {
  return { value: [], diagnostics: [] };
}
