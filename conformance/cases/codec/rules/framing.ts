/** Records of a field that are framed otherwise than expected: another wire type, cut short, too long, twice. */
import { joined, lengthDelimited, oneOfEachWireType, record, records, tag, varint } from '../bytes.ts';
import { telling, tellingField, isImplicitDefault } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import { elementWire, isPackable } from '../../../reference/oracle/read-element.ts';
import { unknownKey, type CanonicalMessage } from '../../../reference/oracle/value.ts';
import { base64 } from '../bytes.ts';
import { elementDefault, fieldCases, holding, type FieldRule, type FieldSubject } from './field-subject.ts';

/** The field's number under wire types that are not its own: kept aside, the field untouched. */
export const mismatchedWireType: FieldRule = (subject) => {
  const { schema, info } = subject;
  const own = info.cardinality === 'map' ? 2 : elementWire(info.type);
  const packed = info.cardinality === 'list' && isPackable(info.type);
  const value = telling(schema, info.type, 3);
  const held: CanonicalMessage = info.cardinality === 'map' ? {} : holding(subject, value);
  const proper = info.cardinality === 'map' ? new Uint8Array() : record(schema, info, value);
  const samples = [...oneOfEachWireType(info.number)]
    .filter(([wire]) => wire !== own && !(packed && wire === 2))
    .flatMap(([, bytes]): Sample[] => {
      const unknown = { [unknownKey]: [base64(bytes)] };
      return [
        { input: bytes, outcome: means(unknown) },
        { input: joined(proper, bytes), outcome: means({ ...held, ...unknown }) },
        { input: joined(bytes, proper), outcome: means({ ...held, ...unknown }) },
      ];
    });
  return fieldCases(
    subject,
    { id: 'wire-type/mismatch', clauses: ['binary.tag.mismatch'], what: 'Records of another wire type' },
    samples,
  );
};

/** Every proper prefix of a record. */
export const truncated: FieldRule = (subject) => {
  const { schema, info } = subject;
  const element = tellingField(schema, info, 2);
  const one = info.cardinality === 'list' ? (element as readonly never[]).slice(0, 1) : element;
  const bytes = records(schema, info, one);
  const first = info.cardinality === 'map' ? bytes.subarray(0, 2 + bytes[tag(info.number, 2).length]!) : bytes;
  const samples: Sample[] = [];
  for (let end = 1; end < first.length; end++) samples.push({ input: first.slice(0, end), outcome: refused });
  return fieldCases(
    subject,
    { id: 'truncated', clauses: ['binary.truncation'], what: 'Input that ends early' },
    samples,
  );
};

/** Lengths that promise more than there is, up to the largest numbers. */
export const overrun: FieldRule = (subject) => {
  const { info } = subject;
  const own = info.cardinality === 'map' ? 2 : elementWire(info.type);
  if (own !== 2 && !(info.cardinality === 'list' && isPackable(info.type))) return [];
  const lengths = [
    1n,
    5n,
    127n,
    128n,
    65536n,
    2n ** 31n - 1n,
    2n ** 31n,
    2n ** 32n - 1n,
    2n ** 32n,
    2n ** 33n,
    2n ** 53n,
    2n ** 63n - 1n,
    2n ** 63n,
    2n ** 64n - 1n,
  ];
  const samples = lengths.map((length): Sample => ({
    input: joined(tag(info.number, 2), varint(length)),
    outcome: refused,
  }));
  const some = [6n, 2n ** 32n + 5n, 2n ** 64n - 5n].map((length): Sample => ({
    input: joined(tag(info.number, 2), varint(length), new Uint8Array(5)),
    outcome: refused,
  }));
  return fieldCases(
    subject,
    { id: 'length/overrun', clauses: ['binary.length.overrun'], what: 'A length past the end' },
    [...samples, ...some],
  );
};

export const overlongLength: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality === 'map' || elementWire(info.type) !== 2) return [];
  const value = telling(schema, info.type, 1);
  const plain = record(schema, info, value);
  const content = plain.slice(tag(info.number, 2).length + 1);
  // Ten bytes would be as good a varint; but readers of lengths may stop at the five that 32 bits need.
  const samples = [2, 3, 5].map((length): Sample => ({
    input: lengthDelimited(info.number, content, length),
    outcome: means(holding(subject, value)),
  }));
  return fieldCases(
    subject,
    { id: 'length/overlong', clauses: ['binary.length.overlong'], what: 'A length with needless bytes' },
    samples,
  );
};

/** Two records, then three: the last counts, also when it is the default. */
export const lastWins: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'singular' || info.type.kind === 'message') return [];
  const [a, b, zero] = [telling(schema, info.type, 1), telling(schema, info.type, 2), elementDefault(info)];
  const samples = [
    [a, b],
    [b, a],
    [a, b, a],
    [a, zero],
    [zero, b],
  ].map((values): Sample => {
    const last = values.at(-1)!;
    const held = isImplicitDefault(info, last) ? {} : { [info.name]: last };
    return { input: joined(...values.map((value) => record(schema, info, value))), outcome: means(held) };
  });
  return fieldCases(
    subject,
    { id: 'last-wins', clauses: ['binary.singular.last-wins'], what: 'Several records of one field' },
    samples,
  );
};

/** Values whose lengths take three and four bytes; for the first messages only, whose readers share the code that matters. */
export const large: FieldRule = (subject) => {
  const { schema, message, info } = subject;
  if (info.cardinality !== 'singular' || info.type.kind !== 'scalar' || subject.message.fields.find(isLong) !== info)
    return [];
  const index = schema.descriptor.messages.findIndex((listed) => listed.name === message.name);
  if (index > 2) return [];
  const samples = (index === 0 ? [16_384, 2 ** 21 + 3] : [16_384]).map((size): Sample => {
    const content = new Uint8Array(size).fill(0x61);
    const value =
      info.type.kind === 'scalar' && info.type.info.family === 'bytes' ? { b64: base64(content) } : 'a'.repeat(size);
    return { input: lengthDelimited(info.number, content), outcome: means({ [info.name]: value }) };
  });
  return fieldCases(
    subject,
    { id: 'large', clauses: ['binary.size.large'], what: 'A value of a megabyte and more' },
    samples,
  ).filter((made) => made.id.endsWith('binary-binary'));
};

/** Messages whose lengths take two bytes and three; the first field of each message is enough. */
export const largeMessages: FieldRule = (subject) => {
  const { schema, message, info } = subject;
  const inside = ({ cardinality, type }: FieldSubject['info']): FieldSubject['info'] | undefined =>
    cardinality === 'singular' && type.kind === 'message' ? schema.message(type.name).fields.find(isLong) : undefined;
  const long = inside(info);
  if (long === undefined || message.fields.find((field) => inside(field) !== undefined) !== info) return [];
  const { type } = long;
  const samples = [128, 16_384].map((size): Sample => {
    const value =
      type.kind === 'scalar' && type.info.family === 'bytes'
        ? { b64: base64(new Uint8Array(size).fill(0x61)) }
        : 'a'.repeat(size);
    const held = { [long.name]: value };
    return { input: record(schema, info, held), outcome: means({ [info.name]: held }) };
  });
  return fieldCases(
    subject,
    { id: 'message/large', clauses: ['binary.size.large'], what: 'A message whose length takes several bytes' },
    samples,
  ).filter((made) => made.id.endsWith('binary-binary'));
};

/** One field of each message is enough. */
const isLong = ({ cardinality, type }: FieldSubject['info']): boolean =>
  cardinality === 'singular' &&
  type.kind === 'scalar' &&
  (type.info.family === 'string' || type.info.family === 'bytes');
