/** Servers without an adapter over carriers of their own: a real Socket.IO server, a small one of event streams. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Server, type Namespace, type Socket } from 'socket.io';
import { afterEach, expect, test } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { CaseResult } from '../../model/report.gen.ts';
import { loadSuite } from '../../suite.ts';
import { reportOn, textTestee } from '../../test/kit.ts';
import { bareServer } from '../../testees/bare-endpoint.ts';
import { eventStreamServer, type StreamServerOptions } from '../../testees/wires/test/event-stream-server.ts';
import { bareCases } from './bare-cases.ts';
import { readScenarios } from './read-scenarios.ts';

const floo = path.join(packageRoot(), 'out/floo');
const scenarios = path.join(packageRoot(), 'fixtures/scenario/floo-relay.json');
const chat = path.join(packageRoot(), 'conformance/bindings/test/chat-namespace.json');
const posted = path.join(packageRoot(), 'conformance/bindings/test/posted-events.json');
const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
});

/** Verdicts by the last two segments of the case's id, and why it fails. */
async function verdicts(
  endpoint: string,
  binding: string,
  run: readonly string[] = ['server/bare/**', 'server/scenario/relay/echo', 'server/scenario/relay/order'],
): Promise<Record<string, string>> {
  const { results } = await reportOn(
    textTestee(() => ''),
    {
      package: floo,
      role: 'server',
      binding,
      passive: true,
      sources: [bareCases((await readScenarios([scenarios])).value!)],
      clauses: (await loadSuite()).clauses,
      transport: (_, framing) => bareServer(endpoint, framing!.carrier),
      selection: { run, skip: [], level: 'required' },
      timeoutMs: 5000,
    },
  );
  const tell = ({ verdict, reason }: CaseResult): string => (reason ? `${verdict}: ${reason}` : verdict);
  return Object.fromEntries(results.map((result) => [result.id.split('/').slice(-2).join('/'), tell(result)]));
}

/** What the official server makes of each event is the test's affair. */
async function socketIoServer(answer: (socket: Socket, event: string, args: unknown[]) => void): Promise<string> {
  const http = createServer();
  const server = new Server(http);
  const serve = (place: Namespace): void =>
    void place.on('connection', (socket) => socket.onAny((event: string, ...args) => answer(socket, event, args)));
  serve(server.of('/'));
  serve(server.of('/chat'));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  cleanup.push(() => server.close());
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

const echo = (socket: Socket, event: string, args: unknown[]): void => void socket.emit(event, ...args);

test('a Socket.IO server that relays', async () => {
  expect(await verdicts(await socketIoServer(echo), 'socket.io')).toEqual({
    'bare/connects': 'pass',
    'bare/malformed': expect.stringMatching(/A frame is not legal: argument 1/),
    // The official parser reads JSON into doubles.
    'relay/echo': expect.stringMatching(/9007199254740993"? is due, "?9007199254740992/),
    'relay/order': 'pass',
  });
});

test('one that does so in a namespace', async () => {
  const cases = ['server/bare/connects', 'server/scenario/relay/order'];
  expect(await verdicts(await socketIoServer(echo), chat, cases)).toEqual({
    'bare/connects': 'pass',
    'relay/order': 'pass',
  });
});

test('a Socket.IO server that survives malformed packets, and one whose namespace is another', async () => {
  const silent = await socketIoServer(() => {});
  expect(await verdicts(silent, 'socket.io', ['server/bare/**'])).toEqual({
    'bare/connects': 'pass',
    'bare/malformed': 'pass',
  });
  const elsewhere = await socketIoServer(() => {});
  const nowhere = `${elsewhere}/mounted/elsewhere/`;
  expect(await verdicts(nowhere, 'socket.io', ['server/bare/connects'])).toEqual({
    'bare/connects': expect.stringContaining('a client cannot connect'),
  });
});

async function streaming(options: StreamServerOptions = {}): Promise<string> {
  const { endpoint, close } = await eventStreamServer(options);
  cleanup.push(close);
  return endpoint;
}

const legal = (body: string): string | undefined =>
  body.startsWith('event: ') && /data: \[(?:\d+|"[^"]*")\]\n\n$/.test(body) ? body : undefined;

test('a server of event streams that relays', async () => {
  expect(await verdicts(await streaming({ echo: legal }), posted)).toEqual({
    'bare/connects': 'pass',
    'bare/malformed': expect.stringMatching(/A frame is not legal: argument 1/),
    'relay/echo': 'pass',
    'relay/order': 'pass',
  });
});

test.each<[what: string, options: StreamServerOptions, reason: RegExp]>([
  ['of another type', { contentType: 'text/plain' }, /a client cannot connect: .*"text\/plain"/],
  ['of no array', { greeting: 'event: loginFail\ndata: {}\n\n' }, /not legal: the data is not an array/],
  ['of no event', { greeting: 'retry: 5\n\nevent: hi\ndata: []\n\n' }, /not legal: there is no event "hi"/],
  ['of no UTF-8', { greeting: Uint8Array.of(0xff) }, /not legal/],
])('a stream %s is told', async (_, options, reason) => {
  expect(await verdicts(await streaming(options), 'server-sent-events', ['server/bare/**'])).toEqual({
    'bare/connects': expect.stringMatching(reason),
    'bare/malformed': expect.stringContaining('skipped: The testee does not declare: frames-from-clients'),
  });
});

test('a stream that is not there, and a server that refuses each frame', async () => {
  const elsewhere = (await streaming()).replace('/events', '/nothing');
  expect(await verdicts(elsewhere, posted, ['server/bare/connects'])).toEqual({
    'bare/connects': expect.stringContaining('status 404'),
  });
  expect(await verdicts(await streaming({ echo: () => undefined }), posted, ['server/bare/malformed'])).toEqual({
    'bare/malformed': 'pass',
  });
});
