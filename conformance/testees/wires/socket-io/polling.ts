/**
 * Engine.IO by HTTP long polling, with which most clients begin: packets wait until a GET fetches them, and come in the
 * bodies of POSTs. Source: The Engine.IO protocol, revision 4, "HTTP long-polling".
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, bodyOf } from '../http.ts';
import type { EngineEar, EngineSocket } from './engine.ts';
import { engine } from './packets.ts';

/** U+001E parts the packets of a body. */
const separator = '\u001e';

export class Polling implements EngineSocket {
  #ear: EngineEar | undefined;
  #queue: string[] = [];
  #poll: ServerResponse | undefined;
  #ended = false;

  /** @param ear - Hears the connection from now on. */
  hear(ear: EngineEar): void {
    this.#ear = ear;
  }

  send(packet: string | Buffer): Promise<void> {
    if (!this.#ended) this.#queue.push(typeof packet === 'string' ? packet : `b${packet.toString('base64')}`);
    this.#flush();
    return Promise.resolve();
  }

  backlogBytes(): number {
    return this.#queue.reduce((bytes, packet) => bytes + packet.length, 0);
  }

  /** A poll is let go once all was fetched, or the time is over. */
  async close(graceMs: number): Promise<void> {
    void this.send(engine.close);
    const until = performance.now() + graceMs;
    while (this.#queue.length > 0 && !this.#ended && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    this.terminate();
  }

  terminate(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#poll !== undefined) answer(this.#poll, 200, engine.noop);
    this.#poll = undefined;
    this.#ear?.end();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#ended) return answer(response, 400, 'the session has ended');
    if (request.method === 'GET') return this.#wait(response);
    const body = await bodyOf(request);
    if (body === undefined) {
      answer(response, 413);
      return this.terminate();
    }
    answer(response, 200, 'ok');
    for (const packet of body.toString('utf8').split(separator)) {
      this.#ear?.packet(packet[0] === 'b' ? Buffer.from(packet.slice(1), 'base64') : packet);
    }
  }

  #wait(response: ServerResponse): void {
    if (this.#poll !== undefined) {
      answer(response, 400, 'two polls at once');
      return this.terminate();
    }
    this.#poll = response;
    response.on('close', () => {
      if (this.#poll !== response) return;
      this.#poll = undefined;
      this.terminate();
    });
    return this.#flush();
  }

  #flush(): void {
    if (this.#poll === undefined || this.#queue.length === 0) return;
    const poll = this.#poll;
    this.#poll = undefined;
    answer(poll, 200, this.#queue.splice(0).join(separator));
  }
}

/** Wait between two looks at whether all was fetched, in ms. */
const pollMs = 5;
