/** The JSON forms of the well-known types: what they look like, what else is read, what is refused, what cannot be written. */
import { isObject, printExact, type JsonObject } from '../../reference/oracle/json-text.ts';
import type { ScalarInfo } from '../../reference/oracle/scalars.ts';
import type { MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import { messageToJson } from '../../reference/oracle/to-json.ts';
import type { CanonicalMessage, CanonicalValue } from '../../reference/oracle/value.ts';
import type { WellKnown } from '../../reference/oracle/well-known.ts';
import type { Forms } from './forms.ts';
import { duration, timestamp } from './time-forms.ts';
import { wellKnownSamples } from './well-known-samples.ts';

const fieldMask: Forms = {
  clause: 'json.field-mask',
  read: [
    ['""', {}],
    ['"a"', { paths: ['a'] }],
    ['"fooBar,bazQux.b"', { paths: ['foo_bar', 'baz_qux.b'] }],
    ['"fooBarBaz.quxQuux"', { paths: ['foo_bar_baz.qux_quux'] }],
    ['"a,b,c"', { paths: ['a', 'b', 'c'] }],
  ],
  refused: ['"foo_bar"', '"a,b_c"', '1', '{}', 'true', '["a"]'],
  unprintable: [{ paths: ['fooBar'] }, { paths: ['foo__bar'] }, { paths: ['foo_3_bar'] }],
};

const objectsInList: CanonicalMessage = {
  list_value: {
    values: [
      { struct_value: { fields: { entries: [['a', { number_value: 1 }]] } } },
      { struct_value: { fields: { entries: [['b', { list_value: { values: [{ null_value: 0 }] } }]] } } },
    ],
  },
};

const value: Forms = {
  clause: 'json.struct',
  read: [
    ['1', { number_value: 1 }],
    ['1e3', { number_value: 1000 }],
    ['null', { null_value: 0 }],
    ['"NaN"', { string_value: 'NaN' }],
    ['true', { bool_value: true }],
    ['"null"', { string_value: 'null' }],
    ['"true"', { string_value: 'true' }],
    ['"1"', { string_value: '1' }],
    ['[{"a":1},{"b":[null]}]', objectsInList],
    ['""', { string_value: '' }],
    ['0', { number_value: 0 }],
    ['{"__proto__":1}', { struct_value: { fields: { entries: [['__proto__', { number_value: 1 }]] } } }],
    ['[[],{}]', { list_value: { values: [{ list_value: {} }, { struct_value: {} }] } }],
  ],
  refused: ['NaN', '1e400'],
  unprintable: [{ number_value: 'NaN' }, { number_value: 'Infinity' }, { number_value: '-Infinity' }],
};

const deepStruct: CanonicalMessage = {
  fields: {
    entries: [
      [
        'a',
        {
          struct_value: {
            fields: {
              entries: [
                [
                  'b',
                  {
                    list_value: {
                      values: [{ number_value: 1 }, { string_value: 'x' }, { bool_value: false }, { null_value: 0 }],
                    },
                  },
                ],
              ],
            },
          },
        },
      ],
    ],
  },
};

const none: Forms = { clause: '', read: [], refused: [], unprintable: [] };

/** Wrappers take what the scalar inside takes. */
function wrapper({ family, wide, min, max, scalar }: ScalarInfo): Forms {
  const of = (text: string, value: CanonicalValue): readonly [string, CanonicalMessage] => [text, { value }];
  const objects = ['{}', '[]', '{"value":1}'];
  switch (family) {
    case 'int': {
      const n = (value: number): CanonicalValue => (wide ? String(value) : value);
      const range = [max + 1n, min - 1n].map((value) => `"${value}"`);
      return {
        ...wrapped,
        read: [of('"5"', n(5)), of('5', n(5)), of('5.0', n(5)), of('"1e2"', n(100))],
        refused: [...objects, '"a"', '""', '" 1"', '1.5', 'true', ...range],
      };
    }
    case 'float':
      return {
        ...wrapped,
        read: [of('"1.5"', 1.5), of('"NaN"', 'NaN'), of('"-Infinity"', '-Infinity'), of('1e1', 10)],
        refused: [...objects, '"a"', '""', 'true', 'NaN', scalar === 'float' ? '1e39' : '1e400'],
      };
    case 'bool':
      return { ...wrapped, read: [of('true', true)], refused: [...objects, '"true"', '1', '""'] };
    case 'string':
      return { ...wrapped, read: [of('"\\u00e9"', 'é'), of('"null"', 'null')], refused: [...objects, '1', 'true'] };
    case 'bytes':
      return {
        ...wrapped,
        read: [of('"-_8"', { b64: '+/8=' }), of('"+/8"', { b64: '+/8=' })],
        refused: [...objects, '1', 'true'],
      };
    default:
      return family satisfies never;
  }
}

const wrapped: Forms = { clause: 'json.wrappers', read: [], refused: [], unprintable: [] };

/** An Any of a message that has one itself, which any implementation of the package knows. */
function any(schema: Schema): Forms {
  const typed = '{"@type":"type.googleapis.com/';
  const samples = wellKnownSamples(schema, schema.message('google.protobuf.Any'));
  const read = samples.flatMap((sample): Forms['read'] => {
    const json = messageToJson(schema, schema.message('google.protobuf.Any'), sample);
    // The type may stand anywhere among the members.
    if (!isObject(json)) return [];
    const url = sample['type_url'];
    // The type may stand anywhere among the members, and whoever resolves the name may stand before the slash.
    const elsewhere = typeof url === 'string' ? url.replace(/^.*\//, 'types.example.com/a/b/') : undefined;
    return [
      [printExact(turned(json)), sample],
      ...(elsewhere === undefined
        ? []
        : [[printExact({ ...json, '@type': elsewhere }), { ...sample, type_url: elsewhere }] as const]),
    ];
  });
  const [, empty] = samples.filter(({ type_url: url }) => url === samples[0]?.['type_url']);
  const stranger = empty === undefined ? [] : [`{"@type":${JSON.stringify(empty['type_url'])},"noSuchField":1}`];
  return {
    clause: 'json.any',
    read,
    refused: [
      '[]',
      '1',
      '"a"',
      '{"@type":1}',
      '{"@type":null}',
      '{"@type":""}',
      '{"@type":{}}',
      '{"@type":[]}',
      '{"@type":"no.slash"}',
      '{"@type":"type.googleapis.com/"}',
      `${typed}no.such.Type"}`,
      '{"value":1}',
      ...stranger,
    ],
    unprintable: [{ type_url: 'type.googleapis.com/no.such.Type', value: { b64: 'CAE=' } }],
  };
}

/** Members from the last to the first; names such as __proto__ are none of an Any. */
const turned = (json: JsonObject): JsonObject => Object.fromEntries(Object.entries(json).toReversed());

const forms: Readonly<Record<Exclude<WellKnown, 'any' | 'wrapper'>, Forms>> = {
  timestamp,
  duration,
  'field-mask': fieldMask,
  value,
  struct: {
    ...none,
    clause: 'json.struct',
    read: [
      ['{"a":null}', { fields: { entries: [['a', { null_value: 0 }]] } }],
      ['{"__proto__":[]}', { fields: { entries: [['__proto__', { list_value: {} }]] } }],
      ['{"a":{"b":[1,"x",false,null]}}', deepStruct],
    ],
    refused: ['[]', '1', '"a"', 'true'],
  },
  'list-value': { ...none, clause: 'json.struct', refused: ['{}', '1', '"a"', 'true'] },
  empty: { ...none, clause: 'json.empty', read: [['{}', {}]], refused: ['[]', '1', '"a"', '{"a":1}'] },
};

/** The forms of a message that has its own. */
export function formsOf(schema: Schema, { wellKnown, fields }: MessageInfo): Forms {
  switch (wellKnown) {
    case 'any':
      return any(schema);
    case 'wrapper': {
      const type = fields[0]?.type;
      return type?.kind === 'scalar' ? wrapper(type.info) : none;
    }
    case undefined:
      return none;
    default:
      return forms[wellKnown];
  }
}
