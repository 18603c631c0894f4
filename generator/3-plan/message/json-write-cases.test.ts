/** What ProtoJSON is written, and what is refused and where; depth; messages in an `Any`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadJsonFunctions, type JsonFunctions } from './test/json-functions.ts';

let call: JsonFunctions['call'];
let read: JsonFunctions['read'];
let write: JsonFunctions['write'];
let constant: JsonFunctions['constant'];

beforeAll(async () => {
  ({ call, read, write, constant } = await loadJsonFunctions());
});

describe('writes', () => {
  it.each<[type: string, message: object, text: string]>([
    ['Scalars', {}, '{}'],
    [
      'Optionals',
      { fInt32: 0, fString: '', fBool: false, fColor: 0 },
      '{"fInt32":0,"fBool":false,"fString":"","fColor":"COLOR_NONE"}',
    ],
    ['Scalars', { fDouble: -0, fFloat: -0 }, '{"fDouble":-0,"fFloat":-0}'],
    ['Scalars', { fDouble: NaN, fFloat: -Infinity }, '{"fDouble":"NaN","fFloat":"-Infinity"}'],
    ['Scalars', { fFloat: Math.fround(0.1), fDouble: 1e21 }, '{"fDouble":1e+21,"fFloat":0.1}'],
    ['Scalars', { fFloat: 3.4028234663852886e38 }, '{"fFloat":3.4028234663852886e+38}'],
    ['Scalars', { fInt64: -1n, fUint64: 18446744073709551615n }, '{"fInt64":"-1","fUint64":"18446744073709551615"}'],
    ['Scalars', { fBytes: Uint8Array.of(0xfb, 0xff) }, '{"fBytes":"+/8="}'],
    ['Scalars', { fColor: 12345 }, '{"fColor":12345}'],
    ['Scalars', { fString: '"\\\u0000\n\u2028😀é' }, '{"fString":"\\"\\\\\\u0000\\n\u2028😀é"}'],
    ['Scalars', { fString: `${'a'.repeat(3000)}"` }, `{"fString":"${'a'.repeat(3000)}\\""}`],
    ['Maps', { byString: JSON.parse('{"__proto__": "\\""}') }, '{"byString":{"__proto__":"\\""}}'],
    ['JsonNames', { proto: 'a', quote: 'b', empty: 'c' }, '{"__proto__":"a","a\\"b\\\\c":"b","":"c"}'],
    ['Choices', { choice: { case: 'number', value: 0 } }, '{"number":0}'],
    ['KnownChoice', { choice: { case: 'nullValue', value: 0 } }, '{"nullValue":null}'],
    ['Known', { timestamp: { seconds: 0n, nanos: 21_000_000 } }, '{"timestamp":"1970-01-01T00:00:00.021Z"}'],
    ['Known', { timestamp: { seconds: -1n, nanos: 1000 } }, '{"timestamp":"1969-12-31T23:59:59.000001Z"}'],
    ['Known', { duration: { seconds: 0n, nanos: -5 } }, '{"duration":"-0.000000005s"}'],
    ['Known', { duration: { seconds: -3n, nanos: 0 } }, '{"duration":"-3s"}'],
    ['Known', { fieldMask: { paths: ['a.b_c', 'd'] } }, '{"fieldMask":"a.bC,d"}'],
    ['Known', { any: { typeUrl: '', value: new Uint8Array(0) } }, '{"any":{}}'],
  ])('%s %o', (type, message, text) => {
    expect(write(type, message)).toBe(text);
  });

  it.each<[type: string, message: object, code: string, path: string]>([
    ['Scalars', { fInt32: 2 ** 31 }, 'out-of-range', '/fInt32'],
    ['Scalars', { fInt32: '1' }, 'out-of-range', '/fInt32'],
    ['Scalars', { fUint32: -1 }, 'out-of-range', '/fUint32'],
    ['Scalars', { fInt64: 1n << 63n }, 'out-of-range', '/fInt64'],
    ['Scalars', { fInt64: 1 }, 'out-of-range', '/fInt64'],
    ['Scalars', { fDouble: '1' }, 'wrong-type', '/fDouble'],
    ['Scalars', { fFloat: 3.5e38 }, 'out-of-range', '/fFloat'],
    ['Scalars', { fBool: 'true' }, 'wrong-type', '/fBool'],
    ['Scalars', { fString: 1 }, 'wrong-type', '/fString'],
    ['Scalars', { fString: undefined }, 'wrong-type', '/fString'],
    ['Scalars', { fString: 'a\ud800' }, 'lone-surrogate', '/fString'],
    ['Scalars', { fString: `${'a'.repeat(3000)}\ud800` }, 'lone-surrogate', '/fString'],
    ['Scalars', { fBytes: [1] }, 'wrong-type', '/fBytes'],
    ['Scalars', { fColor: 0.5 }, 'out-of-range', '/fColor'],
    ['Lists', { fInt32: undefined }, 'wrong-type', '/fInt32'],
    ['Lists', { fInt32: [1, 2.5] }, 'out-of-range', '/fInt32/1'],
    ['Maps', { byInt32: { a: 1 } }, 'bad-key', '/byInt32'],
    ['Maps', { byString: { a: '\ud800' } }, 'lone-surrogate', '/byString/a'],
    ['Choices', { choice: { case: 'number', value: 'x' } }, 'out-of-range', '/choice/value'],
    ['Choices', { choice: { case: 'nothing', value: 'x' } }, 'unknown-case', '/choice/case'],
    ['Known', { timestamp: { seconds: 253402300800n, nanos: 0 } }, 'out-of-range', '/timestamp/nanos'],
    ['Known', { duration: { seconds: 1n, nanos: -1 } }, 'bad-duration', '/duration/nanos'],
    ['Known', { fieldMask: { paths: ['fooBar'] } }, 'bad-field-mask', '/fieldMask/paths/0'],
    ['Known', { fieldMask: { paths: ['foo__bar'] } }, 'bad-field-mask', '/fieldMask/paths/0'],
    ['Known', { fieldMask: { paths: ['foo_3_bar'] } }, 'bad-field-mask', '/fieldMask/paths/0'],
    ['Known', { value: { kind: { case: 'numberValue', value: NaN } } }, 'not-finite', '/value/kind/value'],
    ['Known', { value: { kind: undefined } }, 'no-value', '/value/kind'],
    ['Known', { any: { typeUrl: 'a/b', value: new Uint8Array(0) } }, 'unknown-type', '/any/typeUrl'],
  ])('refuses %s %o', (type, message, code, path) => {
    expect(() => write(type, message)).toThrow(expect.objectContaining({ name: 'JsonError', code, path }));
  });

  it('escapes each UTF-16 unit as JSON.stringify does', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      if (unit >= 0xd800 && unit < 0xe000) continue;
      const text = `a${String.fromCharCode(unit)}`;
      if (write('Scalars', { fString: text }) !== `{"fString":${JSON.stringify(text)}}`) expect.fail(String(unit));
    }
  });
});

describe('depth', () => {
  const nested = (levels: number): string => `${'{"left":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;

  it('reads a hundred messages in one another, and no more', () => {
    expect(() => read('Tree', nested(100))).not.toThrow();
    expect(() => read('Tree', nested(101))).toThrow(
      expect.objectContaining({ code: 'too-deep', path: '/left'.repeat(100) }),
    );
    expect(() => read('Tree', nested(100_000))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => read('Tree', nested(5), { maxDepth: 4 })).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => read('Tree', nested(150), { maxDepth: 150 })).not.toThrow();
  });

  it('writes what it reads', () => {
    const tree = (levels: number): object => call('createTree', levels > 1 ? { left: tree(levels - 1) } : {}) as object;
    expect(write('Tree', tree(100))).toBe(nested(100));
    expect(() => write('Tree', tree(101))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(write('Tree', tree(150), { maxDepth: 150 })).toBe(nested(150));
    const cyclic = call('createTree') as { left?: object };
    cyclic.left = cyclic;
    expect(() => write('Tree', cyclic)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  it('bounds values and lists of values', () => {
    expect(() => read('Known', `{"value": ${'['.repeat(90)}${']'.repeat(90)}}`)).not.toThrow();
    expect(() => read('Known', `{"value": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toThrow(
      expect.objectContaining({ code: 'too-deep' }),
    );
  });
});

describe('Any', () => {
  const types = (): readonly unknown[] =>
    ['Scalars', 'Duration', 'Int64Value', 'Value', 'Known', 'Empty', 'Any'].map((name) => constant(`anyTypeOf${name}`));

  it.each([
    '{"any":{"@type":"type.googleapis.com/codec.three.Scalars","fInt32":5}}',
    '{"any":{"@type":"type.googleapis.com/codec.three.Scalars"}}',
    '{"any":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"1.500s"}}',
    '{"any":{"@type":"type.googleapis.com/google.protobuf.Int64Value","value":"12"}}',
    '{"any":{"@type":"type.googleapis.com/google.protobuf.Value","value":null}}',
    '{"any":{"@type":"x/codec.json.Known","any":{"@type":"y/codec.json.Known","timestamp":"1970-01-01T00:00:00Z"}}}',
    '{"any":{"@type":"x/google.protobuf.Any","value":{"@type":"y/codec.three.Scalars","fInt32":5}}}',
    '{"any":{"@type":"x/google.protobuf.Any","value":{"@type":"y/google.protobuf.Any","value":{}}}}',
  ])('reads and writes %s', (text) => {
    const options = { types: types() };
    expect(call('toJsonStringKnown', read('Known', text, options), options)).toBe(text);
    expect(call('toJsonKnown', read('Known', text, options), options)).toStrictEqual(JSON.parse(text));
  });

  it('takes @type wherever it stands, and says where the rest is wrong', () => {
    const options = { types: types() };
    const text = '{"any":{"fInt32":"a","@type":"type.googleapis.com/codec.three.Scalars"}}';
    expect(() => read('Known', text, options)).toThrow(expect.objectContaining({ path: '/any/fInt32' }));
    const beside = '{"any":{"@type":"a/google.protobuf.Duration","value":"1s","other":1}}';
    expect(() => read('Known', beside, options)).toThrow(expect.objectContaining({ path: '/any/other' }));
    expect(() => read('Known', beside, { ...options, ignoreUnknown: true })).not.toThrow();
  });

  it('bounds depth', () => {
    const options = { types: types() };
    const nested = (levels: number): string =>
      levels === 0 ? '{}' : `{"any":{"@type":"x/codec.json.Known",${nested(levels - 1).slice(1)}}`.replace(',}', '}');
    expect(() => read('Known', nested(40), options)).not.toThrow();
    expect(() => read('Known', nested(60), options)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });
});
