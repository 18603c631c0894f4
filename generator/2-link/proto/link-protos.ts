/** Resolves names and features of .proto declarations. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { ProtoFile } from '../../ir/protocol.ts';
import type { ProtoSource } from '../../ir/proto-source.ts';
import type { Int64Surface } from '../../ir/scalar.ts';

export function linkProtos(
  _sources: readonly ProtoSource[],
  _options: { readonly int64: Int64Surface; readonly int64Of: Readonly<Record<string, Int64Surface>> },
): Result<readonly ProtoFile[]> {
  return { value: [], diagnostics: [] };
}
