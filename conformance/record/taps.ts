/** What sees the copies of all that passes a proxy. */
import type { IncomingHttpHeaders } from 'node:http';

export type Direction = 'from-client' | 'from-server';

/** Where copies go. None of it may throw. */
export interface Taps {
  /** A request begins. @returns What sees the body of it, or of its response; undefined: nobody wants to. */
  body(direction: Direction, message: BodyHead): ((chunk: Buffer | undefined) => void) | undefined;
  /** A connection became a WebSocket. @returns What sees the bytes of one direction, as they travel. */
  socket(direction: Direction, path: string): (chunk: Buffer) => void;
  /** The server cannot be reached, or a connection to it breaks. */
  failed(problem: string): void;
}

/** What is known of a body before it comes. */
export interface BodyHead {
  readonly method: string;
  /** Path and query, as the client asked. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}
