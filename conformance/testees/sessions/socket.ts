/** What sessions over WebSockets share: frames in both directions, and a barrier that shows that a peer has read all. */
import type { WebSocket } from 'ws';
import type { Payload } from '../../model/fixture.gen.ts';
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';

export const done: Observation = { kind: 'ok' };

/** Tells `heard` of each frame, and of an end that the kit did not ask for. */
export function hearSocket(
  socket: WebSocket,
  session: string,
  heard: (event: ObservedEvent) => void,
): { readonly expectClose: () => void } {
  let closing = false;
  socket.on('message', (data: Buffer, isBinary) => {
    const frame: Payload = isBinary ? { hex: data.toString('hex') } : { text: data.toString('utf8') };
    heard({ kind: 'frame', session, frame });
  });
  socket.on('close', () => {
    if (!closing) heard({ kind: 'closed', session });
  });
  socket.on('error', () => {});
  return {
    expectClose: () => {
      closing = true;
    },
  };
}

export function sendFrame(socket: WebSocket | undefined, frame: Payload): Promise<Observation> {
  if (socket === undefined || socket.readyState !== socket.OPEN) return Promise.resolve(done);
  const data = 'hex' in frame ? Buffer.from(frame.hex, 'hex') : frame.text;
  return new Promise((resolve) => socket.send(data, { binary: 'hex' in frame }, () => resolve(done)));
}

/**
 * A ping is answered after all earlier frames were read (RFC 6455, 5.5.2: a control frame waits its turn), so its pong
 * is a barrier in both directions. A socket that is closed has nothing more to say.
 */
export function pingBarrier(socket: WebSocket | undefined, timeoutMs: number): Promise<Observation> {
  if (socket === undefined || socket.readyState !== socket.OPEN) return Promise.resolve(done);
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
export async function closeSocket(socket: WebSocket | undefined, graceMs: number): Promise<Observation> {
  if (socket === undefined || socket.readyState === socket.CLOSED) return done;
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
  return done;
}
