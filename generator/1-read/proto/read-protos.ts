/** Reads .proto files and what they import. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { ProtoSource } from '../../ir/proto-source.ts';

export async function readProtos(_request: {
  readonly cwd: string;
  readonly protos: readonly string[];
  readonly roots: readonly string[];
}): Promise<Result<readonly ProtoSource[]>> {
  return { value: [], diagnostics: [] };
}
