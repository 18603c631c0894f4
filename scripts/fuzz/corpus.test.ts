/** The inputs that earlier runs of the fuzzer found, over the committed packages. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { checkBytes, checkText } from './check.ts';
import { loadCodecs, type Codec } from './codec.ts';
import { readCorpus } from './prepare.ts';
import { checkInput, targets } from './target.ts';

describe.each(['openim-binary', 'openim-json', 'floo-json'] as const)('%s', (name) => {
  it('holds for every input of the corpus', async () => {
    const target = targets[name];
    const codecs = await loadCodecs(path.join(packageRoot(), target.folder));
    const inputs = await readCorpus(name);
    expect(inputs.length).toBeGreaterThan(20);
    for (const input of inputs) checkInput(target, codecs, new Uint8Array(input));
  });
});

describe('the checks', () => {
  const sound: Codec = {
    name: 'Sound',
    binary: {
      decode: (bytes) => ({ bytes: [...bytes] }),
      encode: (message) => Uint8Array.from((message as Held).bytes),
    },
    read: (text) => JSON.parse(text) as unknown,
    write: (value) => JSON.stringify(value),
    fromJson: (json) => json,
    is: () => true,
  };
  interface Held {
    readonly bytes: readonly number[];
  }
  const bytes = Uint8Array.of(1, 2);
  const decoding = (decode: (bytes: Uint8Array) => unknown): Codec => ({
    ...sound,
    binary: { ...sound.binary!, decode },
  });

  it('hold for a sound codec', () => {
    checkBytes(sound, bytes);
    checkText(sound, '{"bytes":[1]}', {});
  });

  it.each([
    ['another error', decoding(() => (undefined as never as Held).bytes)],
    ['an offset outside', decoding(() => raise({ name: 'WireError', code: 'truncated', path: '', offset: 3 }))],
    ['no path', decoding(() => raise({ name: 'WireError', code: 'truncated', offset: 1 }))],
    ['a value that is not written', { ...sound, binary: { ...sound.binary!, encode: () => new Uint8Array(0) } }],
    // More than a garbage collection in between may give back.
    ['memory', decoding((input) => ({ bytes: [...input], more: new Uint8Array(1 << 29) }))],
    ['a prototype', decoding((input) => Object.assign(Object.create({ evil: true }) as Held, { bytes: [...input] }))],
    ['an invalid value', { ...sound, is: () => false }],
  ] as [string, Codec][])('find %s', (_, codec) => {
    expect(() => checkBytes(codec, bytes)).toThrow();
  });

  it('find text that changes, and what is read though it is no JSON', () => {
    expect(() => checkText({ ...sound, write: () => '{}' }, '{"bytes":[1]}', {})).toThrow('does not survive');
    expect(() => checkText({ ...sound, read: () => ({ bytes: [] }) }, '{', {})).toThrow('no JSON');
    expect(() => checkText({ ...sound, read: () => raise({ name: 'RangeError' }) }, '{}', {})).toThrow('raised');
  });
});

function raise(fields: object): never {
  throw Object.assign(new Error('raised'), fields);
}
