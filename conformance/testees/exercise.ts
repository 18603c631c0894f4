/** Takes the steps of a case, gives what came of each: one command after the other, on one connection. */
import type { Command, Step } from '../model/fixture.gen.ts';
import type { Observation, ObservedEvent, StepObservation } from '../model/report.gen.ts';
import type { Connection } from './connection.ts';
import type { Session, SessionFactory } from './sessions/session.ts';
import { wireData } from './wire-data.ts';

/** What a case is exercised on. */
export interface Ground {
  readonly connection: Connection;
  readonly sessions: SessionFactory;
  readonly timeoutMs: number;
  /** @returns A name that no other session of the connection has. */
  newSession(): string;
}

/** Observations of the runner after which a case has nothing more to say. */
const endings: readonly Observation['kind'][] = [
  'timeout',
  'crashed',
  'protocol-violation',
  'not-run',
  'harness-error',
];

/** Runs until the last step, or until the runner has to step in; the result is as long as what was run. */
export async function exercise(steps: readonly Step[], ground: Ground): Promise<readonly StepObservation[]> {
  const seen: StepObservation[] = [];
  const run = new Run(ground);
  for (const { command, events } of steps) {
    const due = Math.max(0, ...(events?.alternatives ?? []).map((list) => list.length));
    const observation = await run.command(command, due);
    seen.push({ observation, events: run.events.splice(0) });
    if (endings.includes(observation.kind)) break;
  }
  await run.end();
  return seen;
}

class Run {
  /** Heard since they were last taken. */
  readonly events: ObservedEvent[] = [];
  readonly #ground: Ground;
  readonly #sessions = new Map<string, { readonly session: Session; readonly name: string }>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** @param due - Events that a sync waits for, at most. */
  command(command: Command, due: number): Promise<Observation> {
    switch (command.cmd) {
      case 'transcode':
        return this.#ask({ ...command, data: wireData(command.data) });
      case 'open':
        return this.#create(command.session).open();
      case 'deliver':
        return this.#session(command.session, ({ session }) => session.deliver(command.frame));
      case 'sync':
        return this.#session(command.session, ({ session }) => session.sync(due));
      case 'close':
        return this.#session(command.session, ({ session }) => {
          this.#sessions.delete(command.session);
          return session.close();
        });
      case 'call':
      case 'inject':
        return this.#session(command.session, ({ name }) =>
          this.#ask({ ...command, session: name, args: { text: command.args } }),
        );
      case 'clock':
      case 'reset':
        return this.#ask(command);
      default:
        return command satisfies never;
    }
  }

  /** Sessions that the case has left open must not trouble the next. */
  async end(): Promise<void> {
    for (const { session } of this.#sessions.values()) {
      if (this.#ground.connection.fault === undefined) await session.close();
      session.abandon();
    }
  }

  async #ask(ask: Parameters<Connection['request']>[0]): Promise<Observation> {
    return (await this.#ground.connection.request(ask, this.#ground.timeoutMs)).observation;
  }

  #create(given: string): Session {
    const name = this.#ground.newSession();
    // Events bear the session's name within the case, so that cases stay data.
    const session = this.#ground.sessions.create(name, (event) => this.events.push({ ...event, session: given }));
    this.#sessions.set(given, { session, name });
    return session;
  }

  #session(
    given: string,
    use: (found: { readonly session: Session; readonly name: string }) => Promise<Observation>,
  ): Promise<Observation> {
    const found = this.#sessions.get(given);
    if (found !== undefined) return use(found);
    return Promise.resolve({
      kind: 'harness-error',
      message: `The case uses the session "${given}" before it is open.`,
    });
  }
}
