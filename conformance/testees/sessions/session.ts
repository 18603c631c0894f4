/** How a case's sessions reach a testee: within the testee protocol, or over sockets of their own. */
import type { Payload } from '../../model/fixture.gen.ts';
import type { Observation, ObservedEvent } from '../../model/report.gen.ts';

/** One session of one case. Each call settles with what came of it, and never rejects. */
export interface Session {
  open(): Promise<Observation>;
  deliver(frame: Payload): Promise<Observation>;
  /**
   * Settles after all earlier input was processed and its events and frames have been heard.
   * @param due - Events that should have come; waited for where nothing else tells when the peer is done.
   */
  sync(due: number): Promise<Observation>;
  close(): Promise<Observation>;
  /** Drops what is left of it, without a word to the testee. */
  abandon(): void;
}

/** Opens sessions of one kind. */
export interface SessionFactory {
  /**
   * @param name - Unique among all sessions of the connection.
   * @param heard - Told of every event and frame of the session.
   */
  create(name: string, heard: (event: ObservedEvent) => void): Session;
  /** Lets go of sockets that serve all sessions. Never rejects. */
  dispose(): Promise<void>;
}
