import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Observation, StepObservation } from '../model/report.gen.ts';
import type { Lane } from './lane.ts';
import { stdio } from './stdio.ts';
import { echo, laneOn } from './test/steps.ts';

const faulty = path.join(import.meta.dirname, 'test/faulty.mjs');
const lanes: Lane[] = [];
/** Only a testee that must be timed out has a short time: on a busy machine the others may be slow, and are no less faulty. */
const start = (fault: string, concurrency = 1): Lane => {
  const timeoutMs = fault === 'hang' || fault === 'silent' ? 900 : 20_000;
  const lane = laneOn(stdio([process.execPath, faulty, fault, String(concurrency)]), { timeoutMs });
  lanes.push(lane);
  return lane;
};
afterEach(async () => {
  await Promise.all(lanes.splice(0).map((lane) => lane.close()));
});

const last = (seen: readonly StepObservation[]): Observation => seen.at(-1)!.observation;
const fine = { kind: 'ok', value: { text: '1' } };

/** Each fault, and what it must be called. */
const faults: readonly (readonly [fault: string, expected: object])[] = [
  ['hang', { kind: 'timeout' }],
  ['silent', { kind: 'timeout' }],
  ['crash', { kind: 'crashed', exit: 7, signal: null, stderr: 'the last words\n' }],
  ['signal', { kind: 'crashed', exit: null, signal: 'SIGKILL' }],
  ['flood', { kind: 'protocol-violation', problem: expect.stringContaining('a flood') }],
  ['garbage', { kind: 'protocol-violation', problem: 'a line is not JSON', raw: '\u0000\u0001 not json {{{' }],
  ['binary', { kind: 'protocol-violation', problem: 'a line is not UTF-8' }],
  ['long-line', { kind: 'protocol-violation', problem: 'a message is longer than 4194304 bytes' }],
  ['half-line', { kind: 'crashed', exit: 0, stderr: expect.stringContaining('half a line on stdout: {"id":') }],
  ['wrong-id', { kind: 'protocol-violation', problem: 'no command with id 999999 is waiting' }],
  ['two-kinds', { kind: 'protocol-violation', problem: expect.stringContaining('exactly one of') }],
  ['bad-base64', { kind: 'protocol-violation', problem: '"b64" is not base64 with padding' }],
  ['wrong-session', { kind: 'protocol-violation', problem: 'there is no session "nobody"' }],
  ['errored', { kind: 'errored', message: 'own fault', trace: 'line 1' }],
];

describe.each(faults)('a testee with the fault "%s"', (fault, expected) => {
  test('costs one case, and is named for what it is', async () => {
    const lane = start(fault);
    expect(await lane.start()).toBeUndefined();
    expect(last(await lane.run(echo('1')))).toEqual(fine);
    expect(last(await lane.run(echo('bad')))).toMatchObject(expected);
    expect(last(await lane.run(echo('1')))).toEqual(fine);
    expect(lane.starts).toBe(fault === 'errored' ? 1 : 2);
  });

  test('costs only the guilty one of eight cases in flight', async () => {
    const lane = start(fault, 8);
    await lane.start();
    const texts = ['1', '2', '3', 'bad', '4', '5', '6', '7'];
    const seen = await Promise.all(texts.map((text) => lane.run(echo(text))));
    for (const [index, text] of texts.entries()) {
      expect(last(seen[index]!)).toMatchObject(text === 'bad' ? expected : { kind: 'ok', value: { text } });
    }
  });
});

test('an answer that comes twice is charged to its case', async () => {
  for (const concurrency of [1, 4]) {
    const lane = start('twice', concurrency);
    await lane.start();
    const texts = ['1', 'bad', '2'];
    const seen = await Promise.all(texts.map((text) => lane.run(echo(text))));
    expect(seen.map((one) => last(one).kind)).toEqual(['ok', 'protocol-violation', 'ok']);
  }
});

test('an end that comes after the answer is charged to the next case', async () => {
  const lane = start('exit-early');
  expect(last(await lane.run(echo('bad')))).toEqual({ kind: 'ok', value: { text: 'bad' } });
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(last(await lane.run(echo('1')))).toMatchObject({ kind: 'crashed', exit: 0 });
  expect(last(await lane.run(echo('1')))).toEqual(fine);
});

test('a testee that never says hello is given up, and said so', async () => {
  const lane = laneOn(stdio([process.execPath, faulty, 'no-hello']), { startTimeoutMs: 300 });
  lanes.push(lane);
  expect(await lane.start()).toEqual({ kind: 'timeout', afterMs: 300 });
});

test('a testee that ends at once is named with its exit code', async () => {
  expect(await start('no-start').start()).toMatchObject({ kind: 'crashed', exit: 3 });
});

test('a program that does not exist is told of, not thrown', async () => {
  const lane = laneOn(stdio(['/no/such/program']));
  lanes.push(lane);
  expect(await lane.start()).toEqual({
    kind: 'not-run',
    reason: 'the testee cannot be started: there is no program "/no/such/program"',
  });
});

test('after three starts that fail in a row the rest is not run', async () => {
  const lane = start('no-start');
  const seen = [];
  for (let i = 0; i < 5; i++) seen.push(last(await lane.run(echo('1'))).kind);
  expect(seen).toEqual(['crashed', 'crashed', 'crashed', 'not-run', 'not-run']);
  expect(lane.starts).toBe(3);
});

test('nothing is left of a testee that hangs when the run is interrupted', async () => {
  const lane = start('hang', 4);
  await lane.start();
  const running = Promise.all([lane.run(echo('1')), lane.run(echo('bad')), lane.run(echo('2'))]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await lane.close();
  const kinds = (await running).map((seen) => last(seen).kind);
  expect(kinds[1]).toBe('not-run');
  expect(last(await lane.run(echo('1')))).toEqual({ kind: 'not-run', reason: 'the run was interrupted' });
});

test('what a testee has started ends with it', async () => {
  const child = path.join(import.meta.dirname, 'test/with-child.mjs');
  const lane = laneOn(stdio([process.execPath, child]));
  lanes.push(lane);
  const observation = last(await lane.run(echo('pid')));
  const pid = Number(
    observation.kind === 'ok' && observation.value && 'text' in observation.value ? observation.value.text : 0,
  );
  expect(pid).toBeGreaterThan(0);
  await lane.close();
  await expect.poll(() => alive(pid)).toBe(false);
});

/** A process that is dead but that nobody has waited for (state Z) still has an id. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
