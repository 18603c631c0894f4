/** A testee as a child process: a line of JSON per message on stdin and stdout, free text on stderr. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { LinkFault, LinkListener, Testee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { parseMessage } from './exact-json.ts';
import { maxMessageBytes, maxRawExcerpt, maxStderrTail, stopGraceMs } from './limits.ts';
import { LineReader } from './line-reader.ts';
import { killGroup, ProcessGroups } from './process-group.ts';

/** @param command - Program and arguments; run as they are, without a shell. */
export function stdio(command: readonly [string, ...string[]]): Transport {
  const groups = new ProcessGroups();
  return {
    kind: 'stdio',
    target: command.join(' '),
    start: async (listener) => new ProcessLink(await startProcess(command), listener, groups),
  };
}

async function startProcess([program, ...args]: readonly [string, ...string[]]): Promise<ChildProcess> {
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

class ProcessLink implements Testee {
  readonly #child: ChildProcess;
  readonly #listener: LinkListener;
  readonly #closed: Promise<void>;
  readonly #groups: ProcessGroups;
  readonly #lines: LineReader;
  #stderr = '';
  #silent = false;
  #outbox = '';

  constructor(child: ChildProcess, listener: LinkListener, groups: ProcessGroups) {
    this.#child = child;
    this.#listener = listener;
    this.#groups = groups;
    groups.add(child);
    this.#lines = new LineReader(maxMessageBytes, {
      line: (text, bytes) => this.#line(text, bytes),
      violation: (problem, raw) => this.#fault({ kind: 'protocol-violation', problem, raw }),
    });
    child.stdout!.on('data', (chunk: Buffer) => this.#silent || this.#lines.push(chunk));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-maxStderrTail);
    });
    // Writing to a process that has just died fails; its exit says all that there is to say.
    for (const stream of [child.stdin!, child.stdout!, child.stderr!]) stream.on('error', () => {});
    child.on('error', () => {});
    this.#closed = new Promise((resolve) => {
      const gone = (exit: number | null, signal: string | null): void => {
        const half = this.#lines.halfLine;
        const stderr = half === '' ? this.#stderr : `${this.#stderr}\n[half a line on stdout: ${excerpt(half)}]`;
        this.#fault({ kind: 'crashed', exit, signal, stderr });
        resolve();
      };
      child.once('close', gone);
      // A grandchild may hold the pipes open: the testee itself is gone all the same.
      child.once('exit', (exit, signal) => setTimeout(gone, 100, exit, signal).unref());
    });
  }

  send(request: Request): void {
    if (this.#outbox === '') queueMicrotask(() => this.#flush());
    this.#outbox += `${JSON.stringify(request)}\n`;
  }

  /** One write for all that was sent in this turn: system calls are dearer than bytes. */
  #flush(): void {
    const text = this.#outbox;
    this.#outbox = '';
    if (this.#child.stdin!.writable) this.#child.stdin!.write(text);
  }

  unfinishedBytes(): number {
    return this.#lines.pendingBytes;
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

  #line(text: string, bytes: number): void {
    if (this.#silent) return;
    let message: unknown;
    try {
      message = parseMessage(text);
    } catch {
      return this.#fault({ kind: 'protocol-violation', problem: 'a line is not JSON', raw: excerpt(text) });
    }
    this.#listener.message(message, bytes);
  }

  #fault(fault: LinkFault): void {
    if (this.#silent) return;
    this.#silent = true;
    this.#listener.fault(fault);
  }
}

const excerpt = (text: string): string => text.slice(0, maxRawExcerpt);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
