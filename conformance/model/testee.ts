/** An implementation under test, as the kit reaches it: whatever the transport, messages out and messages in. */
import type { Observation, TesteeInfo } from './report.gen.ts';
import type { Answer, Event, Request } from './testee-message.gen.ts';

/** What a testee says: an answer to a request, or an event. */
export type Reply = Answer | Event;

/**
 * A testee within reach of a function call. Answers and events go to `emit`, in any order, also after the returned
 * promise is settled. What it throws counts as a crash.
 */
export interface InProcessTestee {
  handle(message: Request, emit: (reply: Reply) => void): void | Promise<void>;
}

/** How a testee ended or broke the rules; the observation is what the command that it owed is charged with. */
export type LinkFault = Extract<Observation, { kind: 'crashed' | 'protocol-violation' }>;

/** Who listens to a link. */
export interface LinkListener {
  /** A message of JSON objects, as parsed; numbers in it may be lossless. `bytes` is its size. */
  message(message: unknown, bytes: number): void;
  /** The testee is gone or unusable. Comes at most once; no message comes after it. */
  fault(fault: LinkFault): void;
}

/** A running testee. */
export interface Testee {
  send(request: Request): void;
  /** Bytes of a message that has begun to arrive and has not ended; 0 where messages arrive whole. */
  unfinishedBytes(): number;
  /** Asks it to end, waits a moment, then kills it. Leaves no process, socket or thread. Never rejects. */
  stop(): Promise<void>;
  /** Ends it at once, with all that it started. Never rejects. */
  kill(): Promise<void>;
}

/** How testees are started: once, and again after each fault. */
export interface Transport {
  readonly kind: TesteeInfo['transport'];
  /** Command, module or endpoint, for the report. */
  readonly target: string;
  /** @throws Error - When nothing can be started; the run then has no testee. */
  start(listener: LinkListener): Promise<Testee>;
}
