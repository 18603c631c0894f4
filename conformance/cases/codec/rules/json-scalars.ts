/** Bools, strings and bytes in JSON: what they may look like and what not. */
import { isImplicitDefault } from '../edges.ts';
import { scalarEdges } from '../scalar-edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import type { ScalarInfo } from '../../../reference/oracle/scalars.ts';
import { fieldCases, holding, withElementText, type FieldRule, type FieldSubject } from './field-subject.ts';

const family = ({ info }: FieldSubject): ScalarInfo['family'] | undefined =>
  info.type.kind === 'scalar' ? info.type.info.family : undefined;

const bad = (subject: FieldSubject, texts: readonly string[]): Sample[] =>
  texts.map((text) => ({ input: withElementText(subject, text), outcome: refused }));

const notForLists = (subject: FieldSubject, text: string): readonly string[] =>
  subject.info.cardinality === 'list' ? [] : [text];

export const badBools: FieldRule = (subject) => {
  if (family(subject) !== 'bool') return [];
  const texts = [
    '0',
    '1',
    '1.0',
    '""',
    '"1"',
    '"0"',
    '"null"',
    'tru',
    'fals',
    'truee',
    'True',
    'TRUE',
    '{}',
    '"True"',
    ...notForLists(subject, '[true]'),
  ];
  return fieldCases(
    subject,
    { id: 'json/bool-bad', clauses: ['json.bool'], what: 'What is no bool' },
    bad(subject, texts),
  );
};

/** Libraries that are widely used take them. */
export const quotedBools: FieldRule = (subject) =>
  family(subject) === 'bool'
    ? fieldCases(
        subject,
        { id: 'json/bool-quoted', clauses: ['json.bool.quoted'], level: 'recommended', what: 'Bools in quotes' },
        bad(subject, ['"true"', '"false"']),
      )
    : [];

export const badStrings: FieldRule = (subject) => {
  if (family(subject) !== 'string') return [];
  const texts = [
    '1',
    '0',
    'true',
    'false',
    '{}',
    '1.5',
    "'a'",
    '"a\nb"',
    '"\\x41"',
    '"\\u12"',
    '"unended',
    '"\u0000"',
    ...notForLists(subject, '["a"]'),
    ...notForLists(subject, '[]'),
  ];
  return fieldCases(
    subject,
    { id: 'json/string-bad', clauses: ['json.string'], what: 'What is no string' },
    bad(subject, texts),
  );
};

/** Runs of bytes whose base64 has every length of padding and both special characters. */
export const base64Forms: FieldRule = (subject) => {
  if (family(subject) !== 'bytes' || subject.info.type.kind !== 'scalar') return [];
  const samples = scalarEdges(subject.info.type.info).flatMap((value): Sample[] => {
    const { b64 } = value as { readonly b64: string };
    if (b64.length > 200) return [];
    const outcome = means(isImplicitDefault(subject.info, value) ? {} : holding(subject, value));
    const urlSafe = b64.replaceAll('+', '-').replaceAll('/', '_');
    const spellings = new Set([b64, urlSafe, b64.replaceAll('=', ''), urlSafe.replaceAll('=', '')]);
    return [...spellings].map((text) => ({ input: withElementText(subject, JSON.stringify(text)), outcome }));
  });
  const rule = {
    id: 'json/base64',
    clauses: ['json.bytes.input'],
    written: { json: ['json.bytes.output'] },
    what: 'Base64 in both alphabets, padded and not',
  };
  return fieldCases(subject, rule, samples);
};

export const badBytes: FieldRule = (subject) => {
  if (family(subject) !== 'bytes') return [];
  const rule = {
    id: 'json/base64-bad',
    clauses: ['json.bytes.invalid'],
    level: 'recommended',
    what: 'What is no base64',
  } as const;
  return fieldCases(
    subject,
    rule,
    bad(subject, [
      '"-_*"',
      '"!!!!"',
      '"A"',
      '"AAAAA"',
      '"AA AA"',
      '"A=A="',
      '"AA==AA=="',
      '"=AAA"',
      '"AAAA="',
      '"\\nAAAA"',
      '"é"',
      '1',
      'true',
      '{}',
      ...notForLists(subject, '[1,2]'),
    ]),
  );
};
