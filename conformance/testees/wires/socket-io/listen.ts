/** The kit as a Socket.IO server: by WebSocket, or by long polling for clients that begin with it. No upgrade is offered. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { maxMessageBytes } from '../../limits.ts';
import { answer, closeServer, listenHttp, urlOf } from '../http.ts';
import { closeSocket, frameOf, sendOn } from '../websocket.ts';
import { sessionParameter, type Guest, type Listen } from '../wire.ts';
import type { EngineSocket } from './engine.ts';
import { receive } from './guest.ts';
import { defaultPath, engine, heartbeat } from './packets.ts';
import { Polling } from './polling.ts';

/** @param namespace - That clients are to enter; the address that they are given has it as its path. */
export const listenSocketIo =
  (namespace: string): Listen =>
  async (welcome, port) => {
    const polls = new Map<string, Polling>();
    const guestOf = ({ searchParams }: URL): Guest | undefined =>
      searchParams.get('EIO') === '4' ? welcome(searchParams.get(sessionParameter) ?? '') : undefined;

    const poll = (request: IncomingMessage, response: ServerResponse, url: URL): void => {
      if (!url.pathname.startsWith(defaultPath) || url.searchParams.get('transport') !== 'polling') {
        return answer(response, 404);
      }
      const sid = url.searchParams.get('sid');
      const known = polls.get(sid ?? '');
      if (known !== undefined) return void known.handle(request, response);
      const guest = sid === null && request.method === 'GET' ? guestOf(url) : undefined;
      if (guest === undefined) return answer(response, 400, 'no such session');
      const polling = new Polling();
      const name = randomUUID();
      polls.set(name, polling);
      const ear = receive(polling, guest, namespace);
      polling.hear({
        packet: ear.packet,
        end() {
          polls.delete(name);
          ear.end();
        },
      });
      void polling.send(handshake(name));
      return void polling.handle(request, response);
    };

    const { server, root } = await listenHttp(port, poll);
    const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false });
    server.on('upgrade', (request: IncomingMessage, socket, head) => {
      const url = urlOf(request);
      const fits = url.pathname.startsWith(defaultPath) && !url.searchParams.has('sid');
      const guest = fits ? guestOf(url) : undefined;
      if (guest === undefined) return socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      return sockets.handleUpgrade(request, socket, head, (open) => {
        const ear = receive(overWebSocket(open), guest, namespace);
        open.on('message', (data: Buffer, isBinary) => {
          const frame = frameOf(data, isBinary);
          ear.packet('hex' in frame ? data : frame.text);
        });
        open.on('close', () => ear.end());
        open.on('error', () => {});
        open.send(handshake(randomUUID()));
      });
    });
    const place = namespace === '/' ? '/' : namespace;
    return {
      endpoint: (session) =>
        session === '' && place === '/'
          ? root
          : `${root}${place}${session === '' ? '' : `?${sessionParameter}=${encodeURIComponent(session)}`}`,
      async dispose() {
        for (const polling of polls.values()) polling.terminate();
        for (const socket of sockets.clients) socket.terminate();
        await closeServer(server);
      },
    };
  };

const handshake = (sid: string): string =>
  `${engine.open}${JSON.stringify({ sid, upgrades: [], ...heartbeat, maxPayload: maxMessageBytes })}`;

const overWebSocket = (socket: WebSocket): EngineSocket => ({
  async send(packet) {
    await sendOn(socket, packet);
  },
  backlogBytes: () => socket.bufferedAmount,
  close: (graceMs) => closeSocket(socket, graceMs),
  terminate: () => socket.terminate(),
});
