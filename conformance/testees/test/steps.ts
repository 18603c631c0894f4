/** Steps and options that the tests of testees share. */
import type { Step } from '../../model/fixture.gen.ts';
import type { Transport } from '../../model/testee.ts';
import { Lane, type LaneOptions } from '../lane.ts';

/** A transcode of a text, which an echo answers with itself. */
export const echo = (text: string): readonly Step[] => [
  {
    command: { cmd: 'transcode', type: 'T', from: 'json', to: 'json', data: { text } },
    replies: [{ kind: 'ok', value: { kind: 'json', text } }],
  },
];

/** Wait for an answer in these tests, in ms: far above what an echo takes, short enough to wait for. */
export const testTimeoutMs = 3000;

export function laneOn(transport: Transport, more: Partial<LaneOptions> = {}): Lane {
  return new Lane({
    transport,
    role: 'codec',
    hello: { suite: 'test', role: 'codec', package: 'test', binding: '', seed: 1 },
    timeoutMs: testTimeoutMs,
    ...more,
  });
}
