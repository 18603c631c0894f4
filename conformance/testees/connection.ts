/**
 * A testee that has said hello: commands in, observations out. Pairs answers with commands, keeps time, routes events
 * to their sessions, and turns every broken rule of the testee protocol into one fault.
 */
import type { LinkFault, Testee, Transport } from '../model/testee.ts';
import type { Observation, ObservedEvent } from '../model/report.gen.ts';
import type { Request } from '../model/testee-message.gen.ts';
import {
  maxRawExcerpt,
  maxUnansweredBytes,
  maxUnansweredMessages,
  maxUnfinishedMs,
  unfinishedPollMs,
} from './limits.ts';
import { readMessage } from './read-message.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A request whose id the connection will choose. */
export type Ask = WithoutId<Request>;

/** Why a connection came to its end. */
export type ConnectionFault = LinkFault | Extract<Observation, { kind: 'timeout' | 'not-run' }>;

/** What came of a request: an answer, or the fault that ended the connection while it was in flight. */
export interface Outcome {
  readonly observation: Observation;
  /** Content of the answer beneath `ok`, such as hello's; undefined otherwise. */
  readonly content: unknown;
}

interface Pending {
  readonly settle: (outcome: Outcome) => void;
  readonly timer: NodeJS.Timeout;
}

export class Connection {
  readonly #pending = new Map<number, Pending>();
  readonly #sessions = new Map<string, (event: ObservedEvent) => void>();
  readonly #logs: string[] = [];
  #testee: Testee | undefined;
  #nextId = 1;
  #messages = 0;
  #bytes = 0;
  #fault: ConnectionFault | undefined;
  #killed: Promise<void> | undefined;
  readonly #onFault: () => void;

  private constructor(onFault: () => void) {
    this.#onFault = onFault;
  }

  /**
   * @param onFault - Called at the moment of the fault, before anything in flight is told.
   * @throws Error - When the transport cannot start anything.
   */
  static async open(transport: Transport, onFault: () => void): Promise<Connection> {
    const connection = new Connection(onFault);
    connection.#testee = await transport.start({
      message: (message, bytes) => connection.#receive(message, bytes),
      fault: (fault) => connection.#end(fault),
    });
    return connection;
  }

  /** Why it has ended; undefined while it stands. */
  get fault(): ConnectionFault | undefined {
    return this.#fault;
  }

  /** What the testee logged, last lines last; a help for the reader of a failure. */
  get logs(): readonly string[] {
    return this.#logs;
  }

  /** Sends a request. Settles with its answer, or with what became of the testee; never rejects. */
  request(ask: Ask, timeoutMs: number): Promise<Outcome> {
    if (this.#fault !== undefined) return Promise.resolve({ observation: this.#fault, content: undefined });
    const id = this.#nextId++;
    return new Promise((settle) => {
      const timer = setTimeout(
        () => this.#late(id, { afterMs: timeoutMs, sinceMs: performance.now(), bytes: 0 }),
        timeoutMs,
      );
      this.#pending.set(id, { settle, timer });
      this.#testee!.send({ id, ...ask } as Request);
    });
  }

  /** Hears the events of a session. @returns A function that ends this. */
  listen(session: string, listener: (event: ObservedEvent) => void): () => void {
    this.#sessions.set(session, listener);
    return () => this.#sessions.delete(session);
  }

  /** Asks the testee to stop, and leaves nothing behind. What is still in flight was not run. */
  async close(): Promise<void> {
    if (this.#fault === undefined) {
      this.#testee!.send({ id: this.#nextId++, cmd: 'stop' });
      this.#fault = { kind: 'not-run', reason: 'the run ended before it was answered' };
      this.#settleAll(this.#fault);
    }
    await (this.#killed ?? this.#testee!.stop());
  }

  #receive(message: unknown, bytes: number): void {
    if (this.#fault !== undefined) return;
    this.#messages++;
    this.#bytes += bytes;
    const incoming = readMessage(message);
    switch (incoming.kind) {
      case 'answer': {
        const pending = this.#pending.get(incoming.id);
        if (pending === undefined) return this.#violation(`no command with id ${incoming.id} is waiting`, message);
        this.#pending.delete(incoming.id);
        clearTimeout(pending.timer);
        this.#messages = 0;
        this.#bytes = 0;
        return pending.settle({ observation: incoming.observation, content: incoming.content });
      }
      case 'event': {
        const { event } = incoming;
        const listener = this.#sessions.get(event.session);
        // A closed session may still have had an event on its way; one that never was is a fault.
        if (listener === undefined) {
          if (!/^s\d+$/.test(event.session)) this.#violation(`there is no session "${event.session}"`, message);
          break;
        }
        listener(event);
        break;
      }
      case 'log':
        this.#logs.push(incoming.text.slice(0, maxRawExcerpt));
        if (this.#logs.length > 20) this.#logs.shift();
        break;
      case 'violation':
        return this.#violation(incoming.problem, message);
      default:
        return incoming satisfies never;
    }
    if (this.#messages > maxUnansweredMessages || this.#bytes > maxUnansweredBytes) {
      this.#violation(`a flood: ${this.#messages} messages, ${this.#bytes} bytes without an answer`, message);
    }
  }

  #violation(problem: string, message: unknown): void {
    this.#end({ kind: 'protocol-violation', problem, raw: excerpt(message) });
  }

  #end(fault: ConnectionFault): void {
    if (this.#fault !== undefined) return;
    this.#fault = fault;
    this.#onFault();
    this.#killed = this.#testee?.kill();
    this.#settleAll(fault);
  }

  #settleAll(observation: Observation): void {
    for (const { timer, settle } of this.#pending.values()) {
      clearTimeout(timer);
      settle({ observation, content: undefined });
    }
    this.#pending.clear();
  }

  /**
   * The kit may itself have been busy: what has arrived meanwhile is read before a testee is called late. One in the
   * middle of a message is given a little longer, so that an endless message is called that, and not a time-out.
   */
  #late(id: number, late: { readonly afterMs: number; readonly sinceMs: number; readonly bytes: number }): void {
    setImmediate(() =>
      setImmediate(() => {
        if (!this.#pending.has(id)) return;
        const bytes = this.#testee?.unfinishedBytes() ?? 0;
        const waitedMs = performance.now() - late.sinceMs;
        if (bytes <= late.bytes || waitedMs > maxUnfinishedMs) {
          const problem = `a message was begun and not ended within ${late.afterMs} ms; ${bytes} bytes of it came`;
          return this.#end(
            bytes === 0 ? { kind: 'timeout', afterMs: late.afterMs } : { kind: 'protocol-violation', problem, raw: '' },
          );
        }
        setTimeout(() => this.#late(id, { ...late, bytes }), unfinishedPollMs);
      }),
    );
  }
}

function excerpt(message: unknown): string {
  try {
    return (JSON.stringify(message) ?? String(message)).slice(0, maxRawExcerpt);
  } catch {
    return String(message).slice(0, maxRawExcerpt);
  }
}
