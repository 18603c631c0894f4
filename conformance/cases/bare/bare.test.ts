/** Servers without an adapter, right and wrong: what the kit makes of them over a real socket. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { byWebSocket } from '../../bindings/binding.ts';
import { bindingOf } from '../../bindings/binding-of.ts';
import { relay } from '../../commands/serve-relay.ts';
import { loadPackage } from '../../load-package.ts';
import type { CaseResult } from '../../model/report.gen.ts';
import { bareServer } from '../../testees/bare-endpoint.ts';
import { reportOn, textTestee } from '../../test/kit.ts';
import { loadSuite } from '../../suite.ts';
import { bareCases } from './bare-cases.ts';
import { readScenarios } from './read-scenarios.ts';

const floo = path.join(packageRoot(), 'out/floo');
const scenarios = path.join(packageRoot(), 'fixtures/scenario/floo-relay.json');
const binding = 'json-rpc';
const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
});

/** @param more - Which cases; default: all. */
async function certified(port: number, more: readonly string[] = []): Promise<readonly CaseResult[]> {
  const { results } = await reportOn(
    textTestee(() => ''),
    {
      package: floo,
      role: 'server',
      binding,
      passive: true,
      sources: [bareCases((await readScenarios([scenarios])).value!)],
      clauses: (await loadSuite()).clauses,
      transport: () => bareServer(`ws://127.0.0.1:${port}`, byWebSocket),
      selection: { run: more, skip: [], level: 'required' },
      timeoutMs: 300,
    },
  );
  return results;
}

async function relaying(): Promise<number> {
  const { value } = await loadPackage(floo, '.');
  const listener = await relay(0, value!, bindingOf(value!.descriptor, binding)!);
  cleanup.push(() => listener.dispose());
  return Number(new URL(listener.endpoint('')).port);
}

/** A server that does with each frame what it is told to. */
async function serving(answer: (socket: WebSocket, text: string) => void, greeting = ''): Promise<number> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => {
    socket.on('error', () => {});
    if (greeting !== '') socket.send(greeting);
    socket.on('message', (data: Buffer) => answer(socket, data.toString('utf8')));
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  cleanup.push(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

test('a server that relays passes all of it', async () => {
  const results = await certified(await relaying(), ['server/bare/**', 'server/scenario/**', '**/relay/illegal']);
  expect(results.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  expect(results.length).toBe(7);
});

const echoes = (socket: WebSocket, text: string): void => {
  if (text.startsWith('{"jsonrpc":"2.0"') && text.endsWith('}')) socket.send(text);
};

interface Wrong {
  readonly what: string;
  readonly id: string;
  readonly reason: RegExp;
  readonly answer: (socket: WebSocket, text: string) => void;
  readonly greeting?: string;
}

test.each<Wrong>([
  { what: 'says nothing', id: 'server/scenario/relay/echo', reason: /is lost/, answer: () => {} },
  {
    what: 'rounds',
    id: 'server/scenario/relay/echo',
    reason: /"?9007199254740993"? is due/,
    answer: (socket, text) => echoes(socket, JSON.stringify(JSON.parse(text))),
  },
  {
    what: 'says it twice',
    id: 'server/scenario/relay/order',
    reason: /one too many|another name/,
    answer(socket, text) {
      echoes(socket, text);
      echoes(socket, text);
    },
  },
  {
    what: 'greets with nonsense',
    id: 'server/bare/connects',
    reason: /A frame is not legal: the frame is not JSON/,
    answer: echoes,
    greeting: 'welcome!',
  },
  {
    what: 'greets with an event that is not one',
    id: 'server/bare/connects',
    reason: /A frame is not legal: there is no event "hi"/,
    answer: echoes,
    greeting: '{"jsonrpc":"2.0","method":"hi","params":[]}',
  },
  {
    what: 'greets with the wrong arguments',
    id: 'server/bare/connects',
    reason: /A frame is not legal: argument 1 of "onGroupMemberChanged"/,
    answer: echoes,
    greeting: '{"jsonrpc":"2.0","method":"onGroupMemberChanged","params":["one"]}',
  },
])('a server that $what fails $id', async ({ id, reason, answer, greeting }) => {
  const [result] = await certified(await serving(answer, greeting), [id]);
  expect(result).toMatchObject({ verdict: 'fail', reason: expect.stringMatching(reason) });
});

test('a server may end a connection at a malformed frame, not itself', async () => {
  const polite = await serving((socket, text) => {
    if (text.startsWith('{"jsonrpc":"2.0"')) return;
    socket.close(1008);
  });
  expect(await certified(polite, ['server/bare/malformed'])).toMatchObject([{ verdict: 'pass' }]);

  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) =>
    socket.on('message', () => {
      for (const client of server.clients) client.terminate();
      server.close();
    }),
  );
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await certified(port, ['server/bare/malformed'])).toMatchObject([
    { verdict: 'fail', reason: expect.stringContaining('a client cannot connect') },
  ]);
});

test.each([
  ['x.json', '{"format":1,"scenarios":[{"id":"a","description":"b","steps":[{"shout":1}]}]}', 'WM6003'],
  ['x.json', '{', 'WM6003'],
  ['x.yaml', 'format: 1', 'WM6006'],
  ['x.json', undefined, 'WM5001'],
])('a faulty file %s of scenarios is refused', async (name, text, code) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
  cleanup.push(() => rm(folder, { recursive: true }));
  const file = path.join(folder, name);
  if (text !== undefined) await writeFile(file, text);
  const { value, diagnostics } = await readScenarios([file]);
  expect([value, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]]);
});
