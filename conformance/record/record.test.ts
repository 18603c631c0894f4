/** A server, the proxy and a client on this machine: what passes, and what is written of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { runRecord } from '../commands/record.ts';
import type { Fixture } from '../model/fixture.gen.ts';
import type { Observations } from '../model/observations.gen.ts';
import { schemaFault } from '../read-json.ts';

const frames = [
  '{"event":"onGroupMemberChanged","args":[9007199254740993]}',
  '{"event":"loginFail","args":["Bearer abcdef"]}',
  '{"event":"onGroupMemberChanged","args":["no number"]}',
  'no frame at all',
];

afterEach(() => void vi.restoreAllMocks());

test('messages pass as they are; observations and cases are written without secrets', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-record-'));
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const received: string[] = [];
  server.on('connection', (socket, request) => {
    received.push(request.url ?? '');
    socket.on('message', (data: Buffer, isBinary) => {
      received.push(`${isBinary ? data.toString('hex') : data.toString()}`);
      for (const frame of frames) socket.send(frame);
      socket.close(4001, 'enough');
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  const end = new AbortController();
  const out = path.join(folder, 'seen.json');
  try {
    const to = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const done = runRecord({ package: path.join(packageRoot(), 'out/floo'), listen: 0, to, out }, end.signal);
    await vi.waitUntil(() => printed.includes('->'), { timeout: 20_000 });
    const client = new WebSocket(`${/^ws:\S+/.exec(printed)![0]}/chat?room=1`);
    const got: string[] = [];
    client.on('message', (data: Buffer) => got.push(data.toString()));
    client.on('open', () => client.send(Buffer.from([0, 255])));
    const [code, reason] = await new Promise<[number, Buffer]>((resolve) =>
      client.on('close', (...closed) => resolve(closed)),
    );
    expect([code, reason.toString()]).toEqual([4001, 'enough']);
    expect(got).toEqual(frames);
    expect(received).toEqual(['/chat?room=1', '00ff']);
    end.abort();
    expect(await done).toBe(0);
    const text = await readFile(out, 'utf8');
    const fixtures = await readFile(path.join(folder, 'seen.fixtures.json'), 'utf8');
    expect(text + fixtures).not.toContain('abcdef');
    const told = JSON.parse(text) as Observations;
    expect(await schemaFault(told, 'observations')).toBeUndefined();
    expect(told).toMatchObject({ redacted: 1, unread: 2, package: '@wiremark/floo' });
    expect(told.events.map(({ name, count }) => `${name} ${count}`)).toEqual(['onGroupMemberChanged 2', 'loginFail 1']);
    expect(told.events[0]!.places[0]).toMatchObject({
      values: ['9007199254740993', 'no number'],
      types: [{ type: 'number' }, { type: 'string' }],
    });
    const fixture = JSON.parse(fixtures) as Fixture;
    expect(await schemaFault(fixture, 'fixture')).toBeUndefined();
    expect(fixture.cases.map(({ id }) => id)).toEqual(['recorded/onGroupMemberChanged/1', 'recorded/loginFail/2']);
    expect(fixtures).toContain('[9007199254740993]');
  } finally {
    end.abort();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test.each([
  [{ to: 'http://127.0.0.1' }, 'no address of a WebSocket server'],
  [{ binding: 'server-sent-events' }, 'Only plain WebSocket frames'],
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
