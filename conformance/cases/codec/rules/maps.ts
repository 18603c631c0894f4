/** Map entries as any writer may send them: incomplete, in another order, twice, with other records inside; and keys in JSON. */
import { joined, lengthDelimited, record, tag, varint } from '../bytes.ts';
import { plainMessage, telling } from '../edges.ts';
import { scalarEdges } from '../scalar-edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import type { CanonicalMessage, CanonicalValue } from '../../../reference/oracle/value.ts';
import { scalars } from '../../../reference/oracle/scalars.ts';
import {
  elementDefault,
  elementText,
  fieldCases,
  keyRecord,
  plainKey,
  withText,
  type FieldRule,
  type FieldSubject,
} from './field-subject.ts';

const valueRecord = ({ schema, info }: FieldSubject, value: CanonicalValue): Uint8Array =>
  record(schema, { number: 2, type: info.type }, value);

const defaultKey = ({ info }: FieldSubject): string =>
  info.key!.family === 'string' ? '' : info.key!.family === 'bool' ? 'false' : '0';

const isNarrowVarint = (type: FieldSubject['info']['type']): boolean =>
  type.kind === 'scalar' && type.info.family === 'int' && type.info.wire === 0 && !type.info.wide && !type.info.zigzag;

export const entries: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'map') return [];
  const [a, b] = [telling(schema, info.type, 1), telling(schema, info.type, 2)];
  const [key, zero] = [plainKey(info), elementDefault(info)];
  const entry = (...parts: readonly Uint8Array[]): Uint8Array => lengthDelimited(info.number, joined(...parts));
  const map = (...pairs: readonly (readonly [string, CanonicalValue])[]): CanonicalMessage => ({
    [info.name]: { entries: [...pairs].sort(([x], [y]) => (x < y ? -1 : 1)) },
  });
  const [k, v, w] = [keyRecord(subject, key), valueRecord(subject, a), valueRecord(subject, b)];
  const samples: Sample[] = [
    { input: entry(k, v), outcome: means(map([key, a])) },
    { input: entry(v, k), outcome: means(map([key, a])) },
    { input: entry(k), outcome: means(map([key, zero])) },
    { input: entry(v), outcome: means(map([defaultKey(subject), a])) },
    { input: entry(), outcome: means(map([defaultKey(subject), zero])) },
    { input: joined(entry(k, v), entry(v)), outcome: means(map([key, a], [defaultKey(subject), a])) },
    { input: entry(keyRecord(subject, defaultKey(subject)), k, v), outcome: means(map([key, a])) },
    { input: lengthDelimited(info.number, joined(k, v), 3), outcome: means(map([key, a])) },
  ];
  if (info.type.kind !== 'message') samples.push({ input: entry(k, v, w), outcome: means(map([key, b])) });
  const twice: Sample[] = [
    { input: joined(entry(k, v), entry(k, w)), outcome: means(map([key, b])) },
    { input: joined(entry(k, w), entry(v), entry(k)), outcome: means(map([key, zero], [defaultKey(subject), a])) },
  ];
  const strangers = [
    joined(tag(3, 0), varint(1n)),
    lengthDelimited(15, v),
    joined(tag(9, 5), new Uint8Array(4)),
    joined(tag(1000, 0), varint(1n)),
    joined(tag(4, 3), tag(4, 4)),
  ];
  const inside = strangers.flatMap((stranger): Sample[] => [
    { input: entry(stranger, k, v), outcome: means(map([key, a])) },
    { input: entry(k, stranger, v), outcome: means(map([key, a])) },
    { input: entry(k, v, stranger), outcome: means(map([key, a])) },
  ]);
  const negative = info.key!.family === 'int' && info.key!.min < 0n ? [info.key!.min, -1n].map(String) : [];
  const wide = info.key!.wire === 0 && !info.key!.wide && info.key!.family === 'int' && !info.key!.zigzag;
  // More keys of one length than a reader that remembers keys has places for.
  const many = info.key!.family === 'string' ? Array.from({ length: 300 }, (_, i) => `key-${100 + i}`) : [];
  return [
    ...fieldCases(
      subject,
      { id: 'map/many', clauses: ['binary.map.entry'], what: 'Many keys of one length' },
      many.length === 0
        ? []
        : [
            {
              input: joined(...many.map((one) => entry(keyRecord(subject, one), v))),
              outcome: means(map(...many.map((one) => [one, a] as const))),
            },
          ],
    ).filter((made) => made.id.endsWith('binary-binary')),
    ...fieldCases(
      subject,
      { id: 'map/negative-key', clauses: ['binary.varint.negative-int32'], what: 'Negative keys' },
      info.key!.zigzag || info.key!.wire !== 0
        ? []
        : negative.map((one) => ({ input: entry(keyRecord(subject, one), v), outcome: means(map([one, a])) })),
    ),
    ...fieldCases(
      subject,
      { id: 'map/wide', clauses: ['binary.varint.truncated-to-32'], what: 'Keys and values of more than 32 bits' },
      [
        ...(wide ? [{ input: entry(tag(1, 0), varint(2n ** 40n + 5n), v), outcome: means(map(['5', a])) }] : []),
        ...(isNarrowVarint(info.type)
          ? [{ input: entry(k, tag(2, 0), varint(2n ** 40n + 5n)), outcome: means(map([key, 5])) }]
          : []),
      ],
    ),
    ...fieldCases(
      subject,
      { id: 'map/bool', clauses: ['binary.varint.bool'], what: 'Bools other than 0 and 1 in an entry' },
      [2n, 128n, 2n ** 63n].flatMap((bits): Sample[] => [
        ...(info.key!.family === 'bool'
          ? [{ input: entry(tag(1, 0), varint(bits), v), outcome: means(map(['true', a])) }]
          : []),
        ...(info.type.kind === 'scalar' && info.type.info.family === 'bool'
          ? [{ input: entry(k, tag(2, 0), varint(bits)), outcome: means(map([key, true])) }]
          : []),
      ]),
    ),
    ...fieldCases(
      subject,
      { id: 'map/entries', clauses: ['binary.map.entry'], what: 'Entries in every form' },
      samples,
    ),
    ...fieldCases(
      subject,
      { id: 'map/duplicate', clauses: ['binary.map.duplicate-key'], what: 'Several entries of one key' },
      twice,
    ),
    ...fieldCases(
      subject,
      { id: 'map/unknown', clauses: ['binary.map.unknown-in-entry'], what: 'Other records inside of an entry' },
      inside,
    ),
  ];
};

/** Entries that are cut short, or whose parts run over their end. */
export const brokenEntries: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'map') return [];
  const { type } = info;
  const message = type.kind === 'message' ? schema.message(type.name) : undefined;
  const value =
    message !== undefined && message.wellKnown === undefined ? plainMessage(schema, message) : telling(schema, type, 1);
  const content = joined(keyRecord(subject, plainKey(info)), valueRecord(subject, value));
  const after = lengthDelimited(info.number, content);
  const samples: Sample[] = [];
  for (let end = 1; end < content.length; end++) {
    if (end !== keyRecord(subject, plainKey(info)).length)
      samples.push({ input: joined(lengthDelimited(info.number, content.slice(0, end)), after), outcome: refused });
  }
  samples.push({ input: lengthDelimited(info.number, joined(content, Uint8Array.of(0))), outcome: refused });
  return fieldCases(
    subject,
    { id: 'map/broken', clauses: ['binary.length.nested'], what: 'Entries whose content is cut short' },
    samples,
  );
};

export const jsonKeys: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'map') return [];
  const value = telling(schema, info.type, 1);
  const text = elementText(subject, value);
  const object = (...keys: readonly string[]): string =>
    withText(subject, `{${keys.map((key) => `${JSON.stringify(key)}:${text}`).join(',')}}`);
  const holds = (...keys: readonly string[]): CanonicalMessage => ({
    [info.name]: { entries: [...keys].sort((a, b) => (a < b ? -1 : 1)).map((key) => [key, value] as const) },
  });
  const refusedKeys = badKeys(subject).map((key): Sample => ({ input: object(key), outcome: refused }));
  const cases = [
    ...fieldCases(
      subject,
      { id: 'map/bad-key', clauses: ['json.map.key'], what: 'Keys of another type or out of range' },
      refusedKeys,
    ),
  ];
  if (info.key!.family === 'string') {
    const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'length', '0', '-1', ' '].map(
      (key): Sample => ({ input: object(key), outcome: means(holds(key)) }),
    );
    cases.push(
      ...fieldCases(
        subject,
        { id: 'map/hostile-key', clauses: ['json.map.hostile-key'], what: 'Keys that are names of something else' },
        hostile,
      ),
    );
    const binary = ['__proto__', 'constructor', ''].map((key): Sample => ({
      input: lengthDelimited(info.number, joined(keyRecord(subject, key), valueRecord(subject, value))),
      outcome: means(holds(key)),
    }));
    cases.push(
      ...fieldCases(
        subject,
        {
          id: 'map/hostile-key-bytes',
          clauses: ['json.map.hostile-key'],
          what: 'Keys that are names of something else',
        },
        binary,
      ),
    );
  } else if (info.key!.family === 'int') {
    const keys = scalarEdges(info.key!).map(String);
    cases.push(
      ...fieldCases(subject, { id: 'map/keys', clauses: ['json.map'], what: 'Keys at the limits' }, [
        { input: object(...keys), outcome: means(holds(...keys)) },
      ]),
    );
  }
  const shapes = ['[]', '1', '"a"', 'true', `[{"key":"1","value":${text}}]`].map((form): Sample => ({
    input: withText(subject, form),
    outcome: refused,
  }));
  cases.push(
    ...fieldCases(
      subject,
      { id: 'map/no-object', clauses: ['json.map'], what: 'No object where a map is expected' },
      shapes,
    ),
  );
  return cases;
};

function badKeys({ info }: FieldSubject): readonly string[] {
  const key = info.key!;
  if (key.family === 'string') return [];
  if (key.family === 'bool') return ['True', 'TRUE', '1', '0', '', 'yes', 'null', ' true', 'true '];
  const beyond = [String(key.max + 1n), String(key.min - 1n)];
  const always = ['', 'a', '1.5', '0x10', ' 1', '1 ', '--1', 'true', '1_0', '１', '-'];
  return key === scalars.bool ? always : [...always, ...beyond];
}
