import * as fc from 'fast-check';
import type * as Base64 from './base64.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';

/** The module with and without Buffer: it looks for one when it is loaded. */
async function load(buffer: 'with' | 'without'): Promise<typeof Base64> {
  vi.resetModules();
  if (buffer === 'without') vi.stubGlobal('Buffer', undefined);
  return import('./base64.ts');
}

afterEach(() => void vi.unstubAllGlobals());

const NodeBuffer = Buffer;

describe.each(['with', 'without'] as const)('base64 %s Buffer', (buffer) => {
  test('reads what it writes, padded or not, in both alphabets', async () => {
    const { base64Decode, base64Encode } = await load(buffer);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64Encode(bytes);
        expect(text).toBe(NodeBuffer.from(bytes).toString('base64'));
        const url = text.replaceAll('+', '-').replaceAll('/', '_');
        for (const form of [text, text.replace(/=+$/, ''), url, url.replace(/=+$/, '')]) {
          expect(base64Decode(form)).toStrictEqual(bytes);
        }
      }),
    );
  });

  test.each([
    'A',
    'AA=',
    'AAA==',
    '=',
    '==',
    'A===',
    'AAAA=',
    'AA=A',
    'A A=',
    'AA A',
    'AAAA\n',
    'AA*A',
    'AAé',
    'AAAA漢漢漢漢',
    '!!!!',
  ])('refuses %j', async (text) => {
    const { base64Decode } = await load(buffer);
    expect(base64Decode(text)).toBeUndefined();
  });
});
