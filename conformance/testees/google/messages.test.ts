import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { Malformed } from '../../reference/oracle/wire.ts';
import { framed, FrameReader } from './frames.ts';
import { decodeRequest, decodeResponse, encodeRequest, encodeResponse, type GoogleResult } from './messages.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const bytes = fc.uint8Array({ maxLength: 300 });
const result: fc.Arbitrary<GoogleResult> = fc.oneof(
  bytes.map((value): GoogleResult => ({ kind: 'binary', bytes: value })),
  fc
    .tuple(fc.constantFrom('json', 'parse-error', 'runtime-error', 'skipped', 'serialize-error' as const), text)
    .map(([kind, value]) => ({ kind, text: value })),
);

describe('messages', () => {
  test.prop([fc.oneof(bytes, text), text, fc.constantFrom('binary', 'json' as const)])(
    'a request is read as it was written',
    (data, type, to) => {
      const format = typeof data === 'string' ? 'json' : 'binary';
      const read = decodeRequest(encodeRequest({ data, type, to }));
      expect(read).toEqual({ type, to, payload: { format, data }, ignoreUnknown: false });
    },
  );

  test.prop([result])('a response is read as it was written', (written) => {
    expect(decodeResponse(encodeResponse(written))).toEqual(written);
  });

  test.prop([bytes])('no bytes do worse than being refused', (hostile) => {
    for (const read of [decodeRequest, decodeResponse]) {
      try {
        read(hostile);
      } catch (error) {
        expect(error).toBeInstanceOf(Malformed);
      }
    }
  });

  test('a request as the runner writes it', () => {
    // json_payload "{}", PROTOBUF, message_type "a.B", JSON_IGNORE_UNKNOWN_PARSING_TEST, print_unknown_fields.
    const request = Buffer.from('12027b7d18012203612e4228034801', 'hex');
    expect(decodeRequest(request)).toEqual({
      type: 'a.B',
      to: 'binary',
      payload: { format: 'json', data: '{}' },
      ignoreUnknown: true,
    });
  });
});

describe('frames', () => {
  test.prop([fc.array(bytes, { maxLength: 6 }), fc.infiniteStream(fc.integer({ min: 1, max: 40 }))])(
    'come out whole, however they are cut',
    (list, cuts) => {
      const stream = Buffer.concat(list.map(framed));
      const seen: number[][] = [];
      const reader = new FrameReader(300, {
        frame: (frame) => seen.push([...frame]),
        violation: (problem) => expect.fail(problem),
      });
      for (let at = 0; at < stream.length;) {
        const { value } = cuts.next();
        reader.push(stream.subarray(at, (at += value)));
      }
      expect(seen).toEqual(list.map((frame) => [...frame]));
      expect(reader.pendingBytes).toBe(0);
    },
  );
});
