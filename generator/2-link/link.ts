/** Stage 2: declarations in, one frozen `Protocol` out, with every name and feature resolved. */
import type { Result } from '../../diagnostics/diagnostic.ts';
import type { Protocol } from '../ir/protocol.ts';
import type { Int64Surface } from '../ir/scalar.ts';
import type { SourceSet } from '../ir/source-set.ts';
import { applyOverlays } from './spec/apply-overlays.ts';
import { linkProtos } from './proto/link-protos.ts';
import { linkSpecs } from './spec/link-specs.ts';

export interface LinkOptions {
  /** Name of the protocol. */
  readonly name: string;
  /** Surface of 64-bit integers where neither field, message, file nor spec says otherwise. */
  readonly int64: Int64Surface;
  /** Surfaces by full name of a field or message, or by path of a file; the nearest wins. */
  readonly int64Of: Readonly<Record<string, Int64Surface>>;
}

export function link(sources: SourceSet, options: LinkOptions): Result<Protocol> {
  const protos = linkProtos(sources.protos, options);
  // What stood where a proto could not be read may well define what a spec or an overlay names.
  const unread = new Set(sources.protos.flatMap((source) => [...(source.brokenWords ?? [])]));
  const facts = applyOverlays(sources.overlays, { files: protos.value, unread });
  const specs = linkSpecs(sources.specs, { ...options, files: protos.value, unread });
  return {
    value: { name: options.name, files: protos.value, specs: specs.value, facts: facts.value },
    diagnostics: [...protos.diagnostics, ...facts.diagnostics, ...specs.diagnostics],
  };
}
