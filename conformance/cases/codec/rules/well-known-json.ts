/** The JSON forms of the well-known types: what else they may look like, what they may not, and what has no JSON form. */
import { lengthDelimited } from '../bytes.ts';
import { means, refused, type Outcome, type Sample } from '../sample.ts';
import { wellKnownClause } from '../clauses-of.ts';
import type { WellKnown } from '../../../reference/oracle/well-known.ts';
import type { CanonicalMessage } from '../../../reference/oracle/value.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { fieldCases, holding, withElementText, type FieldRule } from './field-subject.ts';

interface Forms {
  /** Texts that are read, and what they mean. */
  readonly read: readonly (readonly [text: string, value: CanonicalMessage])[];
  /** Texts that are refused. */
  readonly refused: readonly string[];
  /** Messages that a writer of JSON refuses. */
  readonly unprintable: readonly CanonicalMessage[];
  /** Clause of the last two. */
  readonly clause: string;
}

const time = (seconds: string, nanos = 0): CanonicalMessage => ({
  ...(seconds === '0' ? {} : { seconds }),
  ...(nanos === 0 ? {} : { nanos }),
});

const timestamp: Forms = {
  clause: 'json.timestamp.range',
  read: [
    ['"1970-01-01T00:00:00Z"', time('0')],
    ['"1970-01-01T00:00:00.1Z"', time('0', 100000000)],
    ['"1970-01-01T00:00:00.000000001Z"', time('0', 1)],
    ['"1970-01-01T00:00:00.12345Z"', time('0', 123450000)],
    ['"1970-01-01T01:00:00+01:00"', time('0')],
    ['"1969-12-31T16:00:00-08:00"', time('0')],
    ['"1970-01-01T05:45:00.5+05:45"', time('0', 500000000)],
    ['"0001-01-01T00:00:00Z"', time('-62135596800')],
    ['"9999-12-31T23:59:59.999999999Z"', time('253402300799', 999999999)],
    ['"1969-12-31T23:59:59.999Z"', time('-1', 999000000)],
    ['"2000-02-29T00:00:00Z"', time('951782400')],
  ],
  refused: [
    '""',
    '"1970-01-01"',
    '"1970-01-01T00:00:00"',
    '"1970-01-01 00:00:00Z"',
    '"1970-01-01T00:00:00z"',
    '"1970-01-01t00:00:00Z"',
    '"1970-1-1T00:00:00Z"',
    '"1970-13-01T00:00:00Z"',
    '"1970-02-30T00:00:00Z"',
    '"1970-01-01T25:00:00Z"',
    '"1970-01-01T00:60:00Z"',
    '"0000-01-01T00:00:00Z"',
    '"10000-01-01T00:00:00Z"',
    '"1970-01-01T00:00:00+0100"',
    '"1970-01-01T00:00:00.Z"',
    '"1970-01-01T00:00:00.0000000001Z"',
    '"0001-01-01T00:00:00+01:00"',
    '" 1970-01-01T00:00:00Z"',
    '0',
    'true',
    '{}',
    '{"seconds":1}',
  ],
  unprintable: [
    time('-62135596801'),
    time('253402300800'),
    time('0', -1),
    time('0', 1000000000),
    time('9223372036854775807'),
  ],
};

const duration: Forms = {
  clause: 'json.duration.range',
  read: [
    ['"0s"', time('0')],
    ['"1s"', time('1')],
    ['"-1s"', time('-1')],
    ['"1.5s"', time('1', 500000000)],
    ['"-1.5s"', time('-1', -500000000)],
    ['"-0.5s"', time('0', -500000000)],
    ['"0.000000001s"', time('0', 1)],
    ['"1.12345s"', time('1', 123450000)],
    ['"315576000000.999999999s"', time('315576000000', 999999999)],
    ['"-315576000000.999999999s"', time('-315576000000', -999999999)],
  ],
  refused: [
    '""',
    '"1"',
    '"s"',
    '"1 s"',
    '" 1s"',
    '"1S"',
    '"1m"',
    '"1.s"',
    '".s"',
    '"--1s"',
    '"1e3s"',
    '"0x1s"',
    '"1.0000000001s"',
    '"315576000001s"',
    '"-315576000001s"',
    '"NaNs"',
    '1',
    'true',
    '{}',
    '{"seconds":1}',
  ],
  unprintable: [
    time('315576000001'),
    time('-315576000001'),
    time('1', -1),
    time('-1', 1),
    time('0', 1000000000),
    time('0', -1000000000),
  ],
};

const fieldMask: Forms = {
  clause: 'json.field-mask',
  read: [
    ['""', {}],
    ['"a"', { paths: ['a'] }],
    ['"fooBar,bazQux.b"', { paths: ['foo_bar', 'baz_qux.b'] }],
  ],
  refused: ['"foo_bar"', '"a,b_c"', '1', '{}', 'true', '["a"]'],
  unprintable: [{ paths: ['fooBar'] }, { paths: ['foo__bar'] }, { paths: ['foo_3_bar'] }],
};

const value: Forms = {
  clause: 'json.struct',
  read: [
    ['1', { number_value: 1 }],
    ['1e3', { number_value: 1000 }],
    ['null', { null_value: 0 }],
    ['"NaN"', { string_value: 'NaN' }],
    ['[[],{}]', { list_value: { values: [{ list_value: {} }, { struct_value: {} }] } }],
  ],
  refused: ['NaN', '1e400'],
  unprintable: [{ number_value: 'NaN' }, { number_value: 'Infinity' }, { number_value: '-Infinity' }],
};

const none: Forms = { clause: '', read: [], refused: [], unprintable: [] };

const forms: Readonly<Record<WellKnown, Forms>> = {
  timestamp,
  duration,
  'field-mask': fieldMask,
  value,
  struct: { ...none, clause: 'json.struct', refused: ['[]', '1', '"a"', 'true'] },
  'list-value': { ...none, clause: 'json.struct', refused: ['{}', '1', '"a"', 'true'] },
  any: {
    ...none,
    clause: 'json.any',
    read: [['{}', {}]],
    refused: ['[]', '1', '{"@type":1}', '{"@type":""}', '{"@type":"type.googleapis.com/no.such.Type"}', '{"value":1}'],
  },
  wrapper: { ...none, clause: 'json.wrappers', refused: ['{}', '[]', '{"value":1}'] },
  empty: { ...none, clause: 'json.empty', read: [['{}', {}]], refused: ['[]', '1', '"a"', '{"a":1}'] },
};

export const wellKnownForms: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = info.type.kind === 'message' ? schema.message(info.type.name) : undefined;
  if (message?.wellKnown === undefined) return [];
  const { read, refused: texts, unprintable, clause } = forms[message.wellKnown];
  const of = (inner: CanonicalMessage): Outcome => means(holding(subject, inner));
  const good = read.map(([text, inner]): Sample => ({ input: withElementText(subject, text), outcome: of(inner) }));
  const listed =
    info.cardinality === 'list'
      ? texts.filter((text) => !text.startsWith('[') || message.wellKnown === 'struct')
      : texts;
  const bad = listed.map((text): Sample => ({ input: withElementText(subject, text), outcome: refused }));
  const unwritable =
    info.cardinality !== 'singular'
      ? []
      : unprintable.map((inner): Sample => ({
          input: lengthDelimited(info.number, writeMessage(schema, message, inner)),
          outcome: of(inner),
        }));
  return [
    ...fieldCases(
      subject,
      { id: 'well-known/forms', clauses: [wellKnownClause(message.wellKnown)], what: 'Every spelling of the type' },
      good,
    ),
    ...fieldCases(subject, { id: 'well-known/bad', clauses: [clause], what: 'What is none of the type' }, bad),
    ...fieldCases(
      subject,
      { id: 'well-known/unprintable', clauses: [clause], what: 'Values without a JSON form' },
      unwritable,
    ),
  ];
};
