/**
 * The kit as a Socket.IO client, over WebSocket from the first byte: handshake, namespace, answers to pings. What a server
 * sends beside is heard as it is, legal or not.
 */
import type { WebSocket } from 'ws';
import { closeSocket, dialSocket, frameOf, pingBarrier, sendOn } from '../websocket.ts';
import type { Dial, Ear, Wire } from '../wire.ts';
import { defaultPath, engine, faultOfHandshake, isPacket, prefixOf, socketIo } from './packets.ts';

/** @param namespace - `/` for the main one. */
export const dialSocketIo =
  (namespace: string): Dial =>
  async (address, ear, timeoutMs) => {
    const socket = dialSocket(engineAddress(address), timeoutMs);
    const prefix = prefixOf(namespace);
    try {
      await connected({ socket, namespace, ear, timeoutMs });
    } catch (error) {
      socket.terminate();
      throw error;
    }
    return {
      send: (frame) =>
        sendOn(socket, 'hex' in frame ? Buffer.from(frame.hex, 'hex') : `${engine.message}${frame.text}`),
      // Engine.IO has servers alone ask for a sign of life, so a client asks by the ping of WebSocket.
      barrier: (limitMs) => pingBarrier(socket, limitMs),
      backlogBytes: () => socket.bufferedAmount,
      async close(graceMs) {
        await sendOn(socket, `${engine.message}${socketIo.disconnect}${prefix}`);
        await closeSocket(socket, graceMs);
      },
      terminate: () => socket.terminate(),
    } satisfies Wire;
  };

/** The path of the address is where Socket.IO is mounted; its query goes along. */
function engineAddress(given: URL): URL {
  const address = new URL(given);
  if (address.pathname === '/') address.pathname = defaultPath;
  address.searchParams.set('EIO', '4');
  address.searchParams.set('transport', 'websocket');
  return address;
}

/** Settles when the namespace is entered. */
function connected(given: {
  readonly socket: WebSocket;
  readonly namespace: string;
  readonly ear: Ear;
  readonly timeoutMs: number;
}): Promise<void> {
  const { socket, namespace, ear, timeoutMs } = given;
  return new Promise((resolve, reject) => {
    let state: 'new' | 'greeted' | 'connected' | 'ended' = 'new';
    const fail = (problem: string): void => {
      clearTimeout(timer);
      reject(new Error(problem));
    };
    const timer = setTimeout(() => fail(`no answer to its CONNECT within ${timeoutMs} ms`), timeoutMs);
    const end = (): void => {
      if (state === 'ended') return;
      state = 'ended';
      fail('the server ends the connection');
      ear.end();
    };
    const message = (packet: string): void => {
      const { connect, connectError, disconnect } = socketIo;
      if (state === 'greeted' && isPacket(packet, connect, namespace)) {
        state = 'connected';
        clearTimeout(timer);
        return resolve();
      }
      if (state === 'greeted' && isPacket(packet, connectError, namespace)) {
        return fail(`the namespace "${namespace}" is refused: ${packet.slice(0, 200)}`);
      }
      if (isPacket(packet, disconnect, namespace)) return end();
      return ear.frame({ text: packet });
    };
    const text = (data: string): void => {
      const [type, rest] = [data[0], data.slice(1)];
      if (state === 'new') {
        const fault = type === engine.open ? faultOfHandshake(rest) : `it begins with ${JSON.stringify(data)}`;
        if (fault !== undefined) return fail(fault);
        state = 'greeted';
        return socket.send(`${engine.message}${socketIo.connect}${prefixOf(namespace)}`);
      }
      if (type === engine.message) return message(rest);
      if (type === engine.ping) return socket.send(`${engine.pong}${rest}`);
      if (data === engine.close) return end();
      if (data === engine.noop) return undefined;
      return ear.frame({ text: `(Engine.IO) ${data}` });
    };
    socket.on('message', (data: Buffer, isBinary) => {
      if (state === 'ended') return;
      const frame = frameOf(data, isBinary);
      if ('hex' in frame) ear.frame(frame);
      else text(frame.text);
    });
    socket.on('close', end);
    socket.on('error', (error) => fail(error.message));
  });
}
