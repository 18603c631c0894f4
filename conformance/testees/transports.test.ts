import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { InProcessTestee, Transport } from '../model/testee.ts';
import type { Request } from '../model/testee-message.gen.ts';
import { http } from './http.ts';
import { inProcess } from './in-process.ts';
import type { Lane } from './lane.ts';
import { moduleFile } from './module.ts';
import { echo, laneOn } from './test/steps.ts';
import { webSocket } from './websocket.ts';

const cleanup: (() => unknown)[] = [];
const start = (transport: Transport): Lane => {
  const lane = laneOn(transport);
  cleanup.push(() => lane.close());
  return lane;
};
afterEach(async () => {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
});

/** Answers with its input; "bad throw" throws. */
const echoTestee: InProcessTestee = {
  handle(request, emit) {
    const { id } = request;
    if (request.cmd === 'hello') {
      return emit({ id, ok: { version: 1, impl: { name: 'echo' }, roles: ['codec'], caps: [], concurrency: 4 } });
    }
    if (request.cmd !== 'transcode') return emit({ id, ok: {} });
    if ('text' in request.data && request.data.text === 'bad throw') throw new Error('thrown on purpose');
    return emit({ id, ok: request.data });
  },
};

const last = async (lane: Lane, text: string): Promise<object> => (await lane.run(echo(text))).at(-1)!.observation;
const fine = { kind: 'ok', value: { text: '1' } };

test('in process: an exception is a crash, and costs one case', async () => {
  const lane = start(inProcess(() => echoTestee, 'echo'));
  expect(await last(lane, '1')).toEqual(fine);
  expect(await last(lane, 'bad throw')).toMatchObject({
    kind: 'crashed',
    stderr: expect.stringContaining('thrown on purpose'),
  });
  expect(await last(lane, '1')).toEqual(fine);
});

describe('a module in a thread of its own', () => {
  const file = path.join(import.meta.dirname, 'test/module-testee.mjs');

  test.each([
    ['bad hang', { kind: 'timeout' }],
    ['bad throw', { kind: 'crashed', stderr: expect.stringContaining('thrown on purpose') }],
    ['bad exit', { kind: 'crashed', exit: 5 }],
  ])('%s costs one case', async (text, expected) => {
    const lane = start(moduleFile(file));
    expect(await last(lane, '1')).toEqual(fine);
    expect(await last(lane, text)).toMatchObject(expected);
    expect(await last(lane, '1')).toEqual(fine);
    expect(lane.starts).toBe(2);
  });

  test('a module without handle cannot be started, and says why', async () => {
    const lane = start(moduleFile(path.join(import.meta.dirname, 'test/steps.ts')));
    expect(await lane.start()).toMatchObject({ kind: 'crashed' });
  });
});

describe('WebSocket', () => {
  /** A server that hands each frame to the testee; "bad close" ends the connection, "bad frame" sends no JSON. */
  async function serve(): Promise<string> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    cleanup.push(() => new Promise((resolve) => server.close(resolve)));
    server.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        const request = JSON.parse(data.toString()) as Request;
        const text = request.cmd === 'transcode' && 'text' in request.data ? request.data.text : '';
        if (text === 'bad close') return socket.terminate();
        if (text === 'bad frame') return socket.send('{not json');
        if (text === 'bad binary') return socket.send(Buffer.from([1, 2]), { binary: true });
        return echoTestee.handle(request, (reply) => socket.send(JSON.stringify(reply)));
      });
    });
    return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test.each([
    ['bad close', { kind: 'crashed', stderr: 'The connection was closed with code 1006.' }],
    ['bad frame', { kind: 'protocol-violation', problem: 'a frame is not JSON', raw: '{not json' }],
    ['bad binary', { kind: 'protocol-violation', problem: 'a frame is binary, not text' }],
  ])('%s costs one case', async (text, expected) => {
    const lane = start(webSocket(await serve()));
    expect(await last(lane, '1')).toEqual(fine);
    expect(await last(lane, text)).toMatchObject(expected);
    expect(await last(lane, '1')).toEqual(fine);
  });

  test('nobody listening is told of', async () => {
    expect(await start(webSocket('ws://127.0.0.1:9')).start()).toMatchObject({
      kind: 'not-run',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('HTTP', () => {
  async function serve(): Promise<string> {
    const server: Server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const message = JSON.parse(Buffer.concat(chunks).toString()) as Request;
        const text = message.cmd === 'transcode' && 'text' in message.data ? message.data.text : '';
        if (text === 'bad status') return response.writeHead(500).end();
        if (text === 'bad close') return request.socket.destroy();
        void echoTestee.handle(message, (reply) => response.end(JSON.stringify(reply)));
        return undefined;
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanup.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/testee`;
  }

  test.each([
    ['bad status', { kind: 'protocol-violation', problem: 'the answer has status 500' }],
    ['bad close', { kind: 'crashed' }],
  ])('%s costs one case', async (text, expected) => {
    const lane = start(http(await serve()));
    expect(await last(lane, '1')).toEqual(fine);
    expect(await last(lane, text)).toMatchObject(expected);
    expect(await last(lane, '1')).toEqual(fine);
  });
});
