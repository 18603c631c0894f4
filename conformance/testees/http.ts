/**
 * A testee behind HTTP: each message is the body of a POST; the body of the response is its answer, preceded by the
 * events that it caused, one JSON object per line.
 */
import type { LinkFault, LinkListener, Testee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { parseMessage } from './exact-json.ts';
import { maxMessageBytes, maxRawExcerpt } from './limits.ts';
import { LineReader } from './line-reader.ts';

/** @param endpoint - Address that messages are posted to, `http:` or `https:`. */
export function http(endpoint: string): Transport {
  return {
    kind: 'http',
    target: endpoint,
    start: (listener) => Promise.resolve(new HttpLink(endpoint, listener)),
  };
}

class HttpLink implements Testee {
  readonly #endpoint: string;
  readonly #listener: LinkListener;
  readonly #abort = new AbortController();
  #silent = false;

  constructor(endpoint: string, listener: LinkListener) {
    this.#endpoint = endpoint;
    this.#listener = listener;
  }

  send(request: Request): void {
    this.#post(request).catch((error: Error & { cause?: Error }) => {
      const stderr = `The request failed: ${error.cause?.message ?? error.message}`;
      this.#fault({ kind: 'crashed', exit: null, signal: null, stderr });
    });
  }

  unfinishedBytes(): number {
    return 0;
  }

  stop(): Promise<void> {
    return this.kill();
  }

  kill(): Promise<void> {
    this.#silent = true;
    this.#abort.abort();
    return Promise.resolve();
  }

  async #post(request: Request): Promise<void> {
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: this.#abort.signal,
      redirect: 'error',
    });
    if (!response.ok) {
      await response.body?.cancel();
      return this.#fault({ kind: 'protocol-violation', problem: `the answer has status ${response.status}`, raw: '' });
    }
    const lines = new LineReader(maxMessageBytes, {
      line: (text, bytes) => this.#line(text, bytes),
      violation: (problem, raw) => this.#fault({ kind: 'protocol-violation', problem, raw }),
    });
    for await (const chunk of response.body ?? []) lines.push(Buffer.from(chunk));
    lines.push(Buffer.from('\n'));
  }

  #line(text: string, bytes: number): void {
    if (this.#silent) return;
    let message: unknown;
    try {
      message = parseMessage(text);
    } catch {
      const raw = text.slice(0, maxRawExcerpt);
      return this.#fault({ kind: 'protocol-violation', problem: 'the body is not JSON', raw });
    }
    this.#listener.message(message, bytes);
  }

  #fault(fault: LinkFault): void {
    if (this.#silent) return;
    this.#silent = true;
    this.#abort.abort();
    this.#listener.fault(fault);
  }
}
