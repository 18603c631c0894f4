/**
 * `wiremark serve server --relay`: a server without an adapter. Sends each legal frame of a client on to every client, as
 * the package's own code writes it; what is not legal is dropped.
 */
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import type { Binding } from '../bindings/binding.ts';
import type { Payload } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import { packageFrames } from '../reference/index.ts';
import { maxMessageBytes } from '../testees/limits.ts';

/** Bytes that wait for a client that does not read, at most; more and it is dropped. */
const maxBacklogBytes = 8 * 1024 * 1024;

/** Relays what comes over the sockets of the server. */
export async function relay(server: Server, pkg: LoadedPackage, binding: Binding): Promise<void> {
  const { WebSocketServer } = await import('ws');
  const frames = packageFrames(pkg, binding);
  const sockets = new WebSocketServer({ server, maxPayload: maxMessageBytes, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    socket.on('message', (data: Buffer, isBinary) => {
      let frame: Payload;
      try {
        const { event, args } = frames.read(isBinary ? { hex: data.toString('hex') } : { text: data.toString('utf8') });
        frame = frames.write(event, args);
      } catch {
        return;
      }
      for (const client of sockets.clients) send(client, frame);
    });
  });
  server.on('close', () => {
    for (const client of sockets.clients) client.terminate();
  });
}

function send(client: WebSocket, frame: Payload): void {
  if (client.bufferedAmount > maxBacklogBytes) return client.terminate();
  if (client.readyState === client.OPEN) client.send('hex' in frame ? Buffer.from(frame.hex, 'hex') : frame.text);
}
