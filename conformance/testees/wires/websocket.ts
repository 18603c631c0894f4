/** Frames as WebSocket messages, text or binary. */
import { WebSocket, WebSocketServer } from 'ws';
import type { Payload } from '../../model/fixture.gen.ts';
import type { Observation } from '../../model/report.gen.ts';
import { maxMessageBytes } from '../limits.ts';
import { portOf } from './http.ts';
import { done, sessionParameter, type Ear, type Listener, type Welcome, type Wire } from './wire.ts';

export async function dialWebSocket(address: URL, ear: Ear, timeoutMs: number): Promise<Wire> {
  const socket = dialSocket(address, timeoutMs);
  const wire = overSocket(socket, ear);
  await opened(socket);
  return wire;
}

/** A socket that has begun to connect. */
export const dialSocket = (address: URL, timeoutMs: number): WebSocket =>
  new WebSocket(address, { handshakeTimeout: timeoutMs, maxPayload: maxMessageBytes, perMessageDeflate: false });

/** @throws Error - When it comes to no connection. */
export const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });

export async function listenWebSocket(welcome: Welcome, port: number): Promise<Listener> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  server.on('connection', (socket, request) => {
    socket.on('error', () => {});
    const session = new URL(request.url ?? '/', 'ws://kit').searchParams.get(sessionParameter) ?? '';
    const guest = welcome(session);
    if (guest === undefined) return socket.close(1008, 'no such session');
    guest.taken(overSocket(socket, guest.ear));
  });
  const root = `ws://127.0.0.1:${portOf(server.address())}`;
  return {
    endpoint: (session) => (session === '' ? root : `${root}/?${sessionParameter}=${encodeURIComponent(session)}`),
    dispose: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => resolve());
      }),
  };
}

function overSocket(socket: WebSocket, ear: Ear): Wire {
  socket.on('message', (data: Buffer, isBinary) => ear.frame(frameOf(data, isBinary)));
  socket.on('close', () => ear.end());
  socket.on('error', () => {});
  return {
    send: (frame) => sendOn(socket, 'hex' in frame ? Buffer.from(frame.hex, 'hex') : frame.text),
    barrier: (timeoutMs) => pingBarrier(socket, timeoutMs),
    backlogBytes: () => socket.bufferedAmount,
    close: (graceMs) => closeSocket(socket, graceMs),
    terminate: () => socket.terminate(),
  };
}

/** @param isBinary - As the frame that carried the data says. */
export const frameOf = (data: Buffer, isBinary: boolean): Payload =>
  isBinary ? { hex: data.toString('hex') } : { text: data.toString('utf8') };

/** A socket that is not open takes the data without a word. */
export function sendOn(socket: WebSocket, data: Buffer | string): Promise<Observation> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(done);
  return new Promise((resolve) => socket.send(data, { binary: typeof data !== 'string' }, () => resolve(done)));
}

/**
 * A ping is answered after all earlier frames were read (RFC 6455, 5.5.2: a control frame waits its turn), so its pong
 * is a barrier in both directions.
 */
export function pingBarrier(socket: WebSocket, timeoutMs: number): Promise<Observation> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(done);
  return new Promise((resolve) => {
    const settle = (observation: Observation): void => {
      clearTimeout(timer);
      socket.off('pong', answered).off('close', answered);
      resolve(observation);
    };
    const answered = (): void => settle(done);
    const timer = setTimeout(() => settle({ kind: 'timeout', afterMs: timeoutMs }), timeoutMs);
    socket.on('pong', answered).on('close', answered);
    socket.ping();
  });
}

/** Closes politely, then for certain. */
export async function closeSocket(socket: WebSocket, graceMs: number): Promise<void> {
  if (socket.readyState === socket.CLOSED) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      socket.terminate();
      resolve();
    }, graceMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close();
  });
}
