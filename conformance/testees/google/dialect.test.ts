import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Observation } from '../../model/report.gen.ts';
import type { Lane } from '../lane.ts';
import { echo, laneOn } from '../test/steps.ts';
import { googleStdio } from './dialect.ts';

const faulty = path.join(import.meta.dirname, 'test/faulty.mjs');
const lanes: Lane[] = [];
afterEach(async () => {
  await Promise.all(lanes.splice(0).map((lane) => lane.close()));
});

const start = (timeoutMs: number): Lane => {
  const lane = laneOn(googleStdio([process.execPath, faulty], 'T'), { timeoutMs });
  lanes.push(lane);
  return lane;
};
const last = async (lane: Lane, text: string): Promise<Observation> => (await lane.run(echo(text))).at(-1)!.observation;
const fine = { kind: 'ok', value: { text: '1' } };
const violation = (problem: string): object => ({
  kind: 'protocol-violation',
  problem: expect.stringContaining(problem),
});

/** Far above what any honest answer takes: these faults are seen at once. */
const seenAtOnce = 20_000;

/** Long enough for an honest answer on a busy machine, and waited for in full. */
const waitedFor = 700;

test.each<readonly [timeoutMs: number, faults: Readonly<Record<string, object>>]>([
  [
    seenAtOnce,
    {
      crash: { kind: 'crashed', exit: 7, stderr: 'the last words\n' },
      flood: violation('no request has asked for'),
      twice: violation('no request has asked for'),
      garbage: { ...violation('a frame claims a length of'), raw: 'Exception in thread "main"\n' },
      'too-long': violation('a frame claims a length of 2147483647 bytes'),
      'length-too-small': violation('a frame is no ConformanceResponse: a length reaches past the end'),
      'half-frame': { kind: 'crashed', exit: 0, stderr: expect.stringContaining('half a frame on stdout: \u0003') },
      'no-result': violation('a ConformanceResponse has no result'),
      'not-a-message': violation('a frame is no ConformanceResponse'),
      'not-utf8': violation('a string is not valid UTF-8'),
    },
  ],
  [
    waitedFor,
    {
      hang: { kind: 'timeout' },
      'length-too-great': violation(`a message was begun and not ended within ${waitedFor} ms; 7 bytes of it came`),
    },
  ],
])('each fault costs one case, and is named for what it is (%i ms)', async (timeoutMs, faults) => {
  const lane = start(timeoutMs);
  expect(await lane.start()).toBeUndefined();
  for (const [fault, expected] of Object.entries(faults)) {
    expect(await last(lane, `bad ${fault}`)).toMatchObject(expected);
    expect(await last(lane, '1')).toEqual(fine);
  }
  expect(lane.starts).toBe(1 + Object.keys(faults).length);
});

test('results that are no fault of the dialect, and cases that come at once', async () => {
  const lane = start(seenAtOnce);
  const results = {
    'runtime-error': { kind: 'errored', message: 'no' },
    'parse-error': { kind: 'reject', stage: 'decode', message: 'no' },
    'serialize-error': { kind: 'reject', stage: 'encode', message: 'no' },
    skipped: { kind: 'skipped', reason: 'no' },
    'text-format': { kind: 'errored', message: expect.stringContaining('"text", which was not asked for') },
  };
  const seen = await Promise.all(Object.keys(results).map((result) => last(lane, `bad ${result}`)));
  expect(seen).toMatchObject(Object.values(results));
  expect(lane.starts).toBe(1);
});
