/** A testee as a module of the user's, in a thread of its own: a hang or a crash in it costs one case, not the run. */
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { LinkFault, LinkListener, Testee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { maxStderrTail } from './limits.ts';
import type { FromHost, HostData } from './module-host.ts';

/** @param file - Absolute path of a module that exports `handle(message, emit)`, by name or on its default export. */
export function moduleFile(file: string): Transport {
  return {
    kind: 'module',
    target: path.basename(file),
    async start(listener) {
      const { Worker } = await import('node:worker_threads');
      const workerData: HostData = { file };
      // Threads run compiled code, also when the kit itself runs from source.
      const host = path.join(packageRoot(), 'dist/conformance/testees/module-host.js');
      return new ThreadLink(new Worker(host, { workerData, stdout: true, stderr: true }), listener);
    },
  };
}

class ThreadLink implements Testee {
  readonly #worker: Worker;
  readonly #listener: LinkListener;
  #stderr = '';
  #silent = false;

  constructor(worker: Worker, listener: LinkListener) {
    this.#worker = worker;
    this.#listener = listener;
    // What a module prints is for its author; stdout is the kit's.
    worker.stdout.resume();
    worker.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-maxStderrTail);
    });
    worker.on('message', (batch: FromHost) => {
      for (const { json, value } of batch) {
        if (!this.#silent) listener.message(value, json);
      }
    });
    worker.on('messageerror', () => {
      this.#fault({ kind: 'protocol-violation', problem: 'a message cannot be copied between threads', raw: '' });
    });
    worker.on('error', (error) => this.#crash(error.stack ?? error.message, null));
    worker.on('exit', (code) => this.#crash(this.#stderr, code));
  }

  send(request: Request): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(request);
  }

  unfinishedBytes(): number {
    return 0;
  }

  stop(): Promise<void> {
    return this.kill();
  }

  async kill(): Promise<void> {
    this.#silent = true;
    await this.#worker.terminate();
  }

  #crash(text: string, exit: number | null): void {
    this.#fault({ kind: 'crashed', exit, signal: null, stderr: text.slice(-maxStderrTail) });
  }

  #fault(fault: LinkFault): void {
    if (this.#silent) return;
    this.#silent = true;
    this.#listener.fault(fault);
  }
}
