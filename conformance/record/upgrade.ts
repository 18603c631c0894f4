/** Carries a connection that asks to become a WebSocket: its handshake, then its bytes in both directions. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Taps } from './taps.ts';

interface Handshake {
  readonly asked: IncomingMessage;
  readonly socket: Duplex;
  /** What the client sent behind its request. */
  readonly head: Buffer;
  /** The same request to the server, not yet ended. */
  readonly upstream: ClientRequest;
}

export function carryUpgrade({ asked, socket, head, upstream }: Handshake, taps: Taps): void {
  const broken = ({ message }: Error): void => {
    taps.failed(message);
    socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n');
  };
  upstream.on('error', broken);
  socket.on('error', () => upstream.destroy());
  socket.on('close', () => upstream.destroy());
  upstream.on('upgrade', (answered, server, first) => {
    upstream.off('error', broken);
    socket.write(headOf(answered), 'latin1');
    const path = asked.url ?? '';
    pass(socket, server, { tap: taps.socket('from-client', path), first: head });
    pass(server, socket, { tap: taps.socket('from-server', path), first });
  });
  // The server does not want to: its answer ends the connection.
  upstream.on('response', (answered) => {
    socket.write(headOf(answered), 'latin1');
    answered.pipe(socket);
  });
  upstream.end();
}

/** Status and headers as they came; a body is written without its chunks, and ends with the connection. */
function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]!.toLowerCase() !== 'transfer-encoding') lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function pass(
  from: Duplex,
  to: Duplex,
  { tap, first }: { readonly tap: (chunk: Buffer) => void; readonly first: Buffer },
): void {
  if (first.length > 0) {
    tap(first);
    to.write(first);
  }
  from.on('data', tap);
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
  from.pipe(to);
}
