/** Runs `wiremark record` in this process before a server of a test, gives what it wrote. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { runRecord } from '../../commands/record.ts';
import type { Fixture } from '../../model/fixture.gen.ts';
import type { Observations } from '../../model/observations.gen.ts';
import { schemaFault } from '../../read-json.ts';

export interface Recorded {
  readonly observations: Observations;
  readonly fixture: Fixture | undefined;
  /** Both files, as text. */
  readonly text: string;
}

interface Setting {
  readonly server: Server;
  readonly scheme: 'ws' | 'http';
  readonly binding?: string;
}

/** @param use - Given the address of the proxy; the recording ends with it. */
export async function recorded(setting: Setting, use: (address: string) => Promise<void>): Promise<Recorded> {
  const { server, scheme, ...flags } = setting;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-record-'));
  const out = path.join(folder, 'seen.json');
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  const end = new AbortController();
  try {
    const to = `${scheme}://127.0.0.1:${await portOf(server)}`;
    const done = runRecord({ package: path.join(packageRoot(), 'out/floo'), listen: 0, to, out, ...flags }, end.signal);
    await vi.waitUntil(() => printed.includes('->'), { timeout: 20_000 });
    await use(/^\w+:\S+/.exec(printed)![0]);
    end.abort();
    expect(await done).toBe(0);
    const text = await readFile(out, 'utf8');
    const cases = await readFile(path.join(folder, 'seen.fixtures.json'), 'utf8').catch(() => undefined);
    const observations = JSON.parse(text) as Observations;
    expect(await schemaFault(observations, 'observations')).toBeUndefined();
    const fixture = cases === undefined ? undefined : (JSON.parse(cases) as Fixture);
    if (fixture !== undefined) expect(await schemaFault(fixture, 'fixture')).toBeUndefined();
    return { observations, fixture, text: text + (cases ?? '') };
  } finally {
    end.abort();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function portOf(server: Server): Promise<number> {
  if (!server.listening) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  }
  return (server.address() as AddressInfo).port;
}
