/** A testee as a child process: pipes, stderr, the end of it and of all that it started; what travels is the framing's affair. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { LinkFault, LinkListener, Testee } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { maxRawExcerpt, maxStderrTail, stopGraceMs } from './limits.ts';
import { killGroup, type ProcessGroups } from './process-group.ts';

/** How requests become bytes on stdin, and bytes on stdout become messages. */
export interface Framing {
  /** What one unit of it is called, such as `line`. */
  readonly unit: string;
  /** @returns Bytes or text for stdin; undefined when the request needs none. */
  write(request: Request): string | Uint8Array | undefined;
  push(chunk: Buffer): void;
  /** Length of a unit that has not ended yet. */
  readonly pendingBytes: number;
  /** A unit that has not ended yet, as text. */
  readonly half: string;
}

/** What a framing tells of. */
export interface FramingListener {
  message(message: unknown, bytes: number): void;
  /** The stream is unusable; nothing comes after it. */
  violation(problem: string, raw: string): void;
}

/** Program and arguments; run as they are, without a shell. */
export type CommandLine = readonly [string, ...string[]];

/** @throws Error - When the program cannot be started. */
export async function startProcess([program, ...args]: CommandLine): Promise<ChildProcess> {
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, so that what the testee starts ends with it.
    detached: process.platform !== 'win32',
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(error.code === 'ENOENT' ? `there is no program "${program}"` : error.message)),
    );
  });
  return child;
}

export class ProcessLink implements Testee {
  readonly #child: ChildProcess;
  readonly #listener: LinkListener;
  readonly #closed: Promise<void>;
  readonly #groups: ProcessGroups;
  readonly #framing: Framing;
  #stderr = '';
  #silent = false;
  #outbox: (string | Uint8Array)[] = [];

  constructor(
    child: ChildProcess,
    listener: LinkListener,
    { groups, framing }: { readonly groups: ProcessGroups; readonly framing: (listener: FramingListener) => Framing },
  ) {
    this.#child = child;
    this.#listener = listener;
    this.#groups = groups;
    groups.add(child);
    this.#framing = framing({
      message: (message, bytes) => this.#silent || this.#listener.message(message, bytes),
      violation: (problem, raw) => this.#fault({ kind: 'protocol-violation', problem, raw: excerpt(raw) }),
    });
    child.stdout!.on('data', (chunk: Buffer) => this.#silent || this.#framing.push(chunk));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-maxStderrTail);
    });
    // Writing to a process that has just died fails; its exit says all that there is to say.
    for (const stream of [child.stdin!, child.stdout!, child.stderr!]) stream.on('error', () => {});
    child.on('error', () => {});
    this.#closed = new Promise((resolve) => {
      const gone = (exit: number | null, signal: string | null): void => {
        const { half, unit } = this.#framing;
        const stderr = half === '' ? this.#stderr : `${this.#stderr}\n[half a ${unit} on stdout: ${excerpt(half)}]`;
        this.#fault({ kind: 'crashed', exit, signal, stderr });
        resolve();
      };
      child.once('close', gone);
      // A grandchild may hold the pipes open: the testee itself is gone all the same.
      child.once('exit', (exit, signal) => setTimeout(gone, 100, exit, signal).unref());
    });
  }

  send(request: Request): void {
    const data = this.#framing.write(request);
    if (data === undefined) return;
    if (this.#outbox.length === 0) queueMicrotask(() => this.#flush());
    this.#outbox.push(data);
  }

  /** One write for all that was sent in this turn: system calls are dearer than bytes. */
  #flush(): void {
    const data = this.#outbox.splice(0);
    if (data.length === 0 || !this.#child.stdin!.writable) return;
    const [first] = data;
    this.#child.stdin!.write(
      data.length === 1
        ? first
        : Buffer.concat(data.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
    );
  }

  unfinishedBytes(): number {
    return this.#framing.pendingBytes;
  }

  async stop(): Promise<void> {
    this.#silent = true;
    if (this.#child.stdin!.writable) {
      this.#flush();
      this.#child.stdin!.end();
    }
    await Promise.race([this.#closed, pause(stopGraceMs)]);
    await this.kill();
  }

  async kill(): Promise<void> {
    this.#silent = true;
    killGroup(this.#child);
    this.#groups.delete(this.#child);
    await Promise.race([this.#closed, pause(stopGraceMs)]);
    for (const stream of [this.#child.stdin!, this.#child.stdout!, this.#child.stderr!]) stream.destroy();
    this.#child.unref();
  }

  #fault(fault: LinkFault): void {
    if (this.#silent) return;
    this.#silent = true;
    this.#listener.fault(fault);
  }
}

const excerpt = (text: string): string => text.slice(0, maxRawExcerpt);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
