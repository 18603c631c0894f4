/** A proxy of HTTP and WebSocket on this machine: all bytes pass as they are, and taps are given a copy of them. */
import {
  createServer,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Taps } from './taps.ts';
import { carryUpgrade } from './upgrade.ts';

export interface Proxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Headers that belong to one connection alone (RFC 9110 section 7.6.1), and the name of the host, which changes. */
const ofConnection: readonly string[] = ['connection', 'keep-alive', 'proxy-connection', 'host'];

/** @param to - Where requests lead: http, https, ws or wss; path and query of the client are put to it. */
export async function startProxy(listen: number, to: URL, taps: Taps): Promise<Proxy> {
  const isSecure = to.protocol === 'https:' || to.protocol === 'wss:';
  const { request: ask } = await (isSecure ? import('node:https') : import('node:http'));
  const open = new Set<Duplex>();
  const options = (asked: IncomingMessage, left: readonly string[]): RequestOptions => ({
    agent: false,
    hostname: to.hostname.replace(/^\[|\]$/g, ''),
    port: to.port === '' ? (isSecure ? 443 : 80) : Number(to.port),
    method: asked.method,
    path: pathOf(to, asked.url ?? '/'),
    setHost: false,
    headers: ['Host', to.host, ...without(asked.rawHeaders, left)],
  });
  const server = createServer((asked, answer) => {
    const [method = '', path = ''] = [asked.method, asked.url];
    const upstream = begun(asked, ofConnection);
    if (upstream === undefined) return void answer.writeHead(400).end();
    upstream.on('response', (answered) => {
      answer.sendDate = false;
      answer.writeHead(answered.statusCode ?? 502, answered.statusMessage, without(answered.rawHeaders, ofConnection));
      // An event stream may have nothing to say for a while.
      answer.flushHeaders();
      copy(answered, taps.body('from-server', { method, path, headers: answered.headers }));
      answered.pipe(answer);
      answered.on('error', () => answer.destroy());
    });
    upstream.on('error', (error) => refuse(answer, error));
    answer.on('close', () => upstream.destroy());
    copy(asked, taps.body('from-client', { method, path, headers: asked.headers }));
    asked.pipe(upstream);
  });
  /** The request to the server; undefined where its address is none that Node would send. */
  const begun = (asked: IncomingMessage, left: readonly string[]): ClientRequest | undefined => {
    try {
      return ask(options(asked, left));
    } catch (error) {
      taps.failed((error as Error).message);
      return undefined;
    }
  };
  const refuse = (answer: ServerResponse, { message }: Error): void => {
    if (answer.closed) return;
    taps.failed(message);
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  };
  server.on('connection', (socket: Duplex) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (asked, socket, head) => {
    // Without extensions, frames are what RFC 6455 says; a compressed one could not be read beside the connection.
    const upstream = begun(asked, ['host', 'sec-websocket-extensions']);
    if (upstream === undefined) return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    carryUpgrade({ asked, socket, head, upstream }, taps);
  });
  // Long polls and event streams last as long as they like.
  server.requestTimeout = 0;
  server.listen(listen, '127.0.0.1');
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function copy(from: IncomingMessage, tap: ((chunk: Buffer | undefined) => void) | undefined): void {
  if (tap === undefined) return;
  from.on('data', tap);
  from.on('end', () => tap(undefined));
}

/** Names and values in turn, as Node has them, but for those of the names. */
const without = (raw: readonly string[], names: readonly string[]): string[] =>
  raw.filter((_, at) => !names.includes(raw[at - (at % 2)]!.toLowerCase()));

/** The client's path below that of the target, byte by byte. */
function pathOf(to: URL, url: string): string {
  const base = to.pathname.replace(/\/$/, '');
  const [path, query] = [url.replace(/[?#].*$/s, ''), url.includes('?') ? url.slice(url.indexOf('?')) : to.search];
  return `${path === '/' && base !== '' ? to.pathname : `${base}${path}`}${query}`;
}
