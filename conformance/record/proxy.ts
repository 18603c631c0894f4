/** A WebSocket proxy on this machine: messages pass through as they are, in both directions, and are shown on the way. */
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawData, WebSocket } from 'ws';

export type Direction = 'from-client' | 'from-server';

export interface Proxy {
  readonly port: number;
  close(): Promise<void>;
}

export interface Watcher {
  /** Given each message as it passes. Must not throw. */
  show(direction: Direction, data: Buffer, isBinary: boolean): void;
  /** Told when the server cannot be reached, or a connection to it breaks. */
  failed(problem: string): void;
}

/** Largest message that passes, in bytes. */
const maxPayload = 64 * 1024 * 1024;
/** Bytes that wait for a slow side before the other is no longer read. */
const maxBacklogBytes = 8 * 1024 * 1024;
/** Headers that say who the client is; the rest belongs to one connection alone. */
const passed = ['authorization', 'cookie', 'origin', 'user-agent'] as const;

/**
 * @param to - Where connections lead; path and query of the client are put to it.
 */
export async function startProxy(listen: number, to: URL, watcher: Watcher): Promise<Proxy> {
  const { WebSocket: Client, WebSocketServer } = await import('ws');
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: listen,
    maxPayload,
    perMessageDeflate: false,
    // The first that the client offers: what the server itself would choose is not known yet.
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  server.on('connection', (client, request) => {
    const upstream = new Client(addressOf(to, request), protocolsOf(request), {
      headers: headersOf(request),
      maxPayload,
      perMessageDeflate: false,
    });
    // Nothing of the client is read before there is someone to give it to.
    client.pause();
    upstream.on('open', () => client.resume());
    upstream.on('error', ({ message }) => watcher.failed(message));
    pass(client, upstream, (data, isBinary) => watcher.show('from-client', data, isBinary));
    pass(upstream, client, (data, isBinary) => watcher.show('from-server', data, isBinary));
  });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}

function pass(from: WebSocket, to: WebSocket, show: (data: Buffer, isBinary: boolean) => void): void {
  from.on('message', (raw: RawData, isBinary) => {
    const data = bytesOf(raw);
    show(data, isBinary);
    if (to.readyState !== to.OPEN) return;
    to.send(data, { binary: isBinary }, () => {
      if (from.isPaused && to.bufferedAmount < maxBacklogBytes) from.resume();
    });
    if (to.bufferedAmount > maxBacklogBytes) from.pause();
  });
  from.on('close', (code, reason) => {
    // Codes that no side may send; RFC 6455 section 7.4.1.
    if (to.readyState !== to.OPEN || code === 1005 || code === 1006 || code === 1015) to.close();
    else to.close(code, reason);
  });
  from.on('error', () => {
    from.terminate();
    to.terminate();
  });
}

const bytesOf = (raw: RawData): Buffer =>
  Array.isArray(raw) ? Buffer.concat(raw) : Buffer.isBuffer(raw) ? raw : Buffer.from(raw);

/** The client's path below that of the target. */
function addressOf(to: URL, { url = '/' }: IncomingMessage): URL {
  const asked = new URL(url, 'ws://client.invalid');
  const address = new URL(to);
  if (asked.pathname !== '/') address.pathname = `${to.pathname.replace(/\/$/, '')}${asked.pathname}`;
  if (asked.search !== '') address.search = asked.search;
  return address;
}

const protocolsOf = ({ headers }: IncomingMessage): string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(passed.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
