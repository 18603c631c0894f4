import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { serveGoogle } from '../../commands/serve-google.ts';
import type { Observation } from '../../model/report.gen.ts';
import { textTestee } from '../../test/kit.ts';
import { inProcess } from '../in-process.ts';
import { framed } from './frames.ts';
import { decodeResponse, encodeRequest, type GoogleResult } from './messages.ts';
import { respond } from './shim.ts';

const laneOf = (observation: Observation) => ({ run: () => Promise.resolve([{ observation, events: [] }]) });
const request = encodeRequest({ type: 'T', data: '{}', to: 'json' });
const responseTo = async (observation: Observation, bytes = request): Promise<GoogleResult | undefined> =>
  decodeResponse(await respond(bytes, laneOf(observation)));

test.each<readonly [Observation, GoogleResult]>([
  [
    { kind: 'ok', value: { text: '7' } },
    { kind: 'json', text: '7' },
  ],
  [
    { kind: 'ok', value: { hex: '0801' } },
    { kind: 'binary', bytes: new Uint8Array([8, 1]) },
  ],
  [{ kind: 'ok' }, { kind: 'runtime-error', text: 'The testee answered without a value.' }],
  [
    { kind: 'reject', stage: 'decode', code: '', message: 'no' },
    { kind: 'parse-error', text: 'no' },
  ],
  [
    { kind: 'reject', stage: 'encode', code: 'c', message: '' },
    { kind: 'serialize-error', text: 'c' },
  ],
  [
    { kind: 'skipped', reason: 'no', issue: '' },
    { kind: 'skipped', text: 'no' },
  ],
  [
    { kind: 'timeout', afterMs: 9 },
    { kind: 'timeout-error', text: 'It gave no answer within 9 ms.' },
  ],
  [
    { kind: 'crashed', exit: 3, signal: null, stderr: '' },
    { kind: 'runtime-error', text: 'It crashed (exit code 3).' },
  ],
])('%o', async (observation, result) => {
  expect(await responseTo(observation)).toEqual(result);
});

test('what the testee protocol cannot ask is skipped, with the reason', async () => {
  // text_payload "{}", TEXT_FORMAT, message_type "T".
  const asText = Buffer.from('42027b7d180422015428050a', 'hex').subarray(0, 11);
  expect(await responseTo({ kind: 'ok' }, asText)).toEqual({
    kind: 'skipped',
    text: expect.stringContaining('"text"'),
  });
});

test('a stream of requests is answered in order, and the first of the runner is not passed on', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const requests = ['conformance.FailureSet', 'T', 'T'].map((type, i) =>
    framed(encodeRequest({ type, data: String(i), to: 'json' })),
  );
  input.end(Buffer.concat(requests));
  const testee = inProcess(() => textTestee((text) => `[${text}]`), 'test');
  await serveGoogle(testee, { input, output, suite: 'test', package: undefined, timeoutMs: 1000 });
  const answers = output.read() as Buffer;
  expect(answers.toString('hex')).toBe('020000001a000500000022035b315d0500000022035b325d');
});

test('a stream that ends within a frame is told of', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(framed(request).subarray(0, 9));
  const testee = inProcess(() => textTestee((text) => text), 'test');
  const served = serveGoogle(testee, { input, output, suite: 'test', package: undefined, timeoutMs: 1000 });
  await expect(served).rejects.toThrow('it ends within a frame');
});
