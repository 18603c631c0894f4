/** Strings that are no strings: bytes that are not UTF-8, and halves of surrogate pairs. */
import { hex, joined, lengthDelimited, tag, varint } from '../bytes.ts';
import { means, refused, survived, type Sample } from '../sample.ts';
import { fieldCases, holding, withElementText, type FieldRule, type FieldSubject } from './field-subject.ts';

/** Runs of bytes that are not UTF-8 (RFC 3629 section 4), by what is wrong with them. */
export const invalidUtf8: readonly string[] = [
  '80',
  'bf',
  '61 80',
  'c2',
  '61 c2',
  'e4 b8',
  'f0 9f 98',
  'c2 41',
  'e4 b8 41',
  'f0 9f 98 41', // stray or cut short
  'c0 80',
  'c1 bf',
  'e0 80 80',
  'e0 9f bf',
  'f0 80 80 80',
  'f0 8f bf bf', // longer than need be
  'ed a0 80',
  'ed bf bf',
  'ed a0 bd ed b8 80', // surrogates
  'f4 90 80 80',
  'f5 80 80 80',
  'f8 88 80 80 80',
  'fe',
  'ff', // beyond the last character
  '61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 70 71 72 73 74 75 76 77 78 79 7a ff',
];

const isString = ({ info }: FieldSubject): boolean => info.type.kind === 'scalar' && info.type.info.family === 'string';

export const invalidStrings: FieldRule = (subject) => {
  const { info } = subject;
  if (!isString(subject)) return [];
  const samples = invalidUtf8.map((run): Sample => {
    const bytes = hex(run);
    const input =
      info.cardinality === 'map'
        ? lengthDelimited(info.number, joined(keyRecord(subject), lengthDelimited(2, bytes)))
        : lengthDelimited(info.number, bytes);
    return { input, outcome: info.verifyUtf8 ? refused : survived };
  });
  return fieldCases(
    subject,
    { id: 'utf8/invalid', clauses: ['binary.string.invalid-utf8'], what: 'Bytes that are not UTF-8' },
    samples,
  );
};

/** Keys of maps are strings too. */
export const invalidKeys: FieldRule = (subject) => {
  const { info } = subject;
  if (info.key?.family !== 'string' || !info.verifyUtf8) return [];
  const samples = invalidUtf8.map((run): Sample => ({
    input: lengthDelimited(info.number, lengthDelimited(1, hex(run))),
    outcome: refused,
  }));
  return fieldCases(
    subject,
    { id: 'utf8/invalid-key', clauses: ['binary.string.invalid-utf8'], what: 'A key that is not UTF-8' },
    samples,
  );
};

function keyRecord({ info }: FieldSubject): Uint8Array {
  if (info.key!.family === 'string') return lengthDelimited(1, hex('6b'));
  if (info.key!.wire === 0) return joined(tag(1, 0), varint(2n));
  return joined(tag(1, info.key!.wire), new Uint8Array(info.key!.wire === 5 ? 4 : 8).fill(1));
}

const loneSurrogates = ['\\ud800', '\\udbff', '\\udc00', '\\udfff', 'a\\ud800b', '\\ude00\\ud83d', '\\ud800\\ud800'];

/** Every half of a surrogate pair replaced by U+FFFD. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'));

/** Replaced or refused, never written as bytes that are no UTF-8. */
export const surrogatesWritten: FieldRule = (subject) => {
  if (!isString(subject) || subject.info.cardinality === 'map') return [];
  const samples = loneSurrogates.map((escape): Sample => {
    const replaced = wellFormed(JSON.parse(`"${escape}"`) as string);
    const values = [...new Set([replaced, replaced.replaceAll('\ufffd', '?'), replaced.replaceAll('\ufffd', '')])];
    const outcome = { kind: 'either', values: values.map((value) => holding(subject, value)), orReject: true } as const;
    return { input: withElementText(subject, `"${escape}"`), outcome };
  });
  const cases = fieldCases(
    subject,
    { id: 'utf8/surrogates', clauses: ['binary.string.surrogates'], what: 'Half of a surrogate pair' },
    samples,
  );
  return cases.filter((made) => made.needs.includes('binary'));
};

export const surrogatesRefused: FieldRule = (subject) => {
  if (!isString(subject)) return [];
  const rule = {
    id: 'utf8/surrogates-refused',
    clauses: ['json.string.surrogates'],
    level: 'recommended',
    what: 'Half of a surrogate pair',
  } as const;
  const samples = loneSurrogates.map((escape): Sample => ({
    input: withElementText(subject, `"${escape}"`),
    outcome: refused,
  }));
  return fieldCases(subject, rule, samples);
};

/** Characters that JSON may escape, and some that it must. */
export const escapes: FieldRule = (subject) => {
  if (!isString(subject)) return [];
  const texts = [
    '"\\u0041\\u00e9"',
    '"\\/\\b\\f\\n\\r\\t\\\\\\""',
    '"\\ud83d\\ude00"',
    '"\\uD83D\\uDE00"',
    '"😀文é"',
    '"\\u0000"',
    '"\u2028"',
    '"\\ufeff"',
    '"\\u005c\\u0022"',
    '"123"',
    '"true"',
    '"null"',
    '"{}"',
  ];
  const samples = texts.map((text): Sample => ({
    input: withElementText(subject, text),
    outcome: means(holding(subject, JSON.parse(text) as string)),
  }));
  return fieldCases(subject, { id: 'json/escapes', clauses: ['json.string'], what: 'Escaped characters' }, samples);
};
