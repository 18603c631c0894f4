/** Sessions of a server under test: for each of them the kit connects to the server as a client. */
import type { WebSocket } from 'ws';
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';
import type { Connection } from '../connection.ts';
import { maxMessageBytes, stopGraceMs } from '../limits.ts';
import { closeSocket, done, hearSocket, pingBarrier, sendFrame } from './socket.ts';
import { awaiting } from './awaiting.ts';
import type { Session, SessionFactory } from './session.ts';

/**
 * @param serving - Address that the server gave; the session's name is added as `?session=NAME`, unless the server has no
 *   adapter: then it is left alone, and what it should send is waited for, as nobody tells when it is done.
 */
export async function toServer(connection: Connection, serving: Serving, timeoutMs: number): Promise<SessionFactory> {
  const { endpoint, bare } = serving;
  const { WebSocket } = await import('ws');
  const connect = (session: string): WebSocket => {
    const address = new URL(endpoint);
    if (!bare) address.searchParams.set('session', session);
    return new WebSocket(address, {
      handshakeTimeout: timeoutMs,
      maxPayload: maxMessageBytes,
      perMessageDeflate: false,
    });
  };
  const open = new Set<WebSocket>();
  return {
    create(name, heard) {
      const session = (listener: typeof heard): Session =>
        serverSession({ name, heard: listener, connection, timeoutMs, connect: () => track(open, connect(name)) });
      return bare ? awaiting(session, heard, timeoutMs) : session(heard);
    },
    dispose() {
      for (const socket of open) socket.terminate();
      return Promise.resolve();
    },
  };
}

/** How a server is reached. */
export interface Serving {
  readonly endpoint: string;
  /** There is no adapter beside it. */
  readonly bare: boolean;
}

function track(open: Set<WebSocket>, socket: WebSocket): WebSocket {
  open.add(socket);
  socket.once('close', () => open.delete(socket));
  return socket;
}

function serverSession(given: {
  readonly name: string;
  readonly heard: (event: ObservedEvent) => void;
  readonly connection: Connection;
  readonly timeoutMs: number;
  readonly connect: () => WebSocket;
}): Session {
  const { name, heard, connection, timeoutMs } = given;
  const forget = connection.listen(name, heard);
  let socket: WebSocket | undefined;
  let ear: ReturnType<typeof hearSocket> | undefined;
  return {
    open() {
      const opening = given.connect();
      return new Promise((resolve) => {
        opening.once('open', () => {
          socket = opening;
          resolve(done);
        });
        opening.once('error', (error) => {
          const problem = `a client cannot connect: ${error.message}`;
          resolve({ kind: 'protocol-violation', problem, raw: '' });
        });
        ear = hearSocket(opening, name, heard);
      });
    },
    deliver: (frame) => sendFrame(socket, frame),
    async sync() {
      const read = await pingBarrier(socket, timeoutMs);
      if (read.kind !== 'ok') return read;
      const { observation } = await connection.request({ cmd: 'sync', session: name }, timeoutMs);
      const written = await pingBarrier(socket, timeoutMs);
      return written.kind === 'ok' ? observation : written;
    },
    close() {
      ear?.expectClose();
      forget();
      return closeSocket(socket, stopGraceMs);
    },
    abandon() {
      ear?.expectClose();
      forget();
      socket?.terminate();
    },
  } satisfies { [K in keyof Session]: (...args: never[]) => Promise<Observation> | void };
}
