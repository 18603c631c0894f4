/**
 * One testee, kept alive: exercises cases on it, as many at once as it can take, starts it again after a fault, and sees
 * to it that a fault costs the one case that caused it.
 */
import type { Role, Step } from '../model/fixture.gen.ts';
import type { Observation, StepObservation } from '../model/report.gen.ts';
import type { Transport } from '../model/testee.ts';
import { Connection, type Ask } from './connection.ts';
import { exercise, type Ground } from './exercise.ts';
import { readHello, readServing, type Introduction } from './hello.ts';
import { firstHelloMs, maxFailedStarts, maxSharedFaults, nextHelloMs, sharedTimeoutShare } from './limits.ts';
import { byWebSocket, type Carrier } from '../bindings/binding.ts';
import { bareEndpoint } from './bare-endpoint.ts';
import { fromClient } from './sessions/from-client.ts';
import { inBand } from './sessions/in-band.ts';
import type { SessionFactory } from './sessions/session.ts';
import { toServer } from './sessions/to-server.ts';
import { Slots } from './slots.ts';
import { endsOf } from './wires/ends.ts';

export interface LaneOptions {
  readonly transport: Transport;
  readonly role: Role;
  readonly hello: Omit<Extract<Ask, { cmd: 'hello' }>, 'cmd' | 'versions'>;
  /** What frames travel on outside of the testee protocol; default: WebSocket. */
  readonly carrier?: Carrier | undefined;
  /** Wait for an answer, in ms. */
  readonly timeoutMs: number;
  /** Wait for the first hello, in ms; default `firstHelloMs`. */
  readonly startTimeoutMs?: number | undefined;
}

/** A testee that is ready for cases. */
interface Standing {
  readonly connection: Connection;
  readonly sessions: SessionFactory;
}

/** Capability of a client that connects to an endpoint of the kit by itself. */
const connects = 'connect';

export class Lane {
  readonly #options: LaneOptions;
  readonly #slots = new Slots(1);
  #standing: Promise<Standing | Observation> | undefined;
  #current: Standing | undefined;
  #introduction: Introduction | undefined;
  #starts = 0;
  #failedStarts = 0;
  #sharedFaults = 0;
  #activeAtFault = 0;
  #sessions = 0;
  #closed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** What the testee said of itself; undefined until it has. */
  get introduction(): Introduction | undefined {
    return this.#introduction;
  }

  /** Times the testee was started. */
  get starts(): number {
    return this.#starts;
  }

  /** Cases that may be exercised at once. */
  get capacity(): number {
    return this.#slots.capacity;
  }

  /** Starts the testee. @returns Why it cannot be started; undefined when it stands. */
  async start(): Promise<Observation | undefined> {
    const standing = await this.#stand();
    return 'connection' in standing ? undefined : standing;
  }

  /** Exercises a case. Never rejects: whatever happens is an observation. */
  async run(steps: readonly Step[]): Promise<readonly StepObservation[]> {
    const first = await this.#slots.run(() => this.#exercise(steps));
    if (first.companions <= 1) return first.seen;
    // Several cases were in flight when the testee failed: alone, each shows whether it was to blame.
    return (await this.#slots.run(() => this.#exercise(steps), true)).seen;
  }

  /** Ends the testee and all that belongs to it. Never rejects. */
  async close(): Promise<void> {
    this.#closed = true;
    const standing = await this.#standing;
    if (standing !== undefined && 'connection' in standing) await retire(standing);
  }

  async #exercise(
    steps: readonly Step[],
  ): Promise<{ readonly seen: readonly StepObservation[]; readonly companions: number }> {
    const standing = await this.#stand();
    if (!('connection' in standing)) return { seen: [{ observation: standing, events: [] }], companions: 1 };
    const { connection, sessions } = standing;
    const share = this.#slots.taken > 1 ? sharedTimeoutShare : 1;
    const ground: Ground = {
      connection,
      sessions,
      timeoutMs: Math.round(this.#options.timeoutMs * share),
      newSession: () => `s${++this.#sessions}`,
    };
    const seen = await exercise(steps, ground);
    const fault = connection.fault;
    if (fault === undefined || fault.kind === 'not-run') return { seen, companions: 1 };
    const companions = this.#activeAtFault;
    await this.#drop(standing);
    // A testee that answers and fails in one breath is as much at fault as one that fails first.
    const charged =
      seen.at(-1)?.observation === fault ? seen : [...seen.slice(0, -1), { observation: fault, events: [] }];
    return { seen: charged, companions };
  }

  /** The testee, started when there is none. A fault outside any case, and a start that fails, are charged to one case. */
  async #stand(): Promise<Standing | Observation> {
    for (;;) {
      if (this.#closed) return { kind: 'not-run', reason: 'the run was interrupted' };
      if (this.#failedStarts >= maxFailedStarts) {
        return { kind: 'not-run', reason: `the testee could not be started ${maxFailedStarts} times in a row` };
      }
      this.#standing ??= this.#start();
      const starting = this.#standing;
      const standing = await starting;
      const charged = this.#standing === starting;
      if (!('connection' in standing)) {
        if (charged) this.#standing = undefined;
        if (charged) return standing;
        continue;
      }
      const fault = standing.connection.fault;
      if (fault === undefined) return standing;
      await this.#drop(standing);
      if (charged && this.#activeAtFault === 0) return fault;
    }
  }

  /** Forgets a testee that failed, once, and waits until nothing is left of it. */
  async #drop(standing: Standing): Promise<void> {
    if (this.#current === standing) {
      this.#current = undefined;
      this.#standing = undefined;
      if (this.#activeAtFault > 1 && ++this.#sharedFaults >= maxSharedFaults) this.#slots.resize(1);
    }
    await retire(standing);
  }

  async #start(): Promise<Standing | Observation> {
    const standing = await this.#introduce();
    if ('connection' in standing) {
      this.#failedStarts = 0;
      this.#current = standing;
    } else {
      this.#failedStarts++;
    }
    return standing;
  }

  async #introduce(): Promise<Standing | Observation> {
    const { transport, hello, role } = this.#options;
    const first = this.#starts++ === 0;
    let connection: Connection;
    try {
      connection = await Connection.open(transport, () => {
        this.#activeAtFault = this.#slots.taken;
      });
    } catch (error) {
      return { kind: 'not-run', reason: `the testee cannot be started: ${(error as Error).message}` };
    }
    const helloMs = first ? (this.#options.startTimeoutMs ?? firstHelloMs) : nextHelloMs;
    const refuse = async (observation: Observation): Promise<Observation> => {
      await connection.close();
      return observation;
    };
    const { observation, content } = await connection.request({ cmd: 'hello', versions: [1], ...hello }, helloMs);
    if (observation.kind !== 'ok') return refuse(startFault('hello', observation));
    const introduction = readHello(content);
    if (typeof introduction === 'string') {
      return refuse({ kind: 'protocol-violation', problem: introduction, raw: JSON.stringify(content) ?? '' });
    }
    if (!introduction.roles.includes(role)) {
      return refuse({ kind: 'not-run', reason: `the testee does not offer the role "${role}"` });
    }
    let endpoint: string | undefined = '';
    if (role === 'server') {
      const serving = await connection.request({ cmd: 'serve', config: { binding: hello.binding } }, helloMs);
      if (serving.observation.kind !== 'ok') return refuse(startFault('serve', serving.observation));
      endpoint = readServing(serving.content);
      if (endpoint === undefined) {
        return refuse({ kind: 'protocol-violation', problem: 'serve was answered with a wrong endpoint', raw: '' });
      }
    }
    if (this.#introduction === undefined) this.#slots.resize(introduction.concurrency);
    this.#introduction ??= introduction;
    const { caps } = introduction;
    return { connection, sessions: await this.#sessionsOn(connection, endpoint, caps) };
  }

  /** @param endpoint - Of a server that listens by itself; `''` otherwise. */
  async #sessionsOn(connection: Connection, endpoint: string, caps: readonly string[]): Promise<SessionFactory> {
    const { role, timeoutMs, carrier = byWebSocket } = this.#options;
    if (endpoint !== '') {
      const bare = caps.includes(bareEndpoint);
      return toServer(connection, { endpoint, bare, ends: await endsOf(carrier) }, timeoutMs);
    }
    if (role !== 'client' || !caps.includes(connects)) return inBand(connection, timeoutMs);
    return fromClient(connection, await endsOf(carrier), timeoutMs);
  }
}

/** A start that came to nothing, named for what it is. */
function startFault(command: string, observation: Observation): Observation {
  switch (observation.kind) {
    case 'timeout':
    case 'crashed':
    case 'protocol-violation':
    case 'not-run':
    case 'harness-error':
      return observation;
    default: {
      const raw = JSON.stringify(observation).slice(0, 300);
      return { kind: 'protocol-violation', problem: `${command} was answered with "${observation.kind}"`, raw };
    }
  }
}

async function retire({ connection, sessions }: Standing): Promise<void> {
  await Promise.all([connection.close(), sessions.dispose()]);
}
