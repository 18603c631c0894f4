/** The kit as a Socket.IO server, to one client: takes the packets of its connection, gives a wire once it has entered. */
import { randomUUID } from 'node:crypto';
import type { Observation } from '../../../model/report.gen.ts';
import { done, type Guest, type Wire } from '../wire.ts';
import type { EngineEar, EngineSocket } from './engine.ts';
import { engine, heartbeat, isPacket, prefixOf, socketIo } from './packets.ts';

/** @returns Who hears the packets of the connection. */
export function receive(socket: EngineSocket, guest: Guest, namespace: string): EngineEar {
  const prefix = prefixOf(namespace);
  const pongs = new Set<() => void>();
  const tell = (type: string, rest = ''): Promise<void> => socket.send(`${engine.message}${type}${prefix}${rest}`);
  const beat = setInterval(() => void socket.send(engine.ping), heartbeat.pingInterval).unref();
  let state: 'new' | 'connected' | 'ended' = 'new';
  const end = (): void => {
    if (state === 'ended') return;
    const told = state === 'connected';
    state = 'ended';
    clearInterval(beat);
    for (const settle of pongs) settle();
    if (told) guest.ear.end();
  };
  const wire: Wire = {
    async send(frame) {
      await socket.send('hex' in frame ? Buffer.from(frame.hex, 'hex') : `${engine.message}${frame.text}`);
      return done;
    },
    /** A client answers a ping in its turn, so its pong is a barrier. */
    barrier: (timeoutMs) =>
      state === 'ended'
        ? Promise.resolve(done)
        : new Promise<Observation>((resolve) => {
            const settle = (observation: Observation): void => {
              clearTimeout(timer);
              pongs.delete(answered);
              resolve(observation);
            };
            const answered = (): void => settle(done);
            const timer = setTimeout(() => settle({ kind: 'timeout', afterMs: timeoutMs }), timeoutMs);
            pongs.add(answered);
            void socket.send(engine.ping);
          }),
    backlogBytes: () => socket.backlogBytes(),
    async close(graceMs) {
      if (state !== 'ended') await tell(socketIo.disconnect);
      await socket.close(graceMs);
    },
    terminate: () => socket.terminate(),
  };
  const message = (packet: string): void => {
    if (state === 'connected') {
      if (isPacket(packet, socketIo.disconnect, namespace)) return end();
      return guest.ear.frame({ text: packet });
    }
    if (isPacket(packet, socketIo.connect, namespace)) {
      state = 'connected';
      void tell(socketIo.connect, JSON.stringify({ sid: randomUUID() }));
      return guest.taken(wire);
    }
    // A client may ask for the main namespace first, and for its own then.
    const [, other = '/'] = /^0(\/[^,]*)?/.exec(packet) ?? [];
    return void socket.send(
      `${engine.message}${socketIo.connectError}${prefixOf(other)}{"message":"Invalid namespace"}`,
    );
  };
  return {
    packet(packet) {
      if (state === 'ended') return undefined;
      if (typeof packet !== 'string') return guest.ear.frame({ hex: packet.toString('hex') });
      if (packet[0] === engine.message) return message(packet.slice(1));
      if (packet === engine.pong) return pongs.forEach((settle) => settle());
      if (packet === engine.close) return socket.terminate();
      if (packet === engine.noop) return undefined;
      return guest.ear.frame({ text: `(Engine.IO) ${packet}` });
    },
    end,
  };
}
