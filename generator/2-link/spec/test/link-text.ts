/** Links specs and overlays given as text, for tests. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOrder } from '../../../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import { read } from '../../../1-read/read.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import { link } from '../../link.ts';
import type { LinkOptions } from '../../link.ts';

export interface LinkedText {
  readonly protocol: Protocol;
  readonly diagnostics: readonly Diagnostic[];
  /** `code line:column message -> fix`, in the order of the texts. */
  readonly faults: readonly string[];
}

/** @param files - By name: `*.proto`, `*.overlay.yaml`, and any other `.yaml` or `.json` is a spec. */
export async function linkText(
  files: Readonly<Record<string, string>>,
  options: Partial<LinkOptions> = {},
): Promise<LinkedText> {
  const cwd = await mkdtemp(join(tmpdir(), 'wiremark-spec-'));
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(cwd, name), text)));
    const names = Object.keys(files);
    const protos = names.filter((name) => name.endsWith('.proto'));
    const overlays = names.filter((name) => name.endsWith('.overlay.yaml'));
    const specs = names.filter((name) => !protos.includes(name) && !overlays.includes(name));
    const sources = await read({ cwd, protos, roots: [], specs, overlays });
    const linked = link(sources.value, { name: 'test', int64: 'bigint', int64Of: {}, ...options });
    const diagnostics = inOrder([...sources.diagnostics, ...linked.diagnostics]);
    const faults = diagnostics.map(
      ({ code, place, message, fix }) => `${code} ${place?.line}:${place?.column} ${message} -> ${fix}`,
    );
    return { protocol: linked.value, diagnostics, faults };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
