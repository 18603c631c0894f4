/** What ProtoJSON is read as, and what is refused and where. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadJsonFunctions, type JsonFunctions } from './test/json-functions.ts';

let call: JsonFunctions['call'];
let read: JsonFunctions['read'];

beforeAll(async () => {
  ({ call, read } = await loadJsonFunctions());
});

describe('reads', () => {
  it.each<[type: string, text: string, message: object]>([
    // Integers: as numbers or strings, with exponent or fraction if they are integral all the same.
    ['Scalars', '{"fInt32": 1e5}', { fInt32: 100000 }],
    ['Scalars', '{"fInt32": 100000.000}', { fInt32: 100000 }],
    ['Scalars', '{"fInt32": "1e5"}', { fInt32: 100000 }],
    ['Scalars', '{"fInt32": "-2147483648"}', { fInt32: -2147483648 }],
    ['Scalars', '{"fInt32": 2147483647.0}', { fInt32: 2147483647 }],
    ['Scalars', '{"fInt32": -0}', { fInt32: 0 }],
    ['Scalars', '{"fInt32": "2\\u003147483647"}', { fInt32: 2147483647 }],
    ['Scalars', '{"fUint32": 4294967295}', { fUint32: 4294967295 }],
    ['Scalars', '{"fInt64": 1.0}', { fInt64: 1n }],
    ['Scalars', '{"fInt64": 1e5}', { fInt64: 100000n }],
    ['Scalars', '{"fInt64": "1.5e1"}', { fInt64: 15n }],
    ['Scalars', '{"fInt64": -0}', { fInt64: 0n }],
    ['Scalars', '{"fInt64": "-0"}', { fInt64: 0n }],
    ['Scalars', '{"fInt64": "-9223372036854775808"}', { fInt64: -9223372036854775808n }],
    ['Scalars', '{"fInt64": -9223372036854775808}', { fInt64: -9223372036854775808n }],
    ['Scalars', '{"fInt64": 9007199254740993}', { fInt64: 9007199254740993n }],
    ['Scalars', '{"fInt64": 9007199254740993.0}', { fInt64: 9007199254740993n }],
    ['Scalars', '{"fInt64": 9.223372036854775807e18}', { fInt64: 9223372036854775807n }],
    ['Scalars', '{"fUint64": 18446744073709551615}', { fUint64: 18446744073709551615n }],
    [
      'Scalars',
      '{"fDouble": 9007199254740993, "fInt64": 9007199254740993}',
      { fDouble: 9007199254740992, fInt64: 9007199254740993n },
    ],
    // Floating point.
    ['Scalars', '{"fDouble": "NaN"}', { fDouble: NaN }],
    ['Scalars', '{"fDouble": "-Infinity"}', { fDouble: -Infinity }],
    ['Scalars', '{"fFloat": "Infinity"}', { fFloat: Infinity }],
    ['Scalars', '{"fDouble": "1.5"}', { fDouble: 1.5 }],
    ['Scalars', '{"fDouble": -0}', { fDouble: -0 }],
    ['Scalars', '{"fDouble": 1.7976931348623157e+308}', { fDouble: 1.7976931348623157e308 }],
    ['Scalars', '{"fFloat": 3.4028235e38}', { fFloat: 3.4028234663852886e38 }],
    ['Scalars', '{"fFloat": 1e-60}', { fFloat: 0 }],
    ['Scalars', '{"fFloat": 0.1}', { fFloat: Math.fround(0.1) }],
    // Bytes in every form of base64.
    ['Scalars', '{"fBytes": "-_8="}', { fBytes: Uint8Array.of(0xfb, 0xff) }],
    ['Scalars', '{"fBytes": "-_8"}', { fBytes: Uint8Array.of(0xfb, 0xff) }],
    ['Scalars', '{"fBytes": "+/8="}', { fBytes: Uint8Array.of(0xfb, 0xff) }],
    ['Scalars', '{"fBytes": ""}', { fBytes: new Uint8Array(0) }],
    // Enums by name and number; unknown numbers are kept.
    ['Scalars', '{"fColor": "COLOR_BLUE"}', { fColor: -2 }],
    ['Scalars', '{"fColor": 1}', { fColor: 1 }],
    ['Scalars', '{"fColor": 12345}', { fColor: 12345 }],
    ['Closed', '{"level": "HIGH", "levels": [1, "MIDDLE"]}', { level: -7, levels: [1, 5] }],
    // Names, and null for absence.
    ['Scalars', '{"f_int32": 7}', { fInt32: 7 }],
    ['Scalars', '{"fInt32": null, "fString": null, "fBytes": null, "fInt64": null, "fColor": null, "fBool": null}', {}],
    ['Lists', '{"fInt32": null, "fMessage": null}', {}],
    ['Maps', '{"byBool": null}', {}],
    ['Optionals', '{"fInt32": null, "fString": ""}', { fString: '' }],
    ['Choices', '{"number": null, "text": "x"}', { choice: { case: 'text', value: 'x' } }],
    ['Choices', '{"text": "x", "number": null}', { choice: { case: 'text', value: 'x' } }],
    ['KnownChoice', '{"nullValue": null}', { choice: { case: 'nullValue', value: 0 } }],
    ['KnownChoice', '{"nullValue": "NULL_VALUE"}', { choice: { case: 'nullValue', value: 0 } }],
    ['KnownChoice', '{"text": null, "plain": "x"}', { choice: { case: 'plain', value: 'x' } }],
    ['KnownChoice', '{"value": null}', { choice: { case: 'value', value: { kind: { case: 'nullValue', value: 0 } } } }],
    // Map keys of every type.
    ['Maps', '{"byInt32": {"-1": 1, "1e2": 2}}', { byInt32: { '-1': 1, 100: 2 } }],
    ['Maps', '{"byUint64": {"18446744073709551615": "1"}}', { byUint64: { '18446744073709551615': 1n } }],
    ['Maps', '{"byBool": {"\\u0074rue": false, "false": true}}', { byBool: { true: false, false: true } }],
    [
      'Maps',
      '{"byString": {"__proto__": "a", "constructor": "b"}}',
      { byString: JSON.parse('{"__proto__": "a", "constructor": "b"}') },
    ],
    // JSON names that are another field's name, and names to beware of.
    ['JsonNames', '{"__proto__": "a", "constructor": "b", "": "c"}', { proto: 'a', toString$: 'b', empty: 'c' }],
    ['JsonNames', '{"swapped_a": "b", "swapped_b": "a"}', { swappedA: 'a', swappedB: 'b' }],
    ['JsonNames', '{"to_string": "b"}', { toString$: 'b' }],
    ['JsonNames', '{"valueOf": "b"}', { valueOf$: 'b' }],
    [
      'Groups',
      '{"single": {"deep": {"text": ["a"]}}, "many": [{"name": "b"}]}',
      {
        single: { number: undefined, deep: { text: ['a'] } },
        many: [{ name: 'b' }],
      },
    ],
    // Well-known types.
    ['Known', '{"timestamp": "1970-01-01T00:00:00.000000001Z"}', { timestamp: { seconds: 0n, nanos: 1 } }],
    ['Known', '{"timestamp": "1969-12-31T23:59:59.5Z"}', { timestamp: { seconds: -1n, nanos: 500_000_000 } }],
    ['Known', '{"timestamp": "1970-01-01T01:00:00+01:00"}', { timestamp: { seconds: 0n, nanos: 0 } }],
    ['Known', '{"timestamp": "0001-01-01T00:00:00Z"}', { timestamp: { seconds: -62135596800n, nanos: 0 } }],
    [
      'Known',
      '{"timestamp": "9999-12-31T23:59:59.999999999Z"}',
      { timestamp: { seconds: 253402300799n, nanos: 999_999_999 } },
    ],
    ['Known', '{"timestamp": "2024-02-29T00:00:00Z"}', { timestamp: { seconds: 1709164800n, nanos: 0 } }],
    ['Known', '{"duration": "-0.5s"}', { duration: { seconds: 0n, nanos: -500_000_000 } }],
    ['Known', '{"duration": "315576000000.999999999s"}', { duration: { seconds: 315576000000n, nanos: 999_999_999 } }],
    ['Known', '{"fieldMask": "a.bC,d"}', { fieldMask: { paths: ['a.b_c', 'd'] } }],
    ['Known', '{"fieldMask": ""}', { fieldMask: { paths: [] } }],
    ['Known', '{"any": {}}', { any: { typeUrl: '', value: new Uint8Array(0) } }],
    [
      'Wrapped',
      '{"int64": "5", "bool": false, "string": "", "bytes": null}',
      {
        int64: { value: 5n },
        bool: { value: false },
        string: { value: '' },
      },
    ],
    [
      'KnownLists',
      '{"nulls": [null], "values": [null, 1]}',
      {
        nulls: [0],
        values: [{ kind: { case: 'nullValue', value: 0 } }, { kind: { case: 'numberValue', value: 1 } }],
      },
    ],
  ])('%s %s', (type, text, message) => {
    expect(read(type, text)).toStrictEqual(call(`create${type}`, message));
  });

  it('takes bigint in values', () => {
    expect(call('fromJsonScalars', { fInt64: 5n, fUint64: 18446744073709551615n })).toStrictEqual(
      call('createScalars', { fInt64: 5n, fUint64: 18446744073709551615n }),
    );
  });

  it('takes undefined in values for absent', () => {
    expect(call('fromJsonScalars', { fInt64: undefined })).toStrictEqual(call('createScalars'));
  });
});

describe('refuses', () => {
  it.each<[type: string, text: string, code: string, path: string]>([
    ['Scalars', '{"fInt32": 2147483648}', 'out-of-range', '/fInt32'],
    ['Scalars', '{"fInt32": 0.5}', 'out-of-range', '/fInt32'],
    ['Scalars', '{"fInt32": " 1"}', 'bad-number', '/fInt32'],
    ['Scalars', '{"fInt32": "1 "}', 'bad-number', '/fInt32'],
    ['Scalars', '{"fInt32": ""}', 'bad-number', '/fInt32'],
    ['Scalars', '{"fInt32": "0x10"}', 'bad-number', '/fInt32'],
    ['Scalars', '{"fInt32": "1_000"}', 'bad-number', '/fInt32'],
    ['Scalars', '{"fInt32": true}', 'wrong-type', '/fInt32'],
    ['Scalars', '{"fInt32": 9007199254740993, "fInt64": 9007199254740993}', 'out-of-range', '/fInt32'],
    ['Scalars', '{"fUint32": -1}', 'out-of-range', '/fUint32'],
    ['Scalars', '{"fUint32": 4294967296}', 'out-of-range', '/fUint32'],
    ['Scalars', '{"fInt64": "9223372036854775808"}', 'out-of-range', '/fInt64'],
    ['Scalars', '{"fInt64": 9223372036854775808}', 'out-of-range', '/fInt64'],
    ['Scalars', '{"fInt64": 0.5}', 'out-of-range', '/fInt64'],
    ['Scalars', '{"fInt64": "0.5"}', 'bad-number', '/fInt64'],
    ['Scalars', '{"fInt64": " 1"}', 'bad-number', '/fInt64'],
    ['Scalars', '{"fInt64": ""}', 'bad-number', '/fInt64'],
    ['Scalars', '{"fInt64": "-"}', 'bad-number', '/fInt64'],
    ['Scalars', '{"fInt64": {}}', 'wrong-type', '/fInt64'],
    ['Scalars', '{"fUint64": "-1"}', 'out-of-range', '/fUint64'],
    ['Scalars', '{"fUint64": -1}', 'out-of-range', '/fUint64'],
    ['Scalars', '{"fDouble": 1e999}', 'out-of-range', '/fDouble'],
    ['Scalars', '{"fDouble": "1e999"}', 'out-of-range', '/fDouble'],
    ['Scalars', '{"fDouble": "nan"}', 'bad-number', '/fDouble'],
    ['Scalars', '{"fDouble": "+Infinity"}', 'bad-number', '/fDouble'],
    ['Scalars', '{"fFloat": 3.5e38}', 'out-of-range', '/fFloat'],
    ['Scalars', '{"fFloat": -3.5e38}', 'out-of-range', '/fFloat'],
    ['Scalars', '{"fBool": "true"}', 'wrong-type', '/fBool'],
    ['Scalars', '{"fBool": 1}', 'wrong-type', '/fBool'],
    ['Scalars', '{"fString": 1}', 'wrong-type', '/fString'],
    ['Scalars', '{"fString": "\\ud800"}', 'lone-surrogate', '/fString'],
    ['Scalars', '{"fString": "\\udc00\\ud800"}', 'lone-surrogate', '/fString'],
    ['Scalars', '{"fBytes": "A"}', 'bad-base64', '/fBytes'],
    ['Scalars', '{"fBytes": "A*=="}', 'bad-base64', '/fBytes'],
    ['Scalars', '{"fColor": "COLOR_GREEN"}', 'unknown-enum-name', '/fColor'],
    ['Scalars', '{"fColor": "toString"}', 'unknown-enum-name', '/fColor'],
    ['Scalars', '{"fColor": "1"}', 'unknown-enum-name', '/fColor'],
    ['Scalars', '{"fColor": 0.5}', 'out-of-range', '/fColor'],
    ['Scalars', '{"fColor": 2147483648}', 'out-of-range', '/fColor'],
    ['Closed', '{"level": 2}', 'unknown-enum-number', '/level'],
    ['Closed', '{"levels": ["LOW", 2]}', 'unknown-enum-number', '/levels/1'],
    ['Scalars', '{"unknown": 1}', 'unknown-field', '/unknown'],
    ['Scalars', '{"unknown": null}', 'unknown-field', '/unknown'],
    ['Scalars', '{"__proto__": 1}', 'unknown-field', '/__proto__'],
    ['Scalars', '{"toString": 1}', 'unknown-field', '/toString'],
    ['Scalars', '{"F_INT32": 1}', 'unknown-field', '/F_INT32'],
    ['Scalars', '{"a/b~c": 1}', 'unknown-field', '/a~1b~0c'],
    ['Empty', '{"a": 1}', 'unknown-field', '/a'],
    ['Scalars', '{"fInt32": 1, "f_int32": 1}', 'duplicate-field', '/f_int32'],
    ['Scalars', '{"f_int32": 1, "fInt32": 1}', 'duplicate-field', '/f_int32'],
    ['Choices', '{"number": 1, "text": "x"}', 'duplicate-oneof', '/text'],
    ['Choices', '{"text": "x", "number": 0}', 'duplicate-oneof', '/number'],
    ['KnownChoice', '{"nullValue": null, "plain": ""}', 'duplicate-oneof', '/plain'],
    ['Lists', '{"fInt32": [1, null]}', 'wrong-type', '/fInt32/1'],
    ['Lists', '{"fInt32": 1}', 'wrong-type', '/fInt32'],
    ['Lists', '{"fInt32": {"0": 1}}', 'wrong-type', '/fInt32'],
    ['Lists', '{"fMessage": [{}, {"fString": 1}]}', 'wrong-type', '/fMessage/1/fString'],
    ['Lists', '{"fMessage": [null]}', 'wrong-type', '/fMessage/0'],
    ['Maps', '{"byInt32": {"a": 1}}', 'bad-number', '/byInt32/a'],
    ['Maps', '{"byInt32": {"2147483648": 1}}', 'out-of-range', '/byInt32/2147483648'],
    ['Maps', '{"byBool": {"1": true}}', 'bad-key', '/byBool/1'],
    ['Maps', '{"byString": {"a": null}}', 'wrong-type', '/byString/a'],
    ['Maps', '{"byString": {"\\ud800": "a"}}', 'lone-surrogate', '/byString/\ud800'],
    ['Maps', '{"byString": []}', 'wrong-type', '/byString'],
    ['Scalars', '[]', 'wrong-type', ''],
    ['Scalars', 'null', 'wrong-type', ''],
    ['Scalars', '', 'syntax', ''],
    ['Scalars', '{"fInt32": 01}', 'syntax', ''],
    ['Scalars', "{'fInt32': 1}", 'syntax', ''],
    ['Scalars', '{"fInt32": 1,}', 'syntax', ''],
    ['Required', '{"name": "x"}', 'missing-required', '/id'],
    ['Required', '{"id": null}', 'missing-required', '/id'],
    ['Known', '{"timestamp": "1970-01-01T00:00:00"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "1970-01-01t00:00:00Z"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "1970-01-01T00:00:00z"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "1970-01-01T00:00:00+0100"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "2023-02-29T00:00:00Z"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "2023-04-31T00:00:00Z"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "2023-01-01T24:00:00Z"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "1970-01-01T00:00:00.1234567890Z"}', 'bad-timestamp', '/timestamp'],
    ['Known', '{"timestamp": "0000-12-31T23:59:59Z"}', 'out-of-range', '/timestamp'],
    ['Known', '{"timestamp": "0001-01-01T00:00:00+00:01"}', 'out-of-range', '/timestamp'],
    ['Known', '{"timestamp": 0}', 'wrong-type', '/timestamp'],
    ['Known', '{"duration": "1"}', 'bad-duration', '/duration'],
    ['Known', '{"duration": "315576000001s"}', 'out-of-range', '/duration'],
    ['Known', '{"duration": "-315576000001s"}', 'out-of-range', '/duration'],
    ['Known', '{"fieldMask": "foo,bar_bar"}', 'bad-field-mask', '/fieldMask'],
    ['Known', '{"any": {"@type": 1}}', 'missing-type', '/any'],
    ['Known', '{"any": {"value": 1}}', 'missing-type', '/any'],
    ['Known', '{"any": {"@type": "type.googleapis.com/codec.three.Scalars"}}', 'unknown-type', '/any'],
    ['Known', '{"value": 1e999}', 'out-of-range', '/value'],
    ['Known', '{"nullValue": 1}', 'wrong-type', '/nullValue'],
    ['Wrapped', '{"int64": {"value": 1}}', 'wrong-type', '/int64'],
  ])('%s %s', (type, text, code, path) => {
    expect(() => read(type, text)).toThrow(expect.objectContaining({ name: 'JsonError', code, path }));
  });

  it('refuses numbers in values that may have been rounded', () => {
    expect(() => call('fromJsonScalars', { fInt64: 2 ** 53 })).toThrow(
      expect.objectContaining({ code: 'unsafe-integer', path: '/fInt64' }),
    );
  });
});

describe('ignores what is unknown when told to', () => {
  it.each<[type: string, text: string, message: object]>([
    ['Scalars', '{"unknown": {"a": [1]}, "fInt32": 1}', { fInt32: 1 }],
    ['Scalars', '{"__proto__": {"fInt32": 2}}', {}],
    ['Scalars', '{"fColor": "COLOR_GREEN"}', {}],
    ['Optionals', '{"fColor": "COLOR_GREEN"}', {}],
    ['Lists', '{"fColor": ["COLOR_GREEN", "COLOR_RED"]}', { fColor: [1] }],
    ['Maps', '{"color": {"a": "COLOR_GREEN", "b": "COLOR_RED"}}', { color: { b: 1 } }],
    ['Choices', '{"color": "COLOR_GREEN", "text": "x"}', { choice: { case: 'text', value: 'x' } }],
    ['Closed', '{"level": 2, "levels": ["LOW", 2]}', { levels: [1] }],
    ['Tree', '{"left": {"unknown": 1}}', { left: { value: 0, left: undefined, right: undefined, more: [] } }],
  ])('%s %s', (type, text, message) => {
    expect(read(type, text, { ignoreUnknown: true })).toStrictEqual(call(`create${type}`, message));
  });
});

describe('refuses keys that are there twice when told to', () => {
  it.each<[type: string, text: string, path: string]>([
    ['Tree', '{"left": {"value": 1}, "left": {}}', '/left'],
    ['Tree', '{"more": [{}, {"value": 1, "value": 1}]}', '/more/1/value'],
    ['Maps', '{"byString": {"a": "1", "a": "1"}}', '/byString/a'],
    ['Scalars', '{"fInt64": 9007199254740993, "fInt64": 9007199254740993}', '/fInt64'],
    ['Known', '{"struct": {"a": [{"b": 1, "b": 2}]}}', '/struct/a/0/b'],
  ])('%s %s', (type, text, path) => {
    expect(() => read(type, text)).not.toThrow();
    expect(() => read(type, text, { uniqueKeys: true })).toThrow(
      expect.objectContaining({ name: 'JsonError', code: 'duplicate-key', path }),
    );
  });
});
