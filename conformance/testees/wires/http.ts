/** What servers of the kit that speak HTTP share: a port of this machine alone, bodies that are bounded. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maxMessageBytes } from '../limits.ts';

/** Pages of any origin may connect: the kit listens on this machine alone, for the length of a run. */
const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST',
} as const;

/** @throws Error - When the port is taken. */
export async function listenHttp(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse, url: URL) => void,
): Promise<{ readonly server: Server; readonly root: string }> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(anyOrigin)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return answer(response, 204);
    return handle(request, response, urlOf(request));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, root: `http://127.0.0.1:${portOf(server.address())}` };
}

export const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

/** Of a request on a kit's server; a target that is no path counts as `/`. */
export const urlOf = ({ url = '/' }: IncomingMessage): URL =>
  new URL(URL.canParse(url, 'http://kit') ? url : '/', 'http://kit');

/** @returns Undefined when it is too long, or breaks off. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxMessageBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

export function answer(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status, text === '' ? {} : { 'content-type': 'text/plain; charset=UTF-8' });
  response.end(text);
}

/** Ends every connection. Never rejects. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
