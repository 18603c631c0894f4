/** `wiremark serve`: the reference implementation of a package as a testee, over stdio or WebSocket. */
import { createInterface } from 'node:readline';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { loadPackage } from '../load-package.ts';
import { kitVersion } from '../kit-version.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { InProcessTestee } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { maxMessageBytes } from '../testees/limits.ts';

export interface ServeFlags {
  readonly package: string;
  readonly stdio?: true;
  readonly port: number;
}

export async function runServe(role: Role, flags: ServeFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const loaded = await loadPackage(flags.package, cwd);
  await printDiagnostics(loaded.diagnostics, { format: undefined, cwd, version: kitVersion() });
  if (loaded.value === undefined) return exitCodes.usage;
  const create = await creator(loaded.value, role);
  await (flags.stdio ? serveStdio(create) : serveSockets(create, flags.port));
  return exitCodes.fine;
}

type Create = () => InProcessTestee | Promise<InProcessTestee>;

async function creator(loaded: LoadedPackage, role: Role): Promise<Create> {
  const { createReferenceTestee } = await import('../reference/index.ts');
  return () => createReferenceTestee(loaded, role);
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
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const socket of server.clients) socket.terminate();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
