/** What every binding keeps to: it reads what it writes, digit for digit; what it calls damaged is; nothing makes it throw. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fc } from '@fast-check/vitest';
import { createParser } from 'eventsource-parser';
import { Decoder, type Packet } from 'socket.io-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Payload } from '../model/fixture.gen.ts';
import { parseExact, printExact, type ExactJson } from '../reference/oracle/json-text.ts';
import { sampleEvents } from '../reference/test/sample-events.ts';
import type { Binding } from './binding.ts';
import { loadBinding } from './load-binding.ts';
import { chat, files } from './test/chat.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
  for (const [name, file] of Object.entries(files)) {
    await writeFile(path.join(folder, `${name}.json`), JSON.stringify(file));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const lines = path.join(import.meta.dirname, 'test/lines.mjs');
const ofEvents = ['', 'json-rpc', 'socket.io', 'server-sent-events', lines];
const ofMessages = ['', 'json-rpc', ...Object.keys(files).map((name) => `${name}.json`)];

async function binding(name: string, descriptor = sampleEvents): Promise<Binding> {
  const { value, diagnostics } = await loadBinding(name, descriptor, folder);
  expect(diagnostics).toEqual([]);
  return value!;
}

const exact: fc.Arbitrary<ExactJson> = fc.letrec<{ value: ExactJson }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<ExactJson>(null, true, 9007199254740993n, -9223372036854775808n, -0, 1.5, '\ud83d\ude00\u2028\n\r'),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('__proto__', 'a', '"', ''), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const args = fc.array(exact, { maxLength: 3 }).map((list) => printExact(list));

describe.each(ofEvents)('the binding of events "%s"', (given) => {
  test('reads what it writes, digit for digit', async () => {
    const { read, write, name } = await binding(given);
    // A name of several lines cannot be carried by lines.
    const names = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/[\r\n\0]/.test(text) || name.startsWith('json'));
    fc.assert(
      fc.property(names, args, (event, list) => {
        expect(read(write(event, list))).toEqual({ kind: 'event', event: { event, args: list } });
      }),
    );
  });

  test('what it calls damaged is no event', async () => {
    const { read, write, damaged, ending } = await binding(given);
    const good = write('event', '[{"id":9007199254740993}]');
    const bad = [...damaged(good, 'event'), ...(ending?.(good, 'event') ?? [])];
    for (const frame of bad) expect([frame, read(frame).kind]).toEqual([frame, 'malformed']);
  });

  test('no frame makes it throw', async () => {
    const { read } = await binding(given);
    const start = fc.constantFrom('', '2', '42["', '{"jsonrpc":"2.0",', 'data: ', 'event: x\ndata: [', '2/a,', '20[');
    const text = fc.tuple(start, fc.string({ unit: 'binary' })).map((parts): Payload => ({ text: parts.join('') }));
    const bytes = fc.uint8Array().map((list): Payload => ({ hex: Buffer.from(list).toString('hex') }));
    fc.assert(
      fc.property(fc.oneof(text, bytes), (frame) => {
        const found = read(frame);
        if (found.kind === 'event') expect(Array.isArray(parseExact(found.event.args))).toBe(true);
      }),
    );
  });
});

describe.each(ofMessages)('the binding of messages "%s"', (given) => {
  test('reads what it writes, and survives what it does not', async () => {
    const { read, write, damaged } = await binding(given, chat);
    const text = fc.record({
      id: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      body: fc.string({ unit: 'grapheme', minLength: 1 }),
    });
    fc.assert(
      fc.property(
        text.filter(({ id }) => id !== 0n),
        ({ id, body }) => {
          const list = printExact([{ id: String(id), body }]);
          const good = write('chat.Text', list);
          expect(read(good)).toEqual({ kind: 'event', event: { event: 'chat.Text', args: list } });
          for (const frame of damaged(good, 'chat.Text'))
            expect([frame, read(frame).kind]).toEqual([frame, 'malformed']);
        },
      ),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (list) => {
        expect(() => read({ hex: Buffer.from(list).toString('hex') })).not.toThrow();
      }),
    );
  });
});

test('socket.io frames are those of the official parser, doubles apart', async () => {
  const { write } = await binding('socket.io');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.jsonValue({ maxDepth: 2 })), (event, list) => {
      let seen: Packet | undefined;
      const decoder = new Decoder();
      decoder.on('decoded', (packet: Packet) => (seen = packet));
      // Names that the library keeps for itself are not sent by applications.
      fc.pre(
        !['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'].includes(event),
      );
      decoder.add((write(event, JSON.stringify(list)) as { text: string }).text);
      expect(seen).toEqual({ type: 2, nsp: '/', data: JSON.parse(JSON.stringify([event, ...list])) });
    }),
  );
});

test('blocks are those of an independent reader of event streams', async () => {
  const { read, write } = await binding('server-sent-events');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), args), { maxLength: 5 }), (list) => {
      const events = list.filter(([event]) => !/[\r\n\0]/.test(event));
      const seen: unknown[] = [];
      const parser = createParser({ onEvent: ({ event, data }) => seen.push({ event, args: data }) });
      for (const [event, text] of events) parser.feed((write(event, text) as { text: string }).text);
      expect(seen).toEqual(events.map(([event, text]) => ({ event, args: text })));
    }),
  );
  expect(read({ text: 'data: [1,\r\ndata: 2]\r\n: a comment\r\n\r\n' })).toEqual({
    kind: 'event',
    event: { event: 'message', args: '[1,2]' },
  });
});

test.each([
  ['no-such', 'WM6004'],
  ['no-such.json', 'WM5001'],
  ['twins.json', 'WM6010', { ...files.oneof, message: 'chat.Twins' }],
  ['absent.json', 'WM6010', { ...files.oneof, message: 'chat.Absent' }],
  ['field.json', 'WM6010', { ...files.named, payload: 'type' }],
  ['stranger.json', 'WM6010', { ...files.numbered, types: { '1': 'chat.Absent' } }],
  ['events.json', 'WM6010', { kind: 'json-envelope', event: '/e', args: '/a' }],
  ['surplus.json', 'WM6003', { ...files.oneof, color: 'red' }],
  ['kind.json', 'WM6003', { kind: 'pigeon' }],
  ['half.mjs', 'WM6010', 'export const read = 7;'],
  ['carried.mjs', 'WM6010', 'export const read = () => {}, write = () => "", carrier = "pigeon";'],
  ['broken.mjs', 'WM6010', 'throw new Error("no");'],
])('%s is refused with %s', async (name, code, content?: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  if (content !== undefined) await writeFile(path.join(folder, name), text);
  const { value, diagnostics } = await loadBinding(name, chat, folder);
  expect([value, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]]);
});
