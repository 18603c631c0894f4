import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './input.ts';
import { readLooseString, readString } from './read-string.ts';

const read = (content: Uint8Array): string => decode<string>(readString, content);
const readLoose = (content: Uint8Array): string => decode<string>(readLooseString, content);
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the platform's decoder makes of it: a string, or undefined where it refuses. */
function platform(content: Uint8Array): string | undefined {
  try {
    return strict.decode(content);
  } catch {
    return undefined;
  }
}

function ours(content: Uint8Array): string | undefined {
  try {
    return read(content);
  } catch {
    return undefined;
  }
}

describe('readString', () => {
  it('reads what the platform reads, and refuses what it refuses', () => {
    // Bytes near the borders of UTF-8: leads, continuations, surrogates, overlong forms.
    const byte = fc.constantFrom(
      0,
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xe4,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    const anything = fc.array(byte, { maxLength: 12 }).map((bytes) => Uint8Array.from(bytes));
    const text = fc.string({ unit: 'binary', maxLength: 80 }).map((value) => new TextEncoder().encode(value));
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          text,
          fc.tuple(text, anything).map(([a, b]) => Uint8Array.from([...a, ...b])),
        ),
        (content) => ours(content) === platform(content),
      ),
      { numRuns: 20_000 },
    );
  });

  it('decides every sequence of up to three bytes rightly', () => {
    for (let first = 0x80; first < 0x100; first++) {
      for (const second of [0, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0]) {
        for (const third of [[], [0x41], [0x80], [0xbf], [0xc0]]) {
          const content = Uint8Array.from([first, second, ...third]);
          expect(ours(content), Buffer.from(content).toString('hex')).toBe(platform(content));
        }
      }
    }
  });
});

describe('readLooseString', () => {
  it('puts U+FFFD where text is ill-formed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (content) => {
        expect(readLoose(content)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));
      }),
    );
  });
});
