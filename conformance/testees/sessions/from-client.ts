/** Sessions of a client under test that connects by itself: the kit is the server. */
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';
import type { Connection } from '../connection.ts';
import { stopGraceMs } from '../limits.ts';
import type { Ends } from '../wires/ends.ts';
import { done, type Guest, type Wire } from '../wires/wire.ts';
import { awaiting } from './awaiting.ts';
import { earOf } from './ear-of.ts';
import type { Session, SessionFactory } from './session.ts';

/** Listens on a free port of this machine alone. */
export async function fromClient(connection: Connection, ends: Ends, timeoutMs: number): Promise<SessionFactory> {
  const waiting = new Map<string, Guest>();
  const listener = await ends.listen((session) => {
    const guest = waiting.get(session);
    waiting.delete(session);
    return guest;
  }, 0);
  return {
    create(name, heard) {
      const session = (listen: typeof heard): Session =>
        clientSession({
          name,
          heard: listen,
          connection,
          timeoutMs,
          endpoint: listener.endpoint(name),
          expect: (guest) => waiting.set(name, guest),
        });
      return ends.hasBarrier ? session(heard) : awaiting(session, heard, timeoutMs);
    },
    dispose: () => listener.dispose(),
  };
}

function clientSession(given: {
  readonly name: string;
  readonly heard: (event: ObservedEvent) => void;
  readonly connection: Connection;
  readonly timeoutMs: number;
  readonly endpoint: string;
  readonly expect: (guest: Guest) => void;
}): Session {
  const { name, heard, connection, timeoutMs, endpoint } = given;
  const forget = connection.listen(name, heard);
  const { ear, expectEnd } = earOf(name, heard);
  let wire: Wire | undefined;
  return {
    async open(): Promise<Observation> {
      const arrived = new Promise<void>((resolve) =>
        given.expect({
          ear,
          taken(taken) {
            wire = taken;
            resolve();
          },
        }),
      );
      const { observation } = await connection.request({ cmd: 'open', session: name, endpoint }, timeoutMs);
      if (observation.kind !== 'ok') return observation;
      return within(arrived, timeoutMs, observation);
    },
    deliver: (frame) => wire?.send(frame) ?? Promise.resolve(done),
    async sync() {
      const read = (await wire?.barrier(timeoutMs)) ?? done;
      if (read.kind !== 'ok') return read;
      return (await connection.request({ cmd: 'sync', session: name }, timeoutMs)).observation;
    },
    async close() {
      expectEnd();
      const { observation } = await connection.request({ cmd: 'close', session: name }, timeoutMs);
      forget();
      await wire?.close(stopGraceMs);
      return observation;
    },
    abandon() {
      expectEnd();
      forget();
      wire?.terminate();
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
