import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buffer, encode, putMessage, writeRaw, writeVarint, writeVarint64 } from './output.ts';
import { writeString } from './write-string.ts';

const written = (write: (pos: number) => number): Uint8Array => encode((pos) => write(pos), {});

describe('encode', () => {
  it('writes a message again until it fits', () => {
    for (const size of [0, 1, 2047, 2048, 2049, 8191, 8192, 8193, 40_000, 2_000_000]) {
      const raw = new Uint8Array(size).fill(7);
      expect(Buffer.from(written((pos) => writeRaw(pos, raw))).equals(raw)).toBe(true);
      expect([...written((pos) => writeVarint(pos, 300))]).toStrictEqual([0xac, 2]);
    }
  });

  it('does not keep a buffer for a very large message', () => {
    written((pos) => writeRaw(pos, new Uint8Array(5_000_000)));
    written((pos) => writeVarint(pos, 1));
    written((pos) => writeVarint(pos, 1));
    expect(buffer.length).toBeLessThanOrEqual(1 << 20);
  });
});

describe('putMessage', () => {
  it('writes a length of as many bytes as it takes, after longer and shorter ones', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat(20_000)), { minLength: 1, maxLength: 6 }), (sizes) => {
        const bytes = written((pos) => {
          for (const size of sizes)
            pos = putMessage(pos, 10, {}, (at) => writeRaw(at, new Uint8Array(size).fill(size & 255)));
          return pos;
        });
        const expected = sizes.flatMap((size) => {
          const length = [...written((pos) => writeVarint(pos, size))];
          return [10, ...length, ...Array.from({ length: size }, () => size & 255)];
        });
        expect(Buffer.from(bytes).equals(Uint8Array.from(expected))).toBe(true);
      }),
    );
  });
});

describe('writeVarint64', () => {
  it('writes any two words', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
        const bytes = written((pos) => writeVarint64(pos, Number(value & 0xffffffffn) | 0, Number(value >> 32n) | 0));
        let back = 0n;
        for (const [i, byte] of bytes.entries()) back |= BigInt(byte & 127) << BigInt(7 * i);
        expect(back).toBe(value);
        expect(bytes.length).toBe(Math.max(1, Math.ceil(value.toString(2).length / 7)));
      }),
    );
  });
});

describe('writeString', () => {
  it('writes UTF-8 with its length, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        const content = new TextEncoder().encode(value);
        const length = [...written((pos) => writeVarint(pos, content.length))];
        expect([...written((pos) => writeString(pos, 10, value))]).toStrictEqual([10, ...length, ...content]);
      }),
    );
  });

  it('refuses a lone surrogate, whatever surrounds it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('\ud83d', '\ude00'),
        (before, after, lone) => {
          expect(() => written((pos) => writeString(pos, 10, `${before}${lone}${after}`))).toThrow('well-formed');
        },
      ),
    );
  });
});
