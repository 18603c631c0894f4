import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, fail, high, input, position, readVarint, skip, tagAt, varintAt, view } from './input.ts';

/** Runs a reader over bytes; returns what it returned. */
function reading<T>(bytes: readonly number[], read: (pos: number, end: number) => T): T {
  return decode<T>(read, Uint8Array.from(bytes));
}

function varintOf(value: bigint): number[] {
  const bytes: number[] = [];
  for (; value > 127n; value >>= 7n) bytes.push(Number(value & 127n) | 128);
  return [...bytes, Number(value)];
}

describe('readVarint', () => {
  it('reads every 64-bit value, and stops behind it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
        fc.nat(64),
        fc.uint8Array({ maxLength: 4 }),
        (wide, bits, after) => {
          const value = wide >> BigInt(bits % 64);
          const bytes = varintOf(value);
          const low = reading([...bytes, ...after], (pos) => readVarint(pos));
          expect((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)).toBe(value);
          expect(position).toBe(bytes.length);
        },
      ),
    );
  });

  it('reads overlong ones up to ten bytes', () => {
    for (let extra = 0; extra < 9; extra++) {
      const bytes = [0x85, ...Array.from({ length: extra }, () => 0x80), 0];
      expect(reading(bytes, (pos) => readVarint(pos))).toBe(5);
      expect(position).toBe(bytes.length);
    }
    expect(() => reading([...Array.from({ length: 10 }, () => 0x80), 0], (pos) => readVarint(pos))).toThrow(
      'varint too long',
    );
  });
});

describe('tagAt', () => {
  it('reads tags of one to five bytes', () => {
    for (const tag of [8, 127, 128, 16383, 16384, 2097151, 2 ** 28, 2 ** 32 - 1]) {
      expect(reading(varintOf(BigInt(tag)), (pos) => tagAt(pos))).toBe(tag);
      expect(position).toBe(varintOf(BigInt(tag)).length);
    }
  });
});

describe('varintAt', () => {
  it('refuses a length that no input can have, but not such a value', () => {
    for (const value of [2n ** 31n, 2n ** 32n, 2n ** 32n + 5n, 2n ** 64n - 1n]) {
      expect(() => reading(varintOf(value), (pos) => varintAt(10, pos))).toThrow('truncated');
      expect(reading(varintOf(value), (pos) => varintAt(8, pos))).toBe(Number(BigInt.asIntN(32, value)));
    }
    expect(reading([0xac, 0x02], (pos) => varintAt(10, pos))).toBe(300);
    expect(position).toBe(2);
  });
});

describe('skip', () => {
  it('steps over a value of every wire type', () => {
    const cases: readonly [tag: number, bytes: readonly number[]][] = [
      [8, [0x80, 1]],
      [9, [1, 2, 3, 4, 5, 6, 7, 8]],
      [10, [3, 1, 2, 3]],
      [11, [8, 1, 19, 20, 12]],
      [13, [1, 2, 3, 4]],
    ];
    for (const [tag, bytes] of cases) {
      expect(reading(bytes, (pos, end) => skip(tag, pos, end))).toBe(bytes.length);
      expect(() => reading(bytes.slice(0, -1), (pos, end) => skip(tag, pos, end)), `tag ${tag}`).toThrow();
    }
  });
});

describe('decode', () => {
  it('says where the bytes end, whatever an earlier input left behind them', () => {
    const field = (pos: number, end: number): number => skip(tagAt(pos), position, end);
    for (const left of [0x00, 0x06, 0x80, 0xff]) {
      for (const bytes of [[0xc6], [0x80], [0x88, 0x80, 0x80, 0x80], [0x08, 0x80], [0x0a, 0xff], [0x0d, 1, 2]]) {
        reading(
          Array.from({ length: 31 }, () => left),
          () => 0,
        );
        expect(() => reading(bytes, field)).toThrow(
          expect.objectContaining({ code: 'truncated', offset: bytes.length }),
        );
      }
    }
  });

  it('forgets the caller’s bytes, whether it succeeds or fails', async () => {
    const { source } = await import('./input.ts');
    expect(source).toBeUndefined();
    expect(() =>
      reading([1], () => {
        throw new Error('x');
      }),
    ).toThrow('x');
    expect((await import('./input.ts')).source).toBeUndefined();
  });
});

describe('a large input', () => {
  const bytes = new Uint8Array(1 << 18).fill(5);

  it('is read where it lies', () => {
    expect(decode(() => input.buffer, bytes)).toBe(bytes.buffer);
    expect(input.buffer).not.toBe(bytes.buffer);
  });

  it('is copied, from then on, for a reader that looks ahead at its end', () => {
    const last = (_: number, end: number): number => view.getInt32(end - 1, true) & 255;
    for (let time = 0; time < 3; time++) expect(decode(last, bytes)).toBe(5);
    const buffers = new Set<unknown>();
    const reader = (_: number, end: number): void => {
      buffers.add(input.buffer);
      view.getInt32(end - 1);
    };
    for (let time = 0; time < 3; time++) decode(reader, bytes);
    expect([...buffers].indexOf(bytes.buffer)).toBe(0);
    buffers.clear();
    decode(reader, bytes);
    expect(buffers).not.toContain(bytes.buffer);
  });

  it('has its faults named, and leaves nothing behind', () => {
    expect(() => decode((pos) => fail('invalid-tag', pos + 7), bytes)).toThrow(/invalid tag/);
    expect(() => decode((_, end) => fail('invalid-tag', end + 1), bytes)).toThrow(/truncated/);
    expect(reading([7], () => input[0])).toBe(7);
  });
});
