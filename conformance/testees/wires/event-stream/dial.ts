/**
 * The kit as the reader of an event stream; what it sends goes in the bodies of POSTs. Source: HTML Living Standard, 9.2
 * (Server-sent events).
 */
import { createParser } from 'eventsource-parser';
import type { Observation } from '../../../model/report.gen.ts';
import { maxMessageBytes } from '../../limits.ts';
import { done, sessionParameter, type Dial, type Ear, type Wire } from '../wire.ts';

/** What a server answers to a POST that it takes nobody's word by. */
const takesNone: readonly number[] = [404, 405, 501];

/** @param post - Where frames are posted to, from the stream's address on; undefined: to that address itself. */
export const dialEventStream =
  (post: string | undefined): Dial =>
  async (address, ear, timeoutMs) => {
    const ending = new AbortController();
    const late = setTimeout(() => ending.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    let response: Response;
    try {
      response = await fetch(address, { headers: { accept: streamType }, signal: ending.signal, redirect: 'error' });
    } catch (error) {
      throw new Error(causeOf(error), { cause: error });
    } finally {
      clearTimeout(late);
    }
    const type = response.headers.get('content-type') ?? '';
    if (response.status !== 200 || !type.toLowerCase().startsWith(streamType)) {
      ending.abort();
      throw new Error(`the answer has status ${response.status} and the type "${type}", not 200 and ${streamType}`);
    }
    const reading = read(response, ear);
    const to = postAddress(address, post);
    return {
      send: (frame) => postFrame(to, 'hex' in frame ? Buffer.from(frame.hex, 'hex') : frame.text, timeoutMs),
      barrier: () => Promise.resolve(done),
      backlogBytes: () => 0,
      async close() {
        ending.abort();
        await reading;
      },
      terminate: () => ending.abort(),
    } satisfies Wire;
  };

const streamType = 'text/event-stream';

function postAddress(address: URL, post: string | undefined): URL {
  if (post === undefined) return address;
  const to = new URL(post, address);
  const session = address.searchParams.get(sessionParameter);
  if (session !== null) to.searchParams.set(sessionParameter, session);
  return to;
}

/** Until the stream ends. Never rejects. */
async function read(response: Response, ear: Ear): Promise<void> {
  let unread = 0;
  const parser = createParser({
    onEvent({ event, data }) {
      unread = 0;
      const lines = data.split('\n').map((line) => `data: ${line}\n`);
      ear.frame({ text: `${event === undefined ? '' : `event: ${event}\n`}${lines.join('')}\n` });
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of response.body ?? []) {
      unread += chunk.length;
      // A block without end is no frame, and would be kept for ever.
      if (unread > maxMessageBytes) break;
      parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
    }
  } catch (error) {
    if (error instanceof TypeError && (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      ear.frame({ text: '(a stream that is not UTF-8)' });
    }
  }
  await response.body?.cancel().catch(() => {});
  ear.end();
}

/** That a server refuses a frame is its affair, as it is over other carriers; that it takes none at all is not. */
async function postFrame(to: URL, body: string | Buffer, timeoutMs: number): Promise<Observation> {
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': streamType },
      body: typeof body === 'string' ? body : new Uint8Array(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    await response.body?.cancel();
    if (!takesNone.includes(response.status)) return done;
    const message = `a POST to ${to.pathname} is answered with ${response.status}`;
    return { kind: 'reject', stage: 'protocol', code: `http-${response.status}`, message };
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? { kind: 'timeout', afterMs: timeoutMs } : done;
  }
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: Error };
  return cause?.message ?? message;
}
