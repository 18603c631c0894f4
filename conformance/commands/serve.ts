/**
 * `wiremark serve`: the reference implementation of a package as a testee, over stdio or WebSocket; or, in Google's
 * dialect, it or any other testee.
 */
import { createInterface } from 'node:readline';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import type { Binding } from '../bindings/binding.ts';
import { loadBinding } from '../bindings/load-binding.ts';
import { loadPackage } from '../load-package.ts';
import { kitVersion } from '../kit-version.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { InProcessTestee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { maxMessageBytes } from '../testees/limits.ts';
import type { Dialect } from './options.ts';

export interface ServeFlags {
  readonly package?: string;
  readonly dialect?: Dialect;
  readonly stdio?: true;
  readonly port: number;
  readonly binding?: string;
  readonly relay?: true;
  readonly timeoutMs: number;
}

/** @param command - What stands after `--`: a testee, for Google's runner. */
export async function runServe(role: Role, command: readonly string[], flags: ServeFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const print = { format: undefined, cwd, version: kitVersion() };
  const google = flags.dialect === 'google';
  const misuse = misuseOf(role, command, flags);
  if (misuse !== undefined) {
    await printDiagnostics([diagnose('WM6006', undefined, misuse)], print);
    return exitCodes.usage;
  }
  const [program, ...args] = command;
  if (google && program !== undefined) {
    const { stdio } = await import('../testees/stdio.ts');
    return await serveRunner(stdio([program, ...args]), flags);
  }
  const loaded = await loadPackage(flags.package ?? '', cwd);
  await printDiagnostics(loaded.diagnostics, print);
  if (loaded.value === undefined) return exitCodes.usage;
  const framing = role === 'codec' ? undefined : await loadBinding(flags.binding ?? '', loaded.value.descriptor, cwd);
  await printDiagnostics(framing?.diagnostics ?? [], print);
  if (role !== 'codec' && framing?.value === undefined) return exitCodes.usage;
  if (flags.relay && framing?.value !== undefined) {
    await serveRelay(loaded.value, framing.value, flags.port);
    return exitCodes.fine;
  }
  const create = await creator(loaded.value, role, flags.binding === undefined ? undefined : framing?.value);
  if (google) {
    const { inProcess } = await import('../testees/in-process.ts');
    return await serveRunner(inProcess(create, 'reference'), flags);
  }
  await (flags.stdio ? serveStdio(create) : serveSockets(create, flags.port));
  return exitCodes.fine;
}

function misuseOf(
  role: Role,
  command: readonly string[],
  flags: ServeFlags,
): { readonly problem: string; readonly fix: string } | undefined {
  if (flags.relay && role !== 'server') return { problem: 'Only a server relays.', fix: 'Serve a server.' };
  if (flags.dialect !== 'google') {
    if (command.length > 0) return { problem: 'A command to serve was given.', fix: 'Add --dialect google.' };
    if (flags.package === undefined) return { problem: 'No package was given.', fix: 'Give it with --package.' };
    return undefined;
  }
  if (role !== 'codec') return { problem: "Google's dialect is spoken by codecs alone.", fix: 'Serve a codec.' };
  if (command.length === 0 && flags.package === undefined) {
    return { problem: 'There is nothing to serve.', fix: 'Give --package DIR, or -- COMMAND ARG...' };
  }
  return undefined;
}

/** Google's runner talks over stdin and stdout; what it says wrong is told on stderr. */
async function serveRunner(transport: Transport, { package: name, timeoutMs }: ServeFlags): Promise<ExitCode> {
  const { serveGoogle } = await import('./serve-google.ts');
  const version = kitVersion();
  const { stdin: input, stdout: output } = process;
  try {
    await serveGoogle(transport, { input, output, suite: `wiremark ${version}`, package: name, timeoutMs });
    return exitCodes.fine;
  } catch (error) {
    const problem = `What came on stdin is not Google's dialect: ${(error as Error).message}.`;
    const fix = "Have Google's conformance runner start this command; it is not for typing into.";
    await printDiagnostics([diagnose('WM6006', undefined, { problem, fix })], {
      format: undefined,
      cwd: process.cwd(),
      version,
    });
    return exitCodes.usage;
  }
}

type Create = () => InProcessTestee | Promise<InProcessTestee>;

async function creator(loaded: LoadedPackage, role: Role, framing: Binding | undefined): Promise<Create> {
  const { createReferenceTestee } = await import('../reference/index.ts');
  return () => createReferenceTestee(loaded, role, framing);
}

/** Until stdin ends or the runner says stop. */
async function serveStdio(create: Create): Promise<void> {
  const testee = await create();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const request = JSON.parse(line) as Request;
    await testee.handle(request, (reply) => process.stdout.write(`${JSON.stringify(reply)}\n`));
    if (request.cmd === 'stop') break;
  }
}

async function serveRelay(loaded: LoadedPackage, binding: Binding, port: number): Promise<void> {
  const { relay } = await import('./serve-relay.ts');
  const listener = await relay(port, loaded, binding);
  process.stdout.write(`${listener.endpoint('')}\n`);
  await untilToldToEnd();
  await listener.dispose();
}

const untilToldToEnd = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** Until the process is told to end; a testee for each connection. Listens on this machine alone. */
async function serveSockets(create: Create, port: number): Promise<void> {
  const { WebSocketServer } = await import('ws');
  const server = new WebSocketServer({ host: '127.0.0.1', port, maxPayload: maxMessageBytes });
  server.on('connection', async (socket) => {
    socket.on('error', () => socket.terminate());
    const testee = create();
    socket.on('message', async (data: Buffer) => {
      try {
        const request = JSON.parse(data.toString('utf8')) as Request;
        await (await testee).handle(request, (reply) => socket.send(JSON.stringify(reply)));
      } catch {
        socket.close(1008, 'the message cannot be handled');
      }
    });
  });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  process.stdout.write(`ws://127.0.0.1:${actual}\n`);
  await untilToldToEnd();
  for (const socket of server.clients) socket.terminate();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
