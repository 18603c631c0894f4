/** Fields that hold messages: merged when they come twice, present when they are empty, ended where they end. */
import { joined, lengthDelimited, record, tag, varint } from '../bytes.ts';
import { plainMessage, tellingField } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import type { FieldInfo, MessageInfo } from '../../../reference/oracle/schema.ts';
import {
  unknownKey,
  type CanonicalMap,
  type CanonicalMessage,
  type CanonicalValue,
} from '../../../reference/oracle/value.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { base64 } from '../bytes.ts';
import { wellKnownSamples } from '../well-known-samples.ts';
import { samplesOf } from './carried.ts';
import { fieldCases, holding, keyRecord, plainKey, type FieldRule, type FieldSubject } from './field-subject.ts';

/** The message inside, unless it has a JSON form of its own, for which there are rules apart. */
function inner({ schema, info }: FieldSubject): MessageInfo | undefined {
  const message = info.type.kind === 'message' ? schema.message(info.type.name) : undefined;
  return message?.wellKnown === undefined ? message : undefined;
}

/** Two halves of a plain message, field by field, then the whole by merging. */
export const merged: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = inner(subject);
  if (message === undefined || info.cardinality !== 'singular' || message.fields.length === 0) return [];
  const whole = plainMessage(schema, message);
  const fields = message.fields.filter((field) => Object.hasOwn(whole, field.name));
  const half = (odd: number): CanonicalMessage =>
    Object.fromEntries(fields.flatMap((field, i) => (i % 2 === odd ? [[field.name, whole[field.name]!]] : [])));
  const put = (value: CanonicalMessage): Uint8Array => record(schema, info, value);
  const samples: Sample[] = [
    { input: joined(put(half(0)), put(half(1))), outcome: means({ [info.name]: whole }) },
    { input: joined(put(half(1)), put({}), put(half(0))), outcome: means({ [info.name]: whole }) },
  ];
  for (const [i, field] of fields.entries()) {
    const [a, b] = [tellingField(schema, field, i), tellingField(schema, field, i + 1)];
    if (field.cardinality === 'map') {
      const [one, other] = (a as CanonicalMap).entries.map((entry) => ({ [field.name]: { entries: [entry] } }));
      if (one !== undefined && other !== undefined)
        samples.push({ input: joined(put(one), put(other)), outcome: means({ [info.name]: { [field.name]: a } }) });
      continue;
    }
    if (field.type.kind === 'message') continue;
    const value: CanonicalValue =
      field.cardinality === 'list' ? [...(a as readonly CanonicalValue[]), ...(b as readonly CanonicalValue[])] : b;
    samples.push({
      input: joined(put({ [field.name]: a }), put({ [field.name]: b })),
      outcome: means({ [info.name]: { [field.name]: value } }),
    });
  }
  const stranger = joined(tag(536870911, 0), varint(99n));
  const unknown = { [unknownKey]: [base64(stranger)] };
  samples.push({ input: joined(put(unknown), put(whole)), outcome: means({ [info.name]: { ...whole, ...unknown } }) });
  const clauses = ['binary.message.merge', ...(info.oneof === undefined ? [] : ['binary.oneof.merge'])];
  return fieldCases(subject, { id: 'message/merge', clauses, what: 'Several records of one message' }, samples);
};

export const emptyMessages: FieldRule = (subject) => {
  if (inner(subject) === undefined) return [];
  return fieldCases(
    subject,
    { id: 'message/empty', clauses: ['binary.message.empty'], what: 'An empty message' },
    samplesOf(subject, holding(subject, {})),
  );
};

/** What the inner message does not know it keeps; the outer one's fields are none of its business. */
export const nestedUnknown: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = info.type.kind === 'message' ? schema.message(info.type.name) : undefined;
  if (message === undefined) return [];
  const free = 536870911;
  const stranger = joined(tag(free, 0), varint(99n), lengthDelimited(free, Uint8Array.of(1, 2)));
  const parts = [joined(tag(free, 0), varint(99n)), lengthDelimited(free, Uint8Array.of(1, 2))].map(base64);
  const held = message.wellKnown === undefined ? plainMessage(schema, message) : wellKnownSamples(schema, message)[0]!;
  const content = joined(stranger, writeMessage(schema, message, held));
  const framed =
    info.type.kind === 'message' && info.type.delimited
      ? joined(tag(info.number, 3), content, tag(info.number, 4))
      : info.cardinality === 'map'
        ? lengthDelimited(info.number, joined(keyRecord(subject, plainKey(info)), lengthDelimited(2, content)))
        : lengthDelimited(info.number, content);
  const outcome = means(holding(subject, { ...held, [unknownKey]: parts }));
  return fieldCases(
    subject,
    {
      id: 'message/unknown',
      clauses: ['binary.unknown.kept'],
      written: { json: ['json.unknown.dropped'] },
      what: 'Unknown fields of a message inside',
    },
    [{ input: framed, outcome }],
  );
};

/** Content that would end beyond its message, with bytes after it that would complete it. */
export const nestedOverrun: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = inner(subject);
  if (message === undefined || info.cardinality === 'map' || (info.type.kind === 'message' && info.type.delimited))
    return [];
  const content = writeMessage(schema, message, plainMessage(schema, message));
  const samples: Sample[] = [];
  const tail = new Uint8Array(16).fill(0x0a);
  for (const run of [
    Uint8Array.of(0x08),
    Uint8Array.of(0x0a, 0x05, 0x61),
    Uint8Array.of(0x09, 1, 2, 3),
    Uint8Array.of(0x0d, 1, 2),
    Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f),
    Uint8Array.of(0x0b, 0x08, 0x01),
  ]) {
    samples.push({ input: lengthDelimited(info.number, run), outcome: refused });
    samples.push({ input: joined(lengthDelimited(info.number, run), tail), outcome: refused });
    samples.push({ input: lengthDelimited(info.number, joined(content, run)), outcome: refused });
  }
  return fieldCases(
    subject,
    { id: 'message/overrun', clauses: ['binary.length.nested'], what: 'A message whose content runs over its end' },
    samples,
  );
};

/** A group inside: its end tag has its number, and is there. */
export const groups: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = inner(subject);
  if (message === undefined || info.type.kind !== 'message' || !info.type.delimited) return [];
  const content = writeMessage(schema, message, plainMessage(schema, message));
  const start = tag(info.number, 3);
  const good: Sample[] = [
    {
      input: joined(start, content, tag(info.number, 4)),
      outcome: means(holding(subject, plainMessage(schema, message))),
    },
  ];
  const bad = [joined(start, content), start, joined(start, content, tag(info.number + 1, 4))].map((input): Sample => ({
    input,
    outcome: refused,
  }));
  return [
    ...fieldCases(subject, { id: 'group/read', clauses: ['binary.group.delimited'], what: 'A group' }, good),
    ...fieldCases(
      subject,
      { id: 'group/unbalanced', clauses: ['binary.group.unbalanced'], what: 'A group without its end' },
      bad,
    ),
  ];
};

/** Two members of a oneof, in both orders; the last one stands. */
export const oneofs: FieldRule = (subject) => {
  const { schema, message, info } = subject;
  if (info.oneof === undefined) return [];
  const others = message.fields.filter((other) => other.oneof === info.oneof && other !== info);
  if (others.length === 0) return [];
  const value = (field: FieldInfo): CanonicalValue => tellingField(schema, field, 1);
  const bytes = (field: FieldInfo): Uint8Array => record(schema, field, value(field));
  const samples = others.map((other): Sample => ({
    input: joined(bytes(other), bytes(info)),
    outcome: means({ [info.name]: value(info) }),
  }));
  const clash = others.map((other): Sample => {
    const [a, b] = [info, other].map((field) => samplesOf(subject, { [field.name]: value(field) })[1]!.input as string);
    return { input: `${a!.slice(0, -1)},${b!.slice(1)}`, outcome: refused };
  });
  const nulls = others
    .filter((other) => !hasNull(subject, other))
    .map((other): Sample => {
      const text = samplesOf(subject, { [info.name]: value(info) })[1]!.input as string;
      return {
        input: `{${JSON.stringify(other.jsonName)}:null,${text.slice(1)}`,
        outcome: means({ [info.name]: value(info) }),
      };
    });
  return [
    ...fieldCases(
      subject,
      { id: 'oneof/last-wins', clauses: ['binary.oneof.last-wins'], what: 'Another member before it' },
      samples,
    ),
    ...fieldCases(subject, { id: 'oneof/two', clauses: ['json.oneof.two'], what: 'Two members at once' }, clash),
    ...fieldCases(subject, { id: 'oneof/null', clauses: ['json.oneof.null'], what: 'Null for another member' }, nulls),
  ];
};

/** Does null mean something for this field: a Value, or the enum NullValue? */
export const hasNull = ({ schema }: Pick<FieldSubject, 'schema'>, { type }: FieldInfo): boolean =>
  (type.kind === 'message' && schema.message(type.name).wellKnown === 'value') ||
  (type.kind === 'enum' && type.info.name === 'google.protobuf.NullValue');
