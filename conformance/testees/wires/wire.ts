/** Connections that carry frames, whatever they travel on; the kit is at one end of each, as the client or as the server. */
import type { Payload } from '../../model/fixture.gen.ts';
import type { Observation } from '../../model/report.gen.ts';

/** Who hears what the peer does. */
export interface Ear {
  frame(frame: Payload): void;
  /** The connection has ended. Comes at most once; no frame comes after it. */
  end(): void;
}

/** One connection. Its calls never reject; one that has ended has nothing more to say and takes all without a word. */
export interface Wire {
  /** Settles when the frame is on its way. */
  send(frame: Payload): Promise<Observation>;
  /** Settles once the peer has read all that was sent, and all that it sent before was heard; where there is a sign of that. */
  barrier(timeoutMs: number): Promise<Observation>;
  /** Bytes that wait for a peer that does not read. */
  backlogBytes(): number;
  /** Closes politely, after `graceMs` for certain. */
  close(graceMs: number): Promise<void>;
  terminate(): void;
}

/**
 * Connects to a server. What the server says at once is heard before the promise is settled, or after.
 * @throws Error - Saying why no connection came about.
 */
export type Dial = (address: URL, ear: Ear, timeoutMs: number) => Promise<Wire>;

/** A peer that a listener has been told to let in. */
export interface Guest {
  readonly ear: Ear;
  /** Called once, when the connection stands. */
  readonly taken: (wire: Wire) => void;
}

/** @returns Undefined for a session that nobody waits for: it is turned away. */
export type Welcome = (session: string) => Guest | undefined;

/** A server of the kit's own, on this machine alone. */
export interface Listener {
  /** @param session - Told back to `Welcome` when the peer connects; `''` for none. */
  endpoint(session: string): string;
  /** Ends every connection, and listens no more. Never rejects. */
  dispose(): Promise<void>;
}

/**
 * @param port - 0 for a free one.
 * @throws Error - When the port is taken.
 */
export type Listen = (welcome: Welcome, port: number) => Promise<Listener>;

export const done: Observation = { kind: 'ok' };

/** How a listener's address names the session. */
export const sessionParameter = 'session';
