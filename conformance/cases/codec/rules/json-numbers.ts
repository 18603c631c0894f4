/** Numbers in JSON: every legal spelling, and the illegal ones. */
import type { FixedCase } from '../../../model/case.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { isImplicitDefault } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import type { ScalarInfo } from '../../../reference/oracle/scalars.ts';
import { canonicalFloat, type CanonicalValue } from '../../../reference/oracle/value.ts';
import { fieldCases, holding, withElementText, type FieldRule, type FieldSubject } from './field-subject.ts';

const scalarOf = ({ info }: FieldSubject): ScalarInfo | undefined =>
  info.type.kind === 'scalar' ? info.type.info : undefined;

/** A text and the value that it spells. */
function spelt(subject: FieldSubject, text: string, value: CanonicalValue): Sample {
  const outcome = means(isImplicitDefault(subject.info, value) ? {} : holding(subject, value));
  return { input: withElementText(subject, text), outcome };
}

const bad = (subject: FieldSubject, texts: readonly string[]): Sample[] =>
  texts.map((text) => ({ input: withElementText(subject, text), outcome: refused }));

export const integerForms: FieldRule = (subject) => {
  const info = scalarOf(subject);
  if (info?.family !== 'int') return [];
  const of = (n: bigint): CanonicalValue => (info.wide ? n.toString() : Number(n));
  const forms: readonly (readonly [text: string, value: bigint])[] = [
    ['0', 0n],
    ['-0', 0n],
    ['"0"', 0n],
    ['1', 1n],
    ['"1"', 1n],
    ['1.0', 1n],
    ['1e0', 1n],
    ['1e5', 100000n],
    ['1E5', 100000n],
    ['1.5e1', 15n],
    ['1.0e2', 100n],
    ['100e-2', 1n],
    ['1e+2', 100n],
    ['"100e-2"', 1n],
    ['"1e2"', 100n],
    ['"1.0"', 1n],
    ['123', 123n],
    ['"123"', 123n],
    ...(info.wide ? [] : ([[String(info.max), info.max]] as const)),
    [`"${info.max}"`, info.max],
    [String(info.min), info.min],
    [`"${info.min}"`, info.min],
    ...(info.min < 0n
      ? ([
          ['-1', -1n],
          ['"-1"', -1n],
          ['-1.0', -1n],
          ['-1e3', -1000n],
        ] as const)
      : []),
    ...(info.wide ? ([['"9007199254740993"', 9007199254740993n]] as const) : []),
  ];
  const clauses = info.wide ? ['json.int.form', 'json.int64.exact'] : ['json.int.form'];
  return fieldCases(
    subject,
    { id: 'json/integer-forms', clauses, what: 'Every spelling of an integer' },
    forms.map(([text, value]) => spelt(subject, text, of(value))),
  );
};

/** Number literals that a double would round: to be read digit by digit. */
export const wideLiterals: FieldRule = (subject) => {
  const info = scalarOf(subject);
  if (info?.family !== 'int' || !info.wide) return [];
  const values = [
    9007199254740993n,
    info.max,
    info.max - 1n,
    ...(info.min < 0n ? [-9007199254740993n, info.min + 1n] : []),
  ];
  const good = values.map((n) => spelt(subject, String(n), String(n)));
  const rule = { clauses: ['json.int64.literal'], level: 'recommended' } as const;
  return [
    ...fieldCases(subject, { ...rule, id: 'json/literal', what: 'Literals of more digits than a double holds' }, good),
    ...fieldCases(
      subject,
      { ...rule, id: 'json/literal-range', what: 'Literals just out of range' },
      bad(subject, [String(info.max + 1n), ...(info.min < 0n ? [String(info.min - 1n)] : [])]),
    ),
  ];
};

export const badIntegers: FieldRule = (subject) => {
  const info = scalarOf(subject);
  if (info?.family !== 'int') return [];
  const [over, under] = [info.max + 1n, info.min - 1n];
  const range = [over * 2n, under - 2n ** 64n, 10n ** 30n].flatMap((n) => [String(n), `"${n}"`]);
  range.push(`"${over}"`, `"${under}"`, ...(info.wide ? [] : [String(over), String(under)]));
  range.push('1e300', '"1e300"', '-1e300');
  const fraction = ['0.5', '1.1', '-1.5', '1e-1', '"0.5"', '"1.1"'];
  const strings = [
    '""',
    '" "',
    '" 1"',
    '"1 "',
    '"a"',
    '"1a"',
    '"0x10"',
    '"1_000"',
    '"1,000"',
    '"--1"',
    '"+-1"',
    '"."',
    '"e5"',
    '"NaN"',
    '"Infinity"',
    '"true"',
    '"null"',
    '"1_0"',
    '"-"',
    '"1e"',
    '"１"',
    '"١"',
  ];
  const literals = ['-', '1e+', '01', '-01', '00', '1.', '.5', '+1', '1e', '0x10', '--1', '1_000'];
  const types = ['true', 'false', '{}', ...(subject.info.cardinality === 'list' ? [] : ['[1]', '[]']), '{"value":1}'];
  return [
    ...fieldCases(
      subject,
      { id: 'json/integer-range', clauses: ['json.int.range'], what: 'Integers out of range' },
      bad(subject, range),
    ),
    ...fieldCases(
      subject,
      { id: 'json/integer-fraction', clauses: ['json.int.fraction'], what: 'Numbers with a fraction' },
      bad(subject, fraction),
    ),
    ...fieldCases(
      subject,
      { id: 'json/integer-string', clauses: ['json.int.string'], what: 'Strings that are no integers' },
      bad(subject, strings),
    ),
    ...fieldCases(
      subject,
      { id: 'json/integer-literal', clauses: ['json.syntax'], what: 'Literals that are no JSON' },
      bad(subject, literals),
    ),
    ...fieldCases(
      subject,
      { id: 'json/integer-type', clauses: ['json.int.type'], what: 'Values of another type' },
      bad(subject, types),
    ),
  ];
};

export const floatForms: FieldRule = (subject) => {
  const info = scalarOf(subject);
  if (info?.family !== 'float') return [];
  const round = info.scalar === 'float' ? Math.fround : Number;
  const texts = [
    '0',
    '1',
    '1.0',
    '-1.5',
    '0.1',
    '1e5',
    '1E5',
    '1e+5',
    '1.5e-3',
    '"1.5"',
    '"-1.5e3"',
    '"0"',
    '123456789',
    '3.4028234e38',
    '-3.4028234e38',
    '1e-45',
    '"1e-10"',
    '0.30000000000000004',
  ];
  const samples = texts.map((text) =>
    spelt(subject, text, canonicalFloat(round(Number(JSON.parse(text) as string | number)))),
  );
  const special = ['NaN', 'Infinity', '-Infinity'].map((text) => spelt(subject, `"${text}"`, text));
  const tiny = info.scalar === 'float' ? ['1e-60', '"1e-60"'] : ['1e-400'];
  return [
    ...fieldCases(
      subject,
      {
        id: 'json/float-forms',
        clauses: ['json.float.form'],
        what: 'Every spelling of a number',
      },
      samples,
    ),
    ...fieldCases(
      subject,
      { id: 'json/float-special', clauses: ['json.float.special'], what: 'NaN and the infinities' },
      special,
    ),
    ...fieldCases(
      subject,
      { id: 'json/float-tiny', clauses: ['json.float.range'], what: 'Numbers too small for the type' },
      subject.info.presence === 'implicit' && subject.info.cardinality === 'singular'
        ? []
        : tiny.map((text) => spelt(subject, text, 0)),
    ),
  ];
};

/** Kept on the wire, where it is another value than zero; JSON may say it, since both have the same number there. */
export const negativeZero: FieldRule = (subject) => {
  const { schema, message, info } = subject;
  if (scalarOf(subject)?.family !== 'float' || info.cardinality === 'map') return [];
  const value = info.cardinality === 'list' ? { [info.name]: ['-0'] } : { [info.name]: '-0' };
  const text = withElementText(subject, '-0');
  const bytes = writeMessage(schema, message, value);
  const wire = fieldCases(
    subject,
    { id: 'negative-zero', clauses: ['binary.float', 'binary.default.omitted'], what: 'Negative zero' },
    [{ input: bytes, outcome: means(value) }],
  );
  const rule = {
    id: 'negative-zero',
    clauses: ['json.float.negative-zero'],
    level: 'recommended',
    what: 'Negative zero',
  } as const;
  const outcome = means(value);
  const others = fieldCases(subject, rule, [
    { input: bytes, outcome },
    { input: text, outcome },
  ]).map((made) => ({
    ...made,
    steps: made.steps.map((step) =>
      step.command.cmd === 'transcode' && step.command.to === 'json'
        ? { ...step, replies: [{ kind: 'ok', value: { kind: 'json', text } } as const] }
        : step,
    ),
  }));
  return [...wire.filter(isBinaryOnly), ...others.filter((made) => !isBinaryOnly(made))];
};

const isBinaryOnly = (made: FixedCase): boolean => made.id.endsWith('/binary-binary');

export const badFloats: FieldRule = (subject) => {
  const info = scalarOf(subject);
  if (info?.family !== 'float') return [];
  const large = info.scalar === 'float' ? ['3.502823e+38', '-3.502823e+38', '"3.502823e+38"', '1e39', '1e300'] : [];
  const range = [...large, '1.89769e+308', '-1.89769e+308', '1e400', '"1e400"'];
  const words = ['NaN', 'Infinity', '-Infinity', '"nan"', '"inf"', '"infinity"', '"INFINITY"', '"+Infinity"', '"-NaN"'];
  const types = [
    'true',
    '{}',
    '""',
    '" 1"',
    '"1 "',
    '"a"',
    '"0x1p3"',
    '"1.5f"',
    '"1,5"',
    '"1_000"',
    '"1.5.5"',
    '"0x10"',
    '"--1"',
    '"-"',
    '"."',
    '"1e"',
    '"٣"',
    '"null"',
    '"true"',
    '-',
    '--1',
    '1e',
    '1e+',
    '.5',
    '5.',
    '+1',
    '0x10',
    '01',
    ...(subject.info.cardinality === 'list' ? [] : ['[1]']),
  ];
  return [
    ...fieldCases(
      subject,
      { id: 'json/float-range', clauses: ['json.float.range'], what: 'Numbers too large for the type' },
      bad(subject, range),
    ),
    ...fieldCases(
      subject,
      { id: 'json/float-words', clauses: ['json.float.special'], what: 'NaN and the infinities spelt otherwise' },
      bad(subject, words),
    ),
    ...fieldCases(
      subject,
      { id: 'json/float-bad', clauses: ['json.float.form'], what: 'What is no number' },
      bad(subject, types),
    ),
  ];
};
