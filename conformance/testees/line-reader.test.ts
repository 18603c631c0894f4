import { array, assert, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { LineReader } from './line-reader.ts';

function read(
  chunks: readonly Uint8Array[],
  maxBytes = 1000,
): { readonly lines: string[]; readonly faults: string[]; readonly half: string } {
  const lines: string[] = [];
  const faults: string[] = [];
  const reader = new LineReader(maxBytes, {
    line: (text) => lines.push(text),
    violation: (problem) => faults.push(problem),
  });
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return { lines, faults, half: reader.halfLine };
}

test('lines come whole, however the stream is cut', () => {
  assert(
    property(
      array(string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '' && !/[\n\ufeff]/.test(text))),
      array(integer({ min: 1, max: 7 }), { minLength: 1 }),
      (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = sizes[i % sizes.length]!;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(read(chunks, 1_000_000)).toEqual({ lines, faults: [], half: '' });
      },
    ),
  );
});

test('blank lines mean nothing, and half a line is remembered', () => {
  expect(read([Buffer.from('\n  \r\na\n\nb')])).toEqual({ lines: ['a'], faults: [], half: 'b' });
});

test('a line at the limit is read; one byte more ends the stream, whether or not it ever ends', () => {
  expect(read([Buffer.from(`${'x'.repeat(10)}\n`)], 10).faults).toEqual([]);
  expect(read([Buffer.from(`${'x'.repeat(11)}\nnext\n`)], 10)).toMatchObject({
    lines: [],
    faults: ['a message is longer than 10 bytes'],
  });
  expect(read([Buffer.from('x'.repeat(6)), Buffer.from('x'.repeat(6))], 10)).toMatchObject({
    faults: ['a message is longer than 10 bytes'],
  });
});

test('what is not UTF-8 ends the stream', () => {
  expect(read([Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x0a])])).toMatchObject({
    lines: [],
    faults: ['a line is not UTF-8'],
  });
});
