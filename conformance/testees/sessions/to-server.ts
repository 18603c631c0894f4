/** Sessions of a server under test: for each of them the kit connects to the server as a client. */
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';
import type { Connection } from '../connection.ts';
import { stopGraceMs } from '../limits.ts';
import type { Ends } from '../wires/ends.ts';
import { done, sessionParameter, type Ear, type Wire } from '../wires/wire.ts';
import { awaiting } from './awaiting.ts';
import { earOf } from './ear-of.ts';
import type { Session, SessionFactory } from './session.ts';

/** How a server is reached. */
export interface Serving {
  readonly endpoint: string;
  /** There is no adapter beside it. */
  readonly bare: boolean;
  readonly ends: Ends;
}

/**
 * @param serving - Address that the server gave; the session's name is added as `?session=NAME`, unless the server has no
 *   adapter: then it is left alone, and what it should send is waited for, as nobody tells when it is done.
 */
export function toServer(connection: Connection, serving: Serving, timeoutMs: number): SessionFactory {
  const { endpoint, bare, ends } = serving;
  const open = new Set<Wire>();
  let disposed = false;
  const connect = async (session: string, ear: Ear): Promise<Wire> => {
    const address = new URL(endpoint);
    if (!bare) address.searchParams.set(sessionParameter, session);
    const wire = await ends.dial(address, ear, timeoutMs);
    if (disposed) wire.terminate();
    open.add(wire);
    return wire;
  };
  return {
    create(name, heard) {
      const session = (listener: typeof heard): Session =>
        serverSession({
          name,
          heard: listener,
          connection,
          timeoutMs,
          connect: (ear) => connect(name, ear),
          gone: (wire) => open.delete(wire),
        });
      return bare || !ends.hasBarrier ? awaiting(session, heard, timeoutMs) : session(heard);
    },
    dispose() {
      disposed = true;
      for (const wire of open) wire.terminate();
      return Promise.resolve();
    },
  };
}

function serverSession(given: {
  readonly name: string;
  readonly heard: (event: ObservedEvent) => void;
  readonly connection: Connection;
  readonly timeoutMs: number;
  readonly connect: (ear: Ear) => Promise<Wire>;
  readonly gone: (wire: Wire) => void;
}): Session {
  const { name, heard, connection, timeoutMs } = given;
  const forget = connection.listen(name, heard);
  const { ear, expectEnd } = earOf(name, heard);
  let wire: Wire | undefined;
  const barrier = (): Promise<Observation> => wire?.barrier(timeoutMs) ?? Promise.resolve(done);
  return {
    async open() {
      try {
        wire = await given.connect(ear);
        return done;
      } catch (error) {
        return { kind: 'protocol-violation', problem: `a client cannot connect: ${(error as Error).message}`, raw: '' };
      }
    },
    deliver: (frame) => wire?.send(frame) ?? Promise.resolve(done),
    async sync() {
      const read = await barrier();
      if (read.kind !== 'ok') return read;
      const { observation } = await connection.request({ cmd: 'sync', session: name }, timeoutMs);
      const written = await barrier();
      return written.kind === 'ok' ? observation : written;
    },
    async close() {
      expectEnd();
      forget();
      await wire?.close(stopGraceMs);
      if (wire !== undefined) given.gone(wire);
      return done;
    },
    abandon() {
      expectEnd();
      forget();
      wire?.terminate();
      if (wire !== undefined) given.gone(wire);
    },
  };
}
