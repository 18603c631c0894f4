/** Stage 1: files in, declarations with positions out. */
import path from 'node:path';
import type { Result } from '../../diagnostics/diagnostic.ts';
import type { ReadTrace, SourceSet } from '../ir/source-set.ts';
import { readOverlays } from './spec/read-overlays.ts';
import type { DescribedFile } from './descriptor/read-set.ts';
import { readProtos } from './proto/read-protos.ts';
import { readSpecs } from './spec/read-specs.ts';

export interface ReadRequest {
  /** Folder that relative paths start from and diagnostics are relative to. Absolute. */
  readonly cwd: string;
  /** `.proto` files asked for, as given; and sets of file descriptors, known by their ending. */
  readonly protos: readonly string[];
  /** Files described elsewhere, such as in the request of protoc to a plugin. Default none. */
  readonly described?: readonly DescribedFile[];
  /** Import roots, searched in order; `cwd` and the bundled well-known types come last. */
  readonly roots: readonly string[];
  /** Event spec files, YAML or JSON. */
  readonly specs: readonly string[];
  /** Overlay files, YAML or JSON. */
  readonly overlays: readonly string[];
}

export type Read = Result<SourceSet> & { readonly trace: ReadTrace };

/** Reads everything, imports included, and reports all faults of all files. */
export async function read(request: ReadRequest): Promise<Read> {
  const [protos, specs, overlays] = await Promise.all([readProtos(request), readSpecs(request), readOverlays(request)]);
  return {
    value: { protos: protos.value, specs: specs.value, overlays: overlays.value },
    diagnostics: [...protos.diagnostics, ...specs.diagnostics, ...overlays.diagnostics],
    trace: {
      files: [
        ...protos.trace.files,
        ...[...request.specs, ...request.overlays].map((file) => path.resolve(request.cwd, file)).sort(),
      ],
      absent: protos.trace.absent,
    },
  };
}
