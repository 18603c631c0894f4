import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactJson } from './json-parse.ts';

const checkUniqueKeys = (text: string): unknown => parseExactJson(text, { maxDepth: Infinity, uniqueKeys: true });

describe('unique keys', () => {
  it('has nothing to say of what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ' ', '\n'), (json, space) => {
        expect(() => checkUniqueKeys(JSON.stringify(json, undefined, space))).not.toThrow();
      }),
    );
  });

  it.each([
    ['{"a":1,"a":1}', '/a'],
    ['{"a": {"a": 1}, "b": [{}, [], {"a": "a", "c/d": {"x": 1, "y": {}, "x" : 2}}]}', '/b/2/c~1d/x'],
    ['[1, 2, ["a", "a", "a"], {"": 1, "\\u0061": 2, "a": 3}]', '/3/a'],
    ['{"__proto__": 1, "__proto__": 2}', '/__proto__'],
    [String.raw`{"a\"b": "{\"x\":1,\"x\":1}", "a\u0022b": 1}`, '/a"b'],
  ])('finds a key that is there twice: %s', (text, path) => {
    expect(() => checkUniqueKeys(text)).toThrow(
      expect.objectContaining({ name: 'JsonError', code: 'duplicate-key', path }),
    );
  });

  it('does not take strings, or keys of neighbours, for keys', () => {
    for (const text of [
      '{"a":"a","b":"a"}',
      '[{"a":1},{"a":1}]',
      '{"a":{"b":1},"b":{"a":1}}',
      '"a"',
      '{"x":["\\"x\\":"]}',
    ])
      expect(() => checkUniqueKeys(text)).not.toThrow();
  });

  it('takes text of any depth', () => {
    const text = `${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
    expect(() => checkUniqueKeys(text)).not.toThrow();
  });
});
