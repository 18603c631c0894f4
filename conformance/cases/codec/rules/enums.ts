/** Enum fields: every member by name and number, numbers without a member, names without a number. */
import { record } from '../bytes.ts';
import { unlistedNumbers } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import { unknownKey } from '../../../reference/oracle/value.ts';
import { base64 } from '../bytes.ts';
import { WireWriter } from '../../../reference/oracle/wire.ts';
import { fieldCases, holding, withElementText, type FieldRule } from './field-subject.ts';

const nullValue = 'google.protobuf.NullValue';

export const members: FieldRule = (subject) => {
  const { info } = subject;
  if (info.type.kind !== 'enum' || info.type.info.name === nullValue) return [];
  const samples = [...info.type.info.numbers].flatMap(([name, number]): Sample[] => {
    const outcome = means(holding(subject, number));
    return [
      { input: withElementText(subject, JSON.stringify(name)), outcome },
      { input: withElementText(subject, String(number)), outcome },
    ];
  });
  const rule = {
    id: 'enum/members',
    clauses: ['json.enum.input', 'values.enum.member'],
    written: { json: ['json.enum.output'] },
    what: 'Every member by name and by number',
  };
  return fieldCases(subject, rule, samples);
};

export const unlisted: FieldRule = (subject) => {
  const { schema, info } = subject;
  const { type } = info;
  // JSON has one spelling of NullValue, and it is no number.
  if (type.kind !== 'enum' || info.cardinality === 'map' || type.info.name === nullValue) return [];
  const numbers = unlistedNumbers(type.info.names);
  if (type.closed) {
    const samples = numbers.map((number): Sample => {
      const bytes = record(schema, info, number);
      const normal = new WireWriter().tag(info.number, 0).varint(BigInt(number)).finish();
      return { input: bytes, outcome: means({ [unknownKey]: [base64(normal)] }) };
    });
    return fieldCases(
      subject,
      { id: 'enum/unlisted', clauses: ['binary.enum.closed'], what: 'Numbers that no member has' },
      samples,
    );
  }
  const binary = numbers.map((number): Sample => ({
    input: record(schema, info, number),
    outcome: means(holding(subject, number)),
  }));
  const text = numbers.map((number): Sample => ({
    input: withElementText(subject, String(number)),
    outcome: means(holding(subject, number)),
  }));
  return [
    ...fieldCases(
      subject,
      {
        id: 'enum/unlisted',
        clauses: ['binary.enum.open', 'values.enum.unlisted'],
        written: { json: ['json.enum.unknown-number'] },
        what: 'Numbers that no member has',
      },
      binary,
    ),
    ...fieldCases(
      subject,
      {
        id: 'enum/unlisted-json',
        clauses: ['json.enum.unknown-number', 'values.enum.unlisted'],
        what: 'Numbers that no member has',
      },
      text,
    ),
  ];
};

export const badEnums: FieldRule = (subject) => {
  const { info } = subject;
  if (info.type.kind !== 'enum' || info.type.info.name === nullValue) return [];
  const [name = 'X'] = [...info.type.info.numbers.keys()];
  const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  const texts = [
    '"NO_SUCH_MEMBER"',
    '""',
    JSON.stringify(`${name} `),
    JSON.stringify(` ${name}`),
    'true',
    '{}',
    '1.5',
    '2147483648',
    '-2147483649',
    '"toString"',
    '"__proto__"',
    '"constructor"',
  ];
  const { numbers, name: type } = info.type.info;
  // Some generators leave the prefix of the type out, or set the type before the name.
  const resembling = [other, name.replace(/^[^_]*_/, ''), `${type.split('.').at(-1)}_${name}`, `${type}.${name}`];
  texts.push(...new Set(resembling.filter((text) => !numbers.has(text)).map((text) => JSON.stringify(text))));
  if (info.cardinality !== 'list') texts.push('[]');
  const samples = texts.map((text): Sample => ({ input: withElementText(subject, text), outcome: refused }));
  return fieldCases(
    subject,
    { id: 'enum/bad', clauses: ['json.enum.unknown-name'], what: 'What names no member' },
    samples,
  );
};
