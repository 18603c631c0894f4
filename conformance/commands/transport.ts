/** Takes the options that say how an implementation is reached, gives the transport. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { googleMessages } from '../testees/google/known-messages.ts';
import { byWebSocket, type Binding } from '../bindings/binding.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { Transport } from '../model/testee.ts';
import type { RunFlags } from './options.ts';

/** Makes the transport once the package is loaded. */
export type MakeTransport = (loaded: LoadedPackage, framing: Binding | undefined) => Promise<Transport>;

/** @param command - What stands after `--`; empty when nothing does. */
export function transportOf(
  flags: Pick<RunFlags, 'module' | 'endpoint' | 'reference' | 'dialect' | 'binding' | 'scenario'>,
  command: readonly string[],
  { cwd, role }: { readonly cwd: string; readonly role: Role },
): Result<MakeTransport | undefined> {
  const ways = [flags.module, flags.endpoint, flags.reference, command[0]].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    const problem = ways.length === 0 ? 'No implementation to test was given.' : 'Several implementations were given.';
    const fix = 'Give one of --module FILE, --endpoint URL, --reference, or -- COMMAND ARG...';
    return refuse(diagnose('WM6006', undefined, { problem, fix }));
  }
  const { module, endpoint } = flags;
  const [program, ...args] = command;
  if (flags.dialect === 'google') {
    if (role === 'codec' && program !== undefined) return give((loaded) => google([program, ...args], loaded));
    const problem = "Google's dialect is spoken by codecs over stdio alone.";
    return refuse(diagnose('WM6006', undefined, { problem, fix: 'Give a codec as -- COMMAND ARG...' }));
  }
  if (module !== undefined) {
    const file = path.resolve(cwd, module);
    if (!existsSync(file)) return refuse(diagnose('WM5001', undefined, { path: module }));
    return give(async () => (await import('../testees/module.ts')).moduleFile(file));
  }
  if (endpoint !== undefined && isBare(flags, role)) return bareTransport(endpoint);
  if (endpoint !== undefined) return endpointTransport(endpoint);
  if (flags.reference) return give((loaded, framing) => reference(loaded, role, framing));
  return give(async () => (await import('../testees/stdio.ts')).stdio([program!, ...args]));
}

const give = (value: MakeTransport): Result<MakeTransport> => ({ value, diagnostics: [] });
const refuse = (diagnostic: Diagnostic): Result<undefined> => ({ value: undefined, diagnostics: [diagnostic] });

function endpointTransport(endpoint: string): Result<MakeTransport | undefined> {
  const protocol = URL.canParse(endpoint) ? new URL(endpoint).protocol : '';
  switch (protocol) {
    case 'ws:':
    case 'wss:':
      return give(async () => (await import('../testees/websocket.ts')).webSocket(endpoint));
    case 'http:':
    case 'https:':
      return give(async () => (await import('../testees/http.ts')).http(endpoint));
    default: {
      const fix = 'Give an address such as ws://127.0.0.1:8080 or http://127.0.0.1:8080/testee.';
      return refuse(diagnose('WM6006', undefined, { problem: `"${endpoint}" is not an address of a testee.`, fix }));
    }
  }
}

async function reference(loaded: LoadedPackage, role: Role, framing: Binding | undefined): Promise<Transport> {
  const { createReferenceTestee } = await import('../reference/index.ts');
  const { inProcess } = await import('../testees/in-process.ts');
  return inProcess(
    () => createReferenceTestee(loaded, role, framing),
    `reference ${role} of ${loaded.descriptor.package.name}`,
  );
}

/** A server that is told how its frames are written, or what to be asked, needs no testee protocol. */
export const isBare = (flags: Pick<RunFlags, 'endpoint' | 'dialect' | 'binding' | 'scenario'>, role: Role): boolean =>
  role === 'server' &&
  flags.endpoint !== undefined &&
  flags.dialect === undefined &&
  (flags.binding !== undefined || flags.scenario !== undefined);

function bareTransport(endpoint: string): Result<MakeTransport | undefined> {
  if (!URL.canParse(endpoint) || !/^(?:ws|http)s?:$/.test(new URL(endpoint).protocol)) {
    const problem = `"${endpoint}" is not the address of a server.`;
    const fix = 'Give an address such as ws://127.0.0.1:8080 or http://127.0.0.1:8080/events.';
    return refuse(diagnose('WM6006', undefined, { problem, fix }));
  }
  return give(async (_, framing) => {
    const { bareServer } = await import('../testees/bare-endpoint.ts');
    return bareServer(endpoint, framing?.carrier ?? byWebSocket);
  });
}

async function google(command: readonly [string, ...string[]], { descriptor }: LoadedPackage): Promise<Transport> {
  const { googleStdio } = await import('../testees/google/dialect.ts');
  const [probe] = googleMessages(descriptor);
  return googleStdio(command, probe ?? '');
}
