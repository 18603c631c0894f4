/** Varints as they should not be written but must be read, and as nobody may read them. */
import { joined, lengthDelimited, record, tag, varint } from '../bytes.ts';
import { elementEdges } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import { elementWire, isPackable } from '../../../reference/oracle/read-element.ts';
import type { CanonicalValue } from '../../../reference/oracle/value.ts';
import { fieldCases, holding, plainKey, type FieldRule, type FieldSubject } from './field-subject.ts';

/** Is one element of the field a varint? Maps are left to the rules of entries. */
const isVarint = ({ info }: FieldSubject): boolean => info.cardinality !== 'map' && elementWire(info.type) === 0;

const raw = ({ info }: FieldSubject, bytes: Uint8Array): Uint8Array => joined(tag(info.number, 0), bytes);

/** The varint that stands for one, as the type spells it. */
const one = ({ info }: FieldSubject): { readonly bytes: bigint; readonly value: CanonicalValue } => {
  const { type } = info;
  if (type.kind === 'enum') {
    const number = [...type.info.names.keys()].find((n) => n !== type.info.first) ?? type.info.first;
    return { bytes: BigInt(number), value: number };
  }
  if (type.kind !== 'scalar') throw new Error('Not a varint.');
  if (type.info.family === 'bool') return { bytes: 1n, value: true };
  return type.info.zigzag
    ? { bytes: 2n, value: type.info.wide ? '1' : 1 }
    : { bytes: 1n, value: type.info.wide ? '1' : 1 };
};

export const overlongVarint: FieldRule = (subject) => {
  const { info } = subject;
  if (!isVarint(subject)) return [];
  const { bytes, value } = one(subject);
  const lengths = bytes < 0n ? [] : [2, 3, 4, 5, 6, 7, 8, 9, 10];
  const samples = lengths.map((length): Sample => ({
    input: raw(subject, varint(bytes, length)),
    outcome: means(holding(subject, value)),
  }));
  if (info.cardinality === 'list' && isPackable(info.type) && bytes >= 0n)
    samples.push({
      input: lengthDelimited(info.number, joined(...lengths.map((length) => varint(bytes, length)))),
      outcome: means({ [info.name]: lengths.map(() => value) }),
    });
  return fieldCases(
    subject,
    { id: 'varint/overlong', clauses: ['binary.varint.overlong'], what: 'A varint with needless bytes' },
    samples,
  );
};

export const tooLongVarint: FieldRule = (subject) => {
  if (!isVarint(subject)) return [];
  const samples = [
    joined(new Uint8Array(10).fill(0x80), Uint8Array.of(0)),
    joined(new Uint8Array(10).fill(0xff), Uint8Array.of(1)),
    joined(new Uint8Array(15).fill(0x80), Uint8Array.of(1)),
  ].map((bytes): Sample => ({ input: raw(subject, bytes), outcome: refused }));
  return fieldCases(
    subject,
    { id: 'varint/too-long', clauses: ['binary.varint.too-long'], what: 'A varint of eleven bytes and more' },
    samples,
  );
};

/** The 65th and later bits of a tenth byte: gone, or a reason to refuse. */
export const overflowingVarint: FieldRule = (subject) => {
  if (!isVarint(subject)) return [];
  const { bytes, value } = one(subject);
  if (bytes < 0n) return [];
  const input = varint(bytes, 10);
  input[9] = 0x02;
  const values = [holding(subject, value)];
  const rule = {
    id: 'varint/overflow',
    clauses: ['binary.varint.overflow'],
    what: 'A varint of more than 64 bits',
  } as const;
  return fieldCases(subject, rule, [
    { input: raw(subject, input), outcome: { kind: 'either', values, orReject: true } },
  ]);
};

/** The low 32 bits count for 32-bit types and enums. */
export const wideVarint: FieldRule = (subject) => {
  const { type } = subject.info;
  if (!isVarint(subject) || (type.kind === 'scalar' && (type.info.family !== 'int' || type.info.wide))) return [];
  if (type.kind === 'enum' && type.closed) return [];
  const wide = [2n ** 32n + 1n, 2n ** 40n + 5n, 2n ** 63n + 2n, 0xffff_ffffn, 0x1_8000_0000n];
  const samples = wide.map((bits): Sample => {
    const low = BigInt.asUintN(32, bits);
    const value =
      type.kind === 'scalar' && type.info.scalar === 'uint32'
        ? low
        : type.kind === 'scalar' && type.info.zigzag
          ? (low >> 1n) ^ -(low & 1n)
          : BigInt.asIntN(32, bits);
    return { input: raw(subject, varint(bits)), outcome: means(holding(subject, Number(value))) };
  });
  return fieldCases(
    subject,
    { id: 'varint/wide', clauses: ['binary.varint.truncated-to-32'], what: 'A varint of more than 32 bits' },
    samples,
  );
};

export const boolVarint: FieldRule = (subject) => {
  const { info } = subject;
  const { type } = info;
  if (!isVarint(subject) || type.kind !== 'scalar' || type.info.family !== 'bool') return [];
  const values = [2n, 127n, 128n, 256n, 2n ** 31n, 2n ** 32n, 2n ** 56n, 2n ** 63n, 2n ** 64n - 1n];
  const samples = values.map((bits): Sample => ({
    input: raw(subject, varint(bits)),
    outcome: means(holding(subject, true)),
  }));
  if (info.cardinality === 'list')
    samples.push({
      input: lengthDelimited(info.number, joined(...values.map((bits) => varint(bits)))),
      outcome: means({ [info.name]: values.map(() => true) }),
    });
  return fieldCases(
    subject,
    { id: 'varint/bool', clauses: ['binary.varint.bool'], what: 'A bool other than 0 and 1' },
    samples,
  );
};

/** Written as ten bytes: the oracle looks at the length of what comes back. */
export const negativeVarint: FieldRule = (subject) => {
  const { schema, info } = subject;
  const { type } = info;
  const signed =
    type.kind === 'enum' || (type.kind === 'scalar' && (type.info.scalar === 'int32' || type.info.scalar === 'int64'));
  if (!signed) return [];
  const values = elementEdges(schema, type).filter((value) => Number(value) < 0);
  const texts = (value: CanonicalValue): string => {
    const text = type.kind === 'scalar' && type.info.wide ? `"${String(value)}"` : String(value);
    const inner =
      info.cardinality === 'list'
        ? `[${text}]`
        : info.cardinality === 'map'
          ? `{${JSON.stringify(plainKey(info))}:${text}}`
          : text;
    return `{${JSON.stringify(info.jsonName)}:${inner}}`;
  };
  const samples = values.flatMap((value): Sample[] => [
    { input: record(schema, info, value), outcome: means(holding(subject, value)) },
    { input: texts(value), outcome: means(holding(subject, value)) },
  ]);
  const relevant = info.cardinality === 'map' ? samples.filter(({ input }) => typeof input === 'string') : samples;
  const clauses =
    type.kind === 'enum' ? ['binary.varint.negative-int32', 'values.enum.negative'] : ['binary.varint.negative-int32'];
  return fieldCases(subject, { id: 'varint/negative', clauses, what: 'Negative numbers' }, relevant);
};
