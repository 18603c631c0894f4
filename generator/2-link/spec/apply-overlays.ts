/** Lays what a person decided over the protos. */
import type { Result } from '../../../diagnostics/diagnostic.ts';
import type { NodeFacts, ProtoFile } from '../../ir/protocol.ts';
import type { OverlaySource } from '../../ir/spec-source.ts';

export function applyOverlays(
  _overlays: readonly OverlaySource[],
  _files: readonly ProtoFile[],
): Result<ReadonlyMap<string, NodeFacts>> {
  return { value: new Map(), diagnostics: [] };
}
