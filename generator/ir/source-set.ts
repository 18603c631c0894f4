/** Stage 1's result: plain declarations with positions; names not yet resolved. */
import type { ProtoSource } from './proto-source.ts';
import type { OverlaySource, SpecSource } from './spec-source.ts';

/** What reading rested on, so that a later run can tell whether it would read the same. Absolute paths, sorted. */
export interface ReadTrace {
  /** Files that were read. */
  readonly files: readonly string[];
  /** Places where an import was looked for in vain before it was found. */
  readonly absent: readonly string[];
}

export interface SourceSet {
  readonly protos: readonly ProtoSource[];
  readonly specs: readonly SpecSource[];
  readonly overlays: readonly OverlaySource[];
}
