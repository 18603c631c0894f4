/** The kit as the server of event streams: a stream for each GET, and frames in the bodies of POSTs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, bodyOf, closeServer, listenHttp } from '../http.ts';
import { done, sessionParameter, type Ear, type Guest, type Listener, type Welcome, type Wire } from '../wire.ts';

export async function listenEventStream(welcome: Welcome, port: number): Promise<Listener> {
  const open = new Set<{ readonly session: string; readonly ear: Ear }>();
  const { server, root } = await listenHttp(port, (request, response, url) => {
    const session = url.searchParams.get(sessionParameter) ?? '';
    if (request.method === 'POST')
      return void post(request, response, [...open].find((one) => one.session === session)?.ear);
    const guest = request.method === 'GET' ? welcome(session) : undefined;
    if (guest === undefined) return answer(response, request.method === 'GET' ? 404 : 405);
    const one = { session, ear: guest.ear };
    open.add(one);
    response.on('close', () => {
      open.delete(one);
      guest.ear.end();
    });
    return stream(response, guest);
  });
  return {
    endpoint: (session) => `${root}/${session === '' ? '' : `?${sessionParameter}=${encodeURIComponent(session)}`}`,
    dispose: () => closeServer(server),
  };
}

function stream(response: ServerResponse, guest: Guest): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // A comment: readers that wait for the first byte know that the stream stands.
  response.write(':\n\n');
  guest.taken({
    send: (frame) =>
      new Promise((resolve) => {
        if (!response.writable) return resolve(done);
        return void response.write('hex' in frame ? Buffer.from(frame.hex, 'hex') : frame.text, () => resolve(done));
      }),
    barrier: () => Promise.resolve(done),
    backlogBytes: () => response.writableLength,
    close: () =>
      new Promise((resolve) => {
        if (response.closed) return resolve();
        response.once('close', resolve);
        response.end(() => response.destroy());
      }),
    terminate: () => void response.destroy(),
  } satisfies Wire);
}

async function post(request: IncomingMessage, response: ServerResponse, ear: Ear | undefined): Promise<void> {
  const body = await bodyOf(request);
  if (ear === undefined || body === undefined) return answer(response, body === undefined ? 413 : 404);
  ear.frame({ text: body.toString('utf8') });
  return answer(response, 204);
}
