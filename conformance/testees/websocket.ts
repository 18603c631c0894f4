/** A testee behind a WebSocket server: a text frame per message. It lives on between runs, so a fault only reconnects. */
import type { WebSocket } from 'ws';
import type { LinkFault, LinkListener, Testee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { parseMessage } from './exact-json.ts';
import { maxMessageBytes, maxRawExcerpt, nextHelloMs, stopGraceMs } from './limits.ts';

/** @param endpoint - Address of the testee, `ws:` or `wss:`. */
export function webSocket(endpoint: string): Transport {
  return {
    kind: 'websocket',
    target: endpoint,
    async start(listener) {
      const ws = await import('ws');
      const socket = new ws.WebSocket(endpoint, {
        handshakeTimeout: nextHelloMs,
        maxPayload: maxMessageBytes,
        perMessageDeflate: false,
      });
      const link = new SocketLink(socket, listener);
      await new Promise<void>((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', (error) => reject(new Error(`no connection to ${endpoint}: ${error.message}`)));
      });
      return link;
    },
  };
}

class SocketLink implements Testee {
  readonly #socket: WebSocket;
  readonly #listener: LinkListener;
  #silent = false;

  constructor(socket: WebSocket, listener: LinkListener) {
    this.#socket = socket;
    this.#listener = listener;
    socket.on('message', (data: Buffer, isBinary) => this.#message(data, isBinary));
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code === undefined || !error.code.startsWith('WS_ERR')) return;
      this.#fault({ kind: 'protocol-violation', problem: `a frame is malformed: ${error.message}`, raw: '' });
    });
    socket.on('close', (code) => {
      const stderr = `The connection was closed with code ${code}.`;
      this.#fault({ kind: 'crashed', exit: null, signal: null, stderr });
    });
  }

  send(request: Request): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(request));
  }

  unfinishedBytes(): number {
    return 0;
  }

  async stop(): Promise<void> {
    this.#silent = true;
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
    this.#socket.close();
    if (this.#socket.readyState !== this.#socket.CLOSED) await Promise.race([closed, pause(stopGraceMs)]);
    await this.kill();
  }

  kill(): Promise<void> {
    this.#silent = true;
    this.#socket.terminate();
    return Promise.resolve();
  }

  #message(data: Buffer, isBinary: boolean): void {
    if (this.#silent) return;
    const text = data.toString('utf8');
    const raw = text.slice(0, maxRawExcerpt);
    if (isBinary) return this.#fault({ kind: 'protocol-violation', problem: 'a frame is binary, not text', raw });
    let message: unknown;
    try {
      message = parseMessage(text);
    } catch {
      return this.#fault({ kind: 'protocol-violation', problem: 'a frame is not JSON', raw });
    }
    this.#listener.message(message, data.length);
  }

  #fault(fault: LinkFault): void {
    if (this.#silent) return;
    this.#silent = true;
    this.#listener.fault(fault);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
