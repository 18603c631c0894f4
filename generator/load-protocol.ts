/** The first two stages of the pipeline: files in, one linked protocol out. Every command that asks about specs starts here. */
import type { Result } from '../diagnostics/diagnostic.ts';
import { read, type ReadRequest } from './1-read/read.ts';
import { link, type LinkOptions } from './2-link/link.ts';
import type { Protocol } from './ir/protocol.ts';
import type { ReadTrace, SourceSet } from './ir/source-set.ts';

export interface Loaded {
  readonly sources: SourceSet;
  readonly protocol: Protocol;
  readonly trace: ReadTrace;
}

/** The first stage alone, for commands that need no more than what sources declare. */
export const readSources = (request: ReadRequest): Promise<Result<SourceSet>> => read(request);

/** The value is complete only while no diagnostic is an error: linking tolerates what could not be read, so that one run reports the faults of both. */
export async function loadProtocol(request: ReadRequest & LinkOptions): Promise<Result<Loaded>> {
  const sources = await read(request);
  const protocol = link(sources.value, request);
  return {
    value: { sources: sources.value, protocol: protocol.value, trace: sources.trace },
    diagnostics: [...sources.diagnostics, ...protocol.diagnostics],
  };
}
