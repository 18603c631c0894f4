/** Sessions whose frames travel within the testee protocol: no socket, no delay, the same order every time. */
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';
import type { Ask, Connection } from '../connection.ts';
import { wireData } from '../wire-data.ts';
import type { Session, SessionFactory } from './session.ts';

export function inBand(connection: Connection, timeoutMs: number): SessionFactory {
  return {
    create: (name, heard) => inBandSession(connection, timeoutMs, { name, heard }),
    dispose: () => Promise.resolve(),
  };
}

function inBandSession(
  connection: Connection,
  timeoutMs: number,
  { name: session, heard }: { readonly name: string; readonly heard: (event: ObservedEvent) => void },
): Session {
  const ask = async (request: Ask): Promise<Observation> => (await connection.request(request, timeoutMs)).observation;
  const forget = connection.listen(session, heard);
  return {
    open: () => ask({ cmd: 'open', session }),
    deliver: (frame) => ask({ cmd: 'deliver', session, frame: wireData(frame) }),
    sync: () => ask({ cmd: 'sync', session }),
    close: () => ask({ cmd: 'close', session }).finally(forget),
    abandon: forget,
  };
}
