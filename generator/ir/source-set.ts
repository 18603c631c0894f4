/** Stage 1's result: plain declarations with positions; names not yet resolved. */
import type { ProtoSource } from './proto-source.ts';
import type { OverlaySource, SpecSource } from './spec-source.ts';

export interface SourceSet {
  readonly protos: readonly ProtoSource[];
  readonly specs: readonly SpecSource[];
  readonly overlays: readonly OverlaySource[];
}
