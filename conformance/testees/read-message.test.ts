import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parseMessage } from './exact-json.ts';
import { readMessage } from './read-message.ts';

const schemas = path.join(import.meta.dirname, '../../spec/schema');
const load = (name: string): object =>
  JSON.parse(readFileSync(path.join(schemas, `${name}.schema.json`), 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, schemas: [load('fixture'), load('report')] });
const validate = ajv.compile(load('testee-message'));

/** Messages, and whether the testee protocol allows them. */
const messages: readonly (readonly [legal: boolean, message: unknown])[] = [
  [true, { id: 1, ok: {} }],
  [true, { id: 1, ok: { b64: 'AQI=' } }],
  [true, { id: 1, ok: { text: '{"a":1}' } }],
  [true, { id: 1, ok: { json: { a: [1, null] } } }],
  [true, { id: 1, reject: { stage: 'decode' } }],
  [true, { id: 1, reject: { stage: 'protocol', code: 'x', message: 'y' } }],
  [true, { id: 1, skipped: { reason: 'not built yet' } }],
  [true, { id: 1, unsupported: true }],
  [true, { id: 1, errored: { message: 'oops', trace: 'line 1' } }],
  [true, { ev: 'emit', session: 's', event: 'e', args: { text: '[]' } }],
  [true, { ev: 'emit', session: 's', event: 'e', args: { json: [] } }],
  [true, { ev: 'sent', session: 's', frame: { text: 'x' } }],
  [true, { ev: 'closed', session: 's' }],
  [true, { ev: 'log', text: 'hello' }],
  [false, []],
  [false, 'text'],
  [false, null],
  [false, {}],
  [false, { id: 1 }],
  [false, { id: '1', ok: {} }],
  [false, { id: 1, ok: {}, extra: 1 }],
  [false, { id: 1, ok: null }],
  [false, { id: 1, ok: { b64: 1 } }],
  [false, { id: 1, ok: { text: 1 } }],
  [false, { id: 1, ok: { text: 'a', b64: '' } }],
  [false, { id: 1, reject: { stage: 'elsewhere' } }],
  [false, { id: 1, reject: {} }],
  [false, { id: 1, skipped: {} }],
  [false, { id: 1, errored: { trace: 'x' } }],
  [false, { ev: 'emit', session: 's', event: 'e' }],
  [false, { ev: 'emit', event: 'e', args: { text: '[]' } }],
  [false, { ev: 'emit', session: 's', event: 'e', args: { b64: '' } }],
  [false, { ev: 'sent', session: 's' }],
  [false, { ev: 'other', session: 's' }],
];

test.each(messages)('legal %s: %j, by the code as by the schema', (legal, message) => {
  expect(readMessage(message).kind !== 'violation').toBe(legal);
  expect(validate(message)).toBe(legal);
});

test('the digits of JSON values survive, however they are spelt', () => {
  const line = '{"id":1,"ok":{"json":{"big":9007199254740993,"tiny":1e-400,"neg":-0,"frac":0.10}}}';
  expect(readMessage(parseMessage(line))).toMatchObject({
    observation: { value: { text: '{"big":9007199254740993,"tiny":1e-400,"neg":-0,"frac":0.10}' } },
  });
  expect(readMessage({ id: 1, ok: { json: { big: 9007199254740993n } } })).toMatchObject({
    observation: { value: { text: '{"big":9007199254740993}' } },
  });
});
