/** Sessions of a client under test that connects by itself: the kit is the server. */
import type { WebSocket, WebSocketServer } from 'ws';
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';
import type { Connection } from '../connection.ts';
import { maxMessageBytes, stopGraceMs } from '../limits.ts';
import { closeSocket, hearSocket, pingBarrier, sendFrame } from './socket.ts';
import type { Session, SessionFactory } from './session.ts';

/** Listens on a free port of this machine alone. */
export async function fromClient(connection: Connection, timeoutMs: number): Promise<SessionFactory> {
  const ws = await import('ws');
  const server = new ws.WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const waiting = new Map<string, (socket: WebSocket) => void>();
  server.on('connection', (socket, request) => {
    const session = new URL(request.url ?? '/', 'ws://kit').searchParams.get('session') ?? '';
    socket.on('error', () => {});
    const accept = waiting.get(session);
    if (accept === undefined) return socket.close(1008, 'no such session');
    waiting.delete(session);
    accept(socket);
  });
  return {
    create: (name, heard) =>
      clientSession({
        name,
        heard,
        connection,
        timeoutMs,
        endpoint: addressOf(server, name),
        accept: (take) => waiting.set(name, take),
      }),
    dispose: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => resolve());
      }),
  };
}

function addressOf(server: WebSocketServer, session: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `ws://127.0.0.1:${port}/?session=${encodeURIComponent(session)}`;
}

function clientSession(given: {
  readonly name: string;
  readonly heard: (event: ObservedEvent) => void;
  readonly connection: Connection;
  readonly timeoutMs: number;
  readonly endpoint: string;
  readonly accept: (take: (socket: WebSocket) => void) => void;
}): Session {
  const { name, heard, connection, timeoutMs, endpoint } = given;
  const forget = connection.listen(name, heard);
  let socket: WebSocket | undefined;
  let ear: ReturnType<typeof hearSocket> | undefined;
  return {
    async open(): Promise<Observation> {
      const arrived = new Promise<void>((resolve) =>
        given.accept((taken) => {
          socket = taken;
          ear = hearSocket(taken, name, heard);
          resolve();
        }),
      );
      const { observation } = await connection.request({ cmd: 'open', session: name, endpoint }, timeoutMs);
      if (observation.kind !== 'ok') return observation;
      return within(arrived, timeoutMs, observation);
    },
    deliver: (frame) => sendFrame(socket, frame),
    async sync() {
      const read = await pingBarrier(socket, timeoutMs);
      if (read.kind !== 'ok') return read;
      return (await connection.request({ cmd: 'sync', session: name }, timeoutMs)).observation;
    },
    async close() {
      ear?.expectClose();
      const { observation } = await connection.request({ cmd: 'close', session: name }, timeoutMs);
      forget();
      await closeSocket(socket, stopGraceMs);
      return observation;
    },
    abandon() {
      ear?.expectClose();
      forget();
      socket?.terminate();
    },
  };
}

async function within(arrived: Promise<void>, timeoutMs: number, observation: Observation): Promise<Observation> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Observation>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timeout', afterMs: timeoutMs }), timeoutMs);
  });
  const result = await Promise.race([arrived.then(() => observation), late]);
  clearTimeout(timer);
  return result;
}
