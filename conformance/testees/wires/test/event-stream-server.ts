/** A small server of event streams, as one would write it by hand: what is posted is sent on to every stream. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the tests change in it. */
export interface StreamServerOptions {
  /** Gives the block for what was posted; undefined: it is dropped. Default: the body as it came. */
  readonly echo?: (body: string) => string | undefined;
  /** Sent to each stream at its start. Default: a comment. */
  readonly greeting?: string | Uint8Array;
  readonly contentType?: string;
}

/** Takes frames at `/messages`; its streams are at `/events`. */
export async function eventStreamServer(
  options: StreamServerOptions = {},
): Promise<{ readonly endpoint: string; readonly close: () => Promise<void> }> {
  const { echo = (body) => body, greeting = ': welcome\n\n', contentType = 'text/event-stream' } = options;
  const streams = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    if (request.method === 'GET' && request.url === '/events') {
      streams.add(response);
      response.on('close', () => streams.delete(response));
      response.writeHead(200, { 'content-type': contentType });
      return void response.write(greeting);
    }
    if (request.method !== 'POST' || request.url !== '/messages') return void response.writeHead(404).end();
    let body = '';
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString('utf8');
    const block = echo(body);
    if (block !== undefined) for (const stream of streams) stream.write(block);
    return void response.writeHead(block === undefined ? 400 : 202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
