/** Reads and links texts as a command would, faults and all. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Protocol } from '../ir/protocol.ts';
import { loadProtocol } from '../load-protocol.ts';

/** @param files - By name: `.proto`, `.overlay.yaml`; anything else is an event spec. */
export async function loadTexts(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly protocol: Protocol; readonly diagnostics: readonly Diagnostic[] }> {
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'wiremark-texts-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(cwd, name), text);
    const names = Object.keys(files);
    const protos = names.filter((name) => name.endsWith('.proto'));
    const overlays = names.filter((name) => name.endsWith('.overlay.yaml'));
    const specs = names.filter((name) => !protos.includes(name) && !overlays.includes(name));
    const request = { cwd, roots: [], protos, specs, overlays, name: 'test', int64: 'bigint', int64Of: {} } as const;
    const { value, diagnostics } = await loadProtocol(request);
    return { protocol: value.protocol, diagnostics };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
