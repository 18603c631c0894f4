/** Servers, the proxy and clients on this machine: what passes over each transport, and what is written of it. */
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Server as IoServer } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { runRecord } from '../commands/record.ts';
import { recorded } from './test/recorded.ts';

const frames = [
  '{"event":"onGroupMemberChanged","args":[9007199254740993]}',
  '{"event":"loginFail","args":["Bearer abcdef"]}',
  '{"event":"onGroupMemberChanged","args":["no number"]}',
  'no frame at all',
];
const json = { 'content-type': 'application/json' };

afterEach(() => void vi.restoreAllMocks());

test('messages of WebSockets pass as they are; observations and cases are written without secrets', async () => {
  const server = createServer();
  const received: string[] = [];
  new WebSocketServer({ server, perMessageDeflate: true }).on('connection', (socket, asked) => {
    received.push(`${asked.url} ${asked.headers.cookie} ${asked.headers['sec-websocket-protocol']}`);
    socket.on('message', (data: Buffer, isBinary) => {
      received.push(`${isBinary ? data.toString('hex') : data.toString()}`);
      for (const frame of frames) socket.send(frame);
      socket.close(4001, 'enough');
    });
  });
  const { observations, fixture, text } = await recorded({ server, scheme: 'ws' }, async (address) => {
    const client = new WebSocket(`${address}/chat?room=1`, ['floo'], { headers: { cookie: 'a=b' } });
    const got: string[] = [];
    client.on('message', (data: Buffer) => got.push(data.toString()));
    client.on('open', () => client.send(Buffer.from([0, 255])));
    const [code, reason] = await new Promise<[number, Buffer]>((resolve) =>
      client.on('close', (...closed) => resolve(closed)),
    );
    expect([code, reason.toString(), client.protocol]).toEqual([4001, 'enough', 'floo']);
    expect(got).toEqual(frames);
    expect(received).toEqual(['/chat?room=1 a=b floo', '00ff']);
  });
  expect(text).not.toContain('abcdef');
  expect(observations).toMatchObject({ redacted: 1, unread: 2, package: '@wiremark/floo' });
  expect(countsOf(observations)).toEqual(['onGroupMemberChanged 2', 'loginFail 1']);
  expect(observations.events[0]!.places[0]).toMatchObject({
    values: ['9007199254740993', 'no number'],
    types: [{ type: 'number' }, { type: 'string' }],
  });
  expect(fixture?.cases.map(({ id }) => id)).toEqual(['recorded/onGroupMemberChanged/1', 'recorded/loginFail/2']);
  expect(text).toContain('[9007199254740993]');
});

describe('HTTP', () => {
  const zipped = { ...json, 'content-encoding': 'gzip' };
  const pages: Record<string, { head: Record<string, string>; body: Buffer }> = {
    '/page': { head: { 'content-type': 'text/html' }, body: Buffer.from('<p>hello') },
    '/zip': { head: zipped, body: gzipSync(frames[0]!) },
    '/bomb': { head: zipped, body: gzipSync(Buffer.alloc(5 * 1024 * 1024, ' ')) },
    '/damaged': { head: zipped, body: Buffer.from('no gzip') },
    '/large': { head: json, body: Buffer.alloc(5 * 1024 * 1024, ' ') },
  };
  const server = (): Server =>
    createServer((asked, answer) => {
      const body: Buffer[] = [];
      asked.on('data', (chunk: Buffer) => body.push(chunk));
      asked.on('end', () => {
        const page = pages[asked.url ?? ''];
        if (page !== undefined) return void answer.writeHead(200, page.head).end(page.body);
        const head = { ...json, 'x-asked': `${asked.method} ${asked.url}`, 'set-cookie': ['a=1', 'b=2'] };
        answer.writeHead(418, 'Short and stout', head).end(Buffer.concat(body));
      });
    });

  test('requests and answers pass byte for byte, and their bodies are read', async () => {
    const { observations, text } = await recorded({ server: server(), scheme: 'http' }, async (address) => {
      const [, token, noNumber] = frames;
      const first = await ask(`${address}/a/b?c=d`, { method: 'PUT', headers: json }, token);
      expect([first.status, first.message, first.body.toString()]).toEqual([418, 'Short and stout', token]);
      expect(first.headers).toMatchObject({ 'x-asked': 'PUT /a/b?c=d', 'set-cookie': ['a=1', 'b=2'] });
      const chunked = { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' } };
      expect((await ask(address, chunked, noNumber)).body.toString()).toBe(noNumber);
      for (const [url, { body }] of Object.entries(pages)) {
        expect((await ask(`${address}${url}`)).body.equals(body), url).toBe(true);
      }
    });
    expect(countsOf(observations)).toEqual(['loginFail 2', 'onGroupMemberChanged 3']);
    // What is too large, packed or not, and what is no gzip; a page is no frame.
    expect(observations.unread).toBe(3);
    expect(text).not.toContain('abcdef');
  });

  test.each(['server-sent-events', ''])('an event stream is read as it comes, by the binding "%s"', async (binding) => {
    const isPlain = binding === '';
    const blocks = isPlain
      ? frames.slice(0, 2).map((frame) => `id: 7\r\ndata: ${frame}\r\n\r\n`)
      : [': hello\n\nevent: onGroupMemberChanged\ndata: [5,\ndata: 6]\n\n', 'event: loginFail\ndata: ["ü"]\n\n'];
    const stream = Buffer.from(blocks.join(''));
    const events = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      // One byte at a time: characters and lines break anywhere.
      for (const byte of stream) answer.write(Buffer.from([byte]));
      answer.end('event: never');
    });
    const { observations } = await recorded({ server: events, scheme: 'http', binding }, async (address) => {
      expect((await ask(address)).body.toString()).toBe(`${stream.toString()}event: never`);
    });
    expect(countsOf(observations)).toEqual(['onGroupMemberChanged 1', 'loginFail 1']);
    expect(observations.unread).toBe(0);
  });

  test('a server that is not there is told to the client, and on stderr', async () => {
    let told = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
    const gone = server();
    await recorded({ server: gone, scheme: 'http' }, async (address) => {
      await new Promise((resolve) => gone.close(resolve));
      expect((await ask(address)).status).toBe(502);
      const client = new WebSocket(address.replace('http', 'ws'));
      expect(await new Promise<Error>((resolve) => client.on('error', resolve))).toMatchObject({ message: /502/ });
    });
    expect(told).toContain('ECONNREFUSED');
  });
});

describe('Socket.IO', () => {
  test.each([['websocket'], ['polling'], ['polling', 'websocket']])('over %s %s', async (...transports) => {
    const server = createServer();
    const hub = new IoServer(server, { transports: ['polling', 'websocket'] });
    const heard: unknown[] = [];
    hub.on('connection', (socket) => {
      socket.emit('loginFail', 'Bearer abcdef');
      socket.on('onGroupMemberChanged', (value: number, answer: (text: string) => void) => {
        heard.push(value);
        socket.emit('onInputStatusMessage', { ext: 'ünï', from: '9007199254740993', to: '1' });
        socket.emit('flooError', new Uint8Array([1, 2]));
        answer('heard');
      });
    });
    const { observations, fixture, text } = await recorded(
      { server, scheme: 'http', binding: 'socket.io' },
      async (address) => {
        const client = io(address, { transports, reconnection: false, forceNew: true });
        const got: unknown[] = [];
        client.onAny((event: string, ...args: unknown[]) => got.push([event, args]));
        await new Promise<void>((resolve) => client.on('connect', () => resolve()));
        expect(await client.timeout(5000).emitWithAck('onGroupMemberChanged', 42)).toBe('heard');
        await vi.waitUntil(() => got.length === 3);
        expect(got).toEqual([
          ['loginFail', ['Bearer abcdef']],
          ['onInputStatusMessage', [{ ext: 'ünï', from: '9007199254740993', to: '1' }]],
          ['flooError', [Buffer.from([1, 2])]],
        ]);
        client.disconnect();
        await hub.close();
      },
    );
    expect(heard).toEqual([42]);
    expect(countsOf(observations).sort()).toEqual(['loginFail 1', 'onGroupMemberChanged 1', 'onInputStatusMessage 1']);
    expect(observations).toMatchObject({ redacted: 1, unread: 1 });
    expect(text).not.toContain('abcdef');
    expect(fixture).toMatchObject({ binding: 'socket.io', cases: [{}, {}] });
  });
});

test.each([
  [{ to: 'ftp://127.0.0.1' }, 'no address of a server'],
  [{ binding: 'nothing' }, 'WM6004'],
])('%j is wrong usage', async (flags, said) => {
  let printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((printed += String(text)), true));
  const given = {
    package: path.join(packageRoot(), 'out/floo'),
    listen: 0,
    to: 'ws://127.0.0.1:1',
    out: 'unused.json',
  };
  expect(await runRecord({ ...given, ...flags })).toBe(2);
  expect(printed).toContain(said);
});

const countsOf = ({ events }: { readonly events: readonly { readonly name: string; readonly count: number }[] }) =>
  events.map(({ name, count }) => `${name} ${count}`);

interface Answer {
  readonly status: number | undefined;
  readonly message: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(url: string, options: { method?: string; headers?: Record<string, string> } = {}, body?: string) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request(url, { agent: false, ...options }, (answered) => {
      const chunks: Buffer[] = [];
      answered.on('data', (chunk: Buffer) => chunks.push(chunk));
      answered.on('end', () => {
        const { statusCode: status, statusMessage: message, headers } = answered;
        resolve({ status, message, headers, body: Buffer.concat(chunks) });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
