import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import type { AddressInfo } from 'node:net';
import type { Command } from '../../model/fixture.gen.ts';
import type { ObservedEvent, StepObservation } from '../../model/report.gen.ts';
import type { InProcessTestee, Reply } from '../../model/testee.ts';
import type { Lane } from '../lane.ts';
import { inProcess } from '../in-process.ts';
import { laneOn } from '../test/steps.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
});

const textOf = (data: RawData): string => (data as Buffer).toString('utf8');
const hello = (id: number, roles: readonly ('client' | 'server')[], caps: readonly string[]): Reply => ({
  id,
  ok: { version: 1, impl: { name: 'sessions' }, roles, caps, concurrency: 8 },
});

/** A server that listens by itself: sends each injected event to its session, and each frame that it gets back in capitals. */
function socketServer(): InProcessTestee {
  const sockets = new Map<string, WebSocket>();
  let server: WebSocketServer | undefined;
  cleanup.push(() => {
    for (const socket of sockets.values()) socket.terminate();
    return new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  });
  return {
    async handle(request, emit) {
      const { id } = request;
      switch (request.cmd) {
        case 'hello':
          return emit(hello(id, ['server'], []));
        case 'serve':
          server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
          server.on('connection', (socket, incoming) => {
            sockets.set(new URL(incoming.url!, 'ws://x').searchParams.get('session')!, socket);
            socket.on('message', (data) => {
              if (textOf(data) === 'bye') return socket.close();
              return socket.send(textOf(data).toUpperCase());
            });
          });
          await new Promise((resolve) => server!.once('listening', resolve));
          return emit({ id, ok: { endpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` } });
        case 'inject':
          sockets.get(request.session)?.send(`${request.event} ${request.args.text}`);
          return emit({ id, ok: {} });
        default:
          return emit({ id, ok: {} });
      }
    },
  };
}

/** A client that connects by itself: emits each frame as an event, and sends what it is called with. */
function socketClient(): InProcessTestee {
  const sockets = new Map<string, WebSocket>();
  cleanup.push(() => sockets.forEach((socket) => socket.terminate()));
  return {
    async handle(request, emit) {
      const { id } = request;
      switch (request.cmd) {
        case 'hello':
          return emit(hello(id, ['client'], ['connect']));
        case 'open': {
          const { session } = request;
          const socket = new WebSocket(request.endpoint!);
          sockets.set(session, socket);
          socket.on('message', (data) =>
            emit({ ev: 'emit', session, event: 'got', args: { text: JSON.stringify([textOf(data)]) } }),
          );
          await new Promise((resolve) => socket.once('open', resolve));
          return emit({ id, ok: {} });
        }
        case 'call':
          sockets.get(request.session)!.send(request.args.text);
          return emit({ id, ok: {} });
        case 'close':
          sockets.get(request.session)?.close();
          return emit({ id, ok: {} });
        default:
          return emit({ id, ok: {} });
      }
    },
  };
}

function start(create: () => InProcessTestee, role: 'client' | 'server'): Lane {
  const lane = laneOn(inProcess(create, 'sessions'), {
    role,
    hello: { suite: 'test', role, package: 'test', binding: 'b', seed: 1 },
  });
  cleanup.push(() => lane.close());
  return lane;
}

const run = async (lane: Lane, commands: readonly Command[]): Promise<readonly StepObservation[]> =>
  lane.run(commands.map((command) => ({ command, replies: [{ kind: 'ok' }] })));
const eventsOf = (seen: readonly StepObservation[]): readonly ObservedEvent[] => seen.flatMap(({ events }) => events);
const kindsOf = (seen: readonly StepObservation[]): readonly string[] =>
  seen.map(({ observation }) => observation.kind);
const session = 'main';
const frame = (text: string): ObservedEvent => ({ kind: 'frame', session, frame: { text } });

describe('a server that listens by itself', () => {
  test('what it sends is heard before sync is answered, in order', async () => {
    const seen = await run(start(socketServer, 'server'), [
      { cmd: 'open', session },
      { cmd: 'inject', session, event: 'a', args: '[1]' },
      { cmd: 'inject', session, event: 'b', args: '[2]' },
      { cmd: 'deliver', session, frame: { text: 'hello' } },
      { cmd: 'sync', session },
      { cmd: 'close', session },
    ]);
    expect(kindsOf(seen)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(eventsOf(seen)).toEqual([frame('a [1]'), frame('b [2]'), frame('HELLO')]);
  });

  test('sessions of cases that run at once stay apart', async () => {
    const lane = start(socketServer, 'server');
    await lane.start();
    const all = await Promise.all(
      ['one', 'two', 'three'].map((text) =>
        run(lane, [
          { cmd: 'open', session },
          { cmd: 'deliver', session, frame: { text } },
          { cmd: 'sync', session },
        ]),
      ),
    );
    expect(all.map(eventsOf)).toEqual([[frame('ONE')], [frame('TWO')], [frame('THREE')]]);
  });

  test('an end that the server makes is an event, and no hang', async () => {
    const seen = await run(start(socketServer, 'server'), [
      { cmd: 'open', session },
      { cmd: 'deliver', session, frame: { text: 'bye' } },
      { cmd: 'sync', session },
    ]);
    expect(eventsOf(seen)).toEqual([{ kind: 'closed', session }]);
  });
});

describe('a client that connects by itself', () => {
  test('gets frames from the kit, and its own are heard', async () => {
    const seen = await run(start(socketClient, 'client'), [
      { cmd: 'open', session },
      { cmd: 'deliver', session, frame: { text: 'x' } },
      { cmd: 'deliver', session, frame: { text: 'y' } },
      { cmd: 'call', session, method: 'send', args: '["z"]' },
      { cmd: 'sync', session },
      { cmd: 'close', session },
    ]);
    expect(kindsOf(seen)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    const got = (text: string): ObservedEvent => ({
      kind: 'emit',
      session,
      event: 'got',
      args: JSON.stringify([text]),
    });
    const events = eventsOf(seen);
    expect(events.filter(({ kind }) => kind === 'emit')).toEqual([got('x'), got('y')]);
    expect(events.filter(({ kind }) => kind === 'frame')).toEqual([frame('["z"]')]);
  });

  test('one that never comes costs its time-out, and is named', async () => {
    const silent: InProcessTestee = {
      handle: ({ id, cmd }, emit) => emit(cmd === 'hello' ? hello(id, ['client'], ['connect']) : { id, ok: {} }),
    };
    const seen = await run(
      start(() => silent, 'client'),
      [{ cmd: 'open', session }],
    );
    expect(kindsOf(seen)).toEqual(['timeout']);
  });
});

test('a case that uses a session before it is open is a fault of the case', async () => {
  const seen = await run(start(socketServer, 'server'), [{ cmd: 'sync', session }]);
  expect(kindsOf(seen)).toEqual(['harness-error']);
});
