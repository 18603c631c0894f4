/** Sessions over carriers of their own: the kit is the server of real clients, and the client of servers with an adapter. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createParser } from 'eventsource-parser';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import type { Carrier } from '../../bindings/binding.ts';
import type { Command } from '../../model/fixture.gen.ts';
import type { ObservedEvent } from '../../model/report.gen.ts';
import type { InProcessTestee, Reply } from '../../model/testee.ts';
import { inProcess } from '../in-process.ts';
import { laneOn } from '../test/steps.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
});

const session = 'main';
const hello = (id: number, role: 'client' | 'server', caps: readonly string[]): Reply => ({
  id,
  ok: { version: 1, impl: { name: 'carriers' }, roles: [role], caps, concurrency: 4 },
});

/** What is heard of a testee that is led through the commands; each of them must be answered with ok. */
async function heard(
  testee: InProcessTestee,
  { role, carrier }: { readonly role: 'client' | 'server'; readonly carrier: Carrier },
  commands: readonly Command[],
): Promise<readonly ObservedEvent[]> {
  const lane = laneOn(
    inProcess(() => testee, 'carriers'),
    { role, carrier, hello: { suite: 'test', role, package: 'test', binding: 'b', seed: 1 } },
  );
  const seen = await lane.run(commands.map((command) => ({ command, replies: [{ kind: 'ok' }] })));
  await lane.close();
  expect(seen.map(({ observation }) => observation)).toEqual(commands.map(() => ({ kind: 'ok' })));
  return seen.flatMap(({ events }) => events);
}

type Talk = { readonly call: (text: string) => unknown; readonly close: () => unknown };

/** A client that connects by itself, as `connect` makes it. */
const client = (connect: (endpoint: string, got: (text: string) => void) => Talk | Promise<Talk>): InProcessTestee => {
  let talk: Talk | undefined;
  return {
    async handle(request, emit) {
      const { id } = request;
      if (request.cmd === 'hello') return emit(hello(id, 'client', ['connect']));
      if (request.cmd === 'open') {
        talk = await connect(request.endpoint!, (text) =>
          emit({ ev: 'emit', session: request.session, event: 'got', args: { text } }),
        );
      }
      if (request.cmd === 'call') await talk?.call(request.args.text);
      if (request.cmd === 'close') await talk?.close();
      return emit({ id, ok: {} });
    },
  };
};

const ofClient = (frames: readonly string[]): readonly Command[] => [
  { cmd: 'open', session },
  ...frames.map((text): Command => ({ cmd: 'deliver', session, frame: { text } })),
  { cmd: 'sync', session },
  { cmd: 'call', session, method: 'send', args: '["sent",9007199254740993]' },
  { cmd: 'sync', session },
  { cmd: 'close', session },
];
const got = (args: string): ObservedEvent => ({ kind: 'emit', session, event: 'got', args });
const frame = (text: string): ObservedEvent => ({ kind: 'frame', session, frame: { text } });

test.each([
  ['polling', '/'],
  ['websocket', '/'],
  ['websocket', '/chat'],
] as const)('the official Socket.IO client, by %s, in %s', async (transport, namespace) => {
  const testee = client((endpoint, tell) => {
    const socket: Socket = io(endpoint, { transports: [transport], forceNew: true, reconnection: false });
    cleanup.push(() => socket.disconnect());
    socket.onAny((...list) => tell(JSON.stringify(list)));
    const talk = { call: () => socket.emit('sent', 1), close: () => socket.disconnect() };
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve(talk));
      socket.on('connect_error', reject);
    });
  });
  const prefix = namespace === '/' ? '' : `${namespace},`;
  const carrier: Carrier = { kind: 'socket.io', namespace };
  const events = await heard(testee, { role: 'client', carrier }, ofClient([`2${prefix}["a",1]`, `2${prefix}["b"]`]));
  expect(events.filter(({ kind }) => kind === 'emit')).toEqual([got('["a",1]'), got('["b"]')]);
  expect(events.filter(({ kind }) => kind !== 'emit')).toEqual([frame(`2${prefix}["sent",1]`)]);
});

test('a reader of event streams that posts what it sends', async () => {
  const testee = client(async (endpoint, tell) => {
    const ending = new AbortController();
    const { body } = await fetch(endpoint, { signal: ending.signal });
    const parser = createParser({ onEvent: ({ event, data }) => tell(`["${event}",${data}]`) });
    const reading = (async () => {
      for await (const chunk of body!) parser.feed(Buffer.from(chunk).toString('utf8'));
    })().catch(() => {});
    return {
      call: (text) => fetch(endpoint, { method: 'POST', body: text }),
      close() {
        ending.abort();
        return reading;
      },
    };
  });
  const carrier: Carrier = { kind: 'server-sent-events', post: undefined };
  const events = await heard(testee, { role: 'client', carrier }, ofClient(['event: a\ndata: [1]\n\n']));
  expect(events).toEqual([got('["a",[1]]'), frame('["sent",9007199254740993]')]);
});

test('a Socket.IO server with an adapter: what it sends is heard before sync is answered', async () => {
  const http = createServer();
  const server = new Server(http);
  cleanup.push(() => server.close());
  const sockets = new Map<string, ServerSocket>();
  server.on('connection', (socket) => {
    sockets.set(String(socket.handshake.query['session']), socket);
    socket.on('echo', (value) => socket.emit('back', value));
    socket.on('bye', () => socket.disconnect());
  });
  const testee: InProcessTestee = {
    async handle(request, emit) {
      const { id } = request;
      if (request.cmd === 'hello') return emit(hello(id, 'server', []));
      if (request.cmd === 'serve') {
        await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
        return emit({ id, ok: { endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}/` } });
      }
      if (request.cmd === 'inject') sockets.get(request.session)?.emit(request.event, request.args.text);
      return emit({ id, ok: {} });
    },
  };
  const events = await heard(testee, { role: 'server', carrier: { kind: 'socket.io', namespace: '/' } }, [
    { cmd: 'open', session },
    { cmd: 'inject', session, event: 'a', args: '[1]' },
    { cmd: 'sync', session },
    { cmd: 'deliver', session, frame: { text: '2["echo",7]' } },
    { cmd: 'sync', session },
    { cmd: 'deliver', session, frame: { text: '2["bye"]' } },
    { cmd: 'sync', session },
  ]);
  expect(events).toEqual([frame('2["a","[1]"]'), frame('2["back",7]'), { kind: 'closed', session }]);
});
