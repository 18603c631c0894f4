/** Rules of a message's bytes as a whole: all fields at once, nothing at all, what it does not know, and what is no message. */
import type { FixedCase } from '../../../model/case.ts';
import { base64, joined, lengthDelimited, oneOfEachWireType, records, tag, varint } from '../bytes.ts';
import { plainMessage } from '../edges.ts';
import { casesOf as cases, means, refused, survived, type Sample, type Subject } from '../sample.ts';
import type { FieldInfo } from '../../../reference/oracle/schema.ts';
import { printExact, type JsonObject } from '../../../reference/oracle/json-text.ts';
import { messageToJson } from '../../../reference/oracle/to-json.ts';
import { unknownKey } from '../../../reference/oracle/value.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { samplesOf } from './carried.ts';

/** Cases of one rule for a message. */
export type MessageRule = (subject: Subject) => readonly FixedCase[];

/** All fields together, in order and backwards; then nothing. */
export const allFields: MessageRule = (subject) => {
  const { schema, message } = subject;
  const whole = plainMessage(schema, message);
  const present = message.fields.filter((field) => Object.hasOwn(whole, field.name));
  const bytes = (field: FieldInfo): Uint8Array => records(schema, field, whole[field.name]!);
  const backwards: Sample = { input: joined(...present.toReversed().map(bytes)), outcome: means(whole) };
  const tree = messageToJson(schema, message, whole) as JsonObject;
  const reversed = printExact(Object.fromEntries(Object.entries(tree).toReversed()));
  return [
    ...cases(
      subject,
      {
        id: 'all-fields',
        clauses: ['values.field.carried'],
        written: { json: ['json.name.lower-camel'] },
        what: 'Every field at once',
      },
      samplesOf(subject, whole),
    ),
    ...cases(subject, { id: 'any-order', clauses: ['binary.tag.any-order'], what: 'Every field at once, backwards' }, [
      backwards,
    ]),
    ...cases(subject, { id: 'json/any-order', clauses: ['json.field.order'], what: 'Every field at once, backwards' }, [
      { input: reversed, outcome: means(whole) },
    ]),
    ...cases(
      subject,
      {
        id: 'nothing',
        clauses: ['binary.message.empty'],
        written: { binary: ['binary.default.omitted'], json: ['json.default.omitted'] },
        what: 'Nothing at all',
      },
      samplesOf(subject, {}),
    ),
  ];
};

/** Two numbers that the message does not know: its highest one but for the limit, and one between or beside its own. */
function freeNumbers({ message }: Subject): readonly number[] {
  let low = 1;
  while (message.byNumber.has(low)) low++;
  return [low, 536870911].filter((number) => !message.byNumber.has(number));
}

export const unknownFields: MessageRule = (subject) => {
  const { schema, message } = subject;
  const whole = plainMessage(schema, message);
  const known = writeMessage(schema, message, whole);
  // 16 is the first number whose tag takes two bytes.
  const numbers = [...new Set([...freeNumbers(subject), ...(message.byNumber.has(16) ? [] : [16])])];
  const samples = numbers.flatMap((number) =>
    [...oneOfEachWireType(number).values()].flatMap((bytes): Sample[] => {
      const unknown = { [unknownKey]: [base64(bytes)] };
      return [
        { input: bytes, outcome: means(unknown) },
        { input: joined(bytes, known), outcome: means({ ...whole, ...unknown }) },
        { input: joined(known, bytes), outcome: means({ ...whole, ...unknown }) },
      ];
    }),
  );
  const number = freeNumbers(subject)[0] ?? 536870910;
  const all = [
    ...oneOfEachWireType(number).values(),
    // More than 32 bits, nothing at all, and the same again.
    joined(tag(number, 0), varint(2n ** 64n - 1n)),
    lengthDelimited(number, new Uint8Array()),
    ...oneOfEachWireType(number).values(),
  ];
  samples.push({ input: joined(...all, known), outcome: means({ ...whole, [unknownKey]: all.map(base64) }) });
  return cases(
    subject,
    {
      id: 'unknown/kept',
      clauses: ['binary.unknown.skipped', 'binary.group.skipped'],
      written: { binary: ['binary.unknown.kept'], json: ['json.unknown.dropped'] },
      what: 'Fields that the schema does not know',
    },
    samples,
  );
};

/** Inputs of a hundred kilobytes are made for the first messages only: their readers share the code that matters. */
export const isSample = ({ schema, message }: Subject): boolean =>
  schema.descriptor.messages.slice(0, 3).some((listed) => listed.name === message.name);

const deepGroup = (number: number, depth: number): Uint8Array =>
  joined(repeated(tag(number, 3), depth), repeated(tag(number, 4), depth));

const repeated = (bytes: Uint8Array, times: number): Uint8Array =>
  new Uint8Array(Buffer.alloc(bytes.length * times, bytes));

export const groups: MessageRule = (subject) => {
  const [number = 536870910] = freeNumbers(subject);
  const [start, end, other] = [tag(number, 3), tag(number, 4), tag(number === 536870911 ? 536870910 : number + 1, 4)];
  const bad = [
    start,
    end,
    joined(start, other),
    joined(start, start, end),
    joined(start, end, end),
    joined(start, tag(1, 0)),
    joined(start, lengthDelimited(7, new Uint8Array(3)).slice(0, 3), end),
    joined(start, Uint8Array.of(0), end),
  ];
  const inner = joined(
    start,
    tag(7, 3),
    tag(7, 0),
    varint(5n),
    tag(7, 4),
    lengthDelimited(9, Uint8Array.of(1, 2, 3)),
    end,
  );
  const deep = isSample(subject) ? [20_000, 100_000].map((depth) => deepGroup(number, depth)) : [];
  return [
    ...cases(
      subject,
      { id: 'group/unbalanced', clauses: ['binary.group.unbalanced'], what: 'Groups that do not come out even' },
      bad.map((input): Sample => ({ input, outcome: refused })),
    ),
    ...cases(
      subject,
      {
        id: 'group/skipped',
        clauses: ['binary.group.skipped'],
        written: { binary: ['binary.unknown.kept'], json: ['json.unknown.dropped'] },
        what: 'A group in a group',
      },
      [{ input: inner, outcome: means({ [unknownKey]: [base64(inner)] }) }],
    ),
    ...cases(
      subject,
      { id: 'group/deep', clauses: ['binary.depth.survived'], what: 'Groups nested thousands deep' },
      deep.map((input): Sample => ({ input, outcome: survived })),
    ),
  ];
};

/** Tags that no message can have. */
export const badTags: MessageRule = (subject) => {
  const zero = [0, 1, 2, 3, 4, 5].map((wire) =>
    joined(Uint8Array.of(wire), wire === 2 ? Uint8Array.of(1, 0) : new Uint8Array(8)),
  );
  const high = [varint(2n ** 32n), varint(2n ** 35n), varint(2n ** 32n + 8n), varint(2n ** 63n + 8n)].map((bytes) =>
    joined(bytes, varint(1n)),
  );
  const wires = [6, 7].flatMap((wire) => [
    joined(tag(1, wire), new Uint8Array(8)),
    joined(tag(1000, wire), new Uint8Array(8)),
    tag(1, wire),
  ]);
  const number = freeNumbers(subject)[0] ?? 536870910;
  const long = [
    joined(tag(number, 0), new Uint8Array(10).fill(0x80), Uint8Array.of(1)),
    joined(tag(number, 0), new Uint8Array(10).fill(0xff), Uint8Array.of(1)),
    joined(new Uint8Array(10).fill(0x88), Uint8Array.of(0, 1)),
    joined(tag(number, 2), new Uint8Array(10).fill(0x80), Uint8Array.of(0)),
  ];
  const cut = [...oneOfEachWireType(number).values()].flatMap((bytes) =>
    Array.from({ length: bytes.length - 1 }, (_, i) => bytes.slice(0, i + 1)),
  );
  const far = [2n ** 31n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n].map((length) =>
    joined(tag(number, 2), varint(length), new Uint8Array(4)),
  );
  const bad = (inputs: readonly Uint8Array[]): Sample[] => inputs.map((input) => ({ input, outcome: refused }));
  const least = varint(BigInt(number) * 8n).length;
  const padded = [least + 1, 5, 10].map((length) => joined(varint(BigInt(number) * 8n, length), varint(5n)));
  const plain = joined(tag(number, 0), varint(5n));
  return [
    ...cases(subject, { id: 'tag/zero', clauses: ['binary.tag.field-zero'], what: 'Field number 0' }, bad(zero)),
    ...cases(
      subject,
      { id: 'tag/high', clauses: ['binary.tag.too-high'], what: 'Field numbers beyond the limit' },
      bad(high),
    ),
    ...cases(
      subject,
      { id: 'tag/wire-type', clauses: ['binary.tag.wire-type'], what: 'Wire types 6 and 7' },
      bad(wires),
    ),
    ...cases(
      subject,
      {
        id: 'tag/overlong',
        clauses: ['binary.tag.overlong'],
        what: 'A tag with needless bytes',
      },
      padded.map((input) => ({
        input,
        outcome: { kind: 'either', values: [{ [unknownKey]: [base64(plain)] }], orReject: true },
      })),
    ),
    ...cases(
      subject,
      {
        id: 'unknown/too-long',
        clauses: ['binary.varint.too-long'],
        what: 'Varints of eleven bytes in tags, lengths and unknown fields',
      },
      bad(long),
    ),
    ...cases(
      subject,
      { id: 'unknown/truncated', clauses: ['binary.truncation'], what: 'Unknown fields that are cut short' },
      bad(cut),
    ),
    ...cases(
      subject,
      { id: 'unknown/overrun', clauses: ['binary.length.overrun'], what: 'Unknown fields with a length past the end' },
      bad(far),
    ),
  ];
};
