/** Lists: packed and not, in one run or many, and runs that do not come out even. */
import { joined, lengthDelimited, record, tag, varint } from '../bytes.ts';
import { telling } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import { elementWire, isPackable } from '../../../reference/oracle/read-element.ts';
import type { CanonicalValue } from '../../../reference/oracle/value.ts';
import { writeElement, writePacked } from '../../../reference/oracle/write-message.ts';
import { WireWriter } from '../../../reference/oracle/wire.ts';
import { elementDefault, fieldCases, type FieldRule, type FieldSubject } from './field-subject.ts';

function run({ schema, info }: FieldSubject, values: readonly CanonicalValue[]): Uint8Array {
  const writer = new WireWriter();
  writePacked({ schema, writer }, info, values);
  return writer.finish();
}

const isNumberList = ({ info }: FieldSubject): boolean => info.cardinality === 'list' && isPackable(info.type);

export const packedRuns: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (!isNumberList(subject)) return [];
  const [a, b, c] = [telling(schema, info.type, 1), elementDefault(info), telling(schema, info.type, 2)];
  const one = (value: CanonicalValue): Uint8Array => record(schema, info, value);
  const list = (...values: readonly CanonicalValue[]) => means(values.length === 0 ? {} : { [info.name]: values });
  const packed: Sample[] = [
    { input: run(subject, [a, b, c]), outcome: list(a, b, c) },
    { input: run(subject, []), outcome: list() },
    { input: joined(run(subject, [a, b]), run(subject, []), run(subject, [c])), outcome: list(a, b, c) },
  ];
  const single: Sample[] = [
    { input: joined(one(a), one(b), one(c)), outcome: list(a, b, c) },
    { input: joined(one(a), run(subject, [b, c]), one(a)), outcome: list(a, b, c, a) },
    { input: joined(run(subject, [a]), one(b), run(subject, [c, c])), outcome: list(a, b, c, c) },
  ];
  return [
    ...fieldCases(
      subject,
      { id: 'packed/read', clauses: ['binary.packed.read', 'binary.list.order'], what: 'Packed runs' },
      packed,
    ),
    ...fieldCases(
      subject,
      {
        id: 'packed/unpacked',
        clauses: ['binary.packed.unpacked', 'binary.list.order'],
        what: 'Single records, and a mixture',
      },
      single,
    ),
  ];
};

/** Runs where they are declared, however many and however long their lengths are spelt; else single records. */
export const packedWritten: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (!isNumberList(subject)) return [];
  const values = [telling(schema, info.type, 1), telling(schema, info.type, 2)];
  const spellings = info.packed
    ? [
        ...paddings.map((padding) => lengthDelimited(info.number, contentOf(subject, values, padding))),
        ...[0, 2, 3, 4, 5].flatMap((length) => [
          lengthDelimited(info.number, contentOf(subject, values, 0), length),
          joined(...values.map((value) => lengthDelimited(info.number, contentOf(subject, [value], 0), length))),
        ]),
      ]
    : paddings.map((padding) =>
        joined(
          ...values.map((value) =>
            joined(tag(info.number, elementWire(info.type)), contentOf(subject, [value], padding)),
          ),
        ),
      );
  const rule = {
    id: 'packed/written',
    clauses: ['binary.packed.write'],
    level: 'recommended',
    what: 'A list is written as declared',
  } as const;
  return fieldCases(subject, rule, [
    { input: spellings[0]!, outcome: means({ [info.name]: values }), spellings },
  ]).filter((made) => made.id.endsWith('binary-binary'));
};

/** Bytes that each varint is padded by. */
const paddings = [0, 1, 2, 3, 4] as const;

/** The elements without tags, varints longer than they need be. */
function contentOf({ info }: FieldSubject, values: readonly CanonicalValue[], padding: number): Uint8Array {
  return joined(
    ...values.map((value) => {
      const bytes = new WireWriter();
      writeElement(bytes, info.type, value);
      const shortest = bytes.finish();
      if (elementWire(info.type) !== 0 || shortest.length + padding > 10) return shortest;
      const longer = [...shortest, ...Array.from({ length: padding }, () => 0)];
      return Uint8Array.from(longer, (byte, i) => (i < longer.length - 1 ? byte | 0x80 : byte));
    }),
  );
}

/** Elements that cross the end of their run, with bytes after it that would complete them. */
export const packedOverrun: FieldRule = (subject) => {
  const { info } = subject;
  if (!isNumberList(subject)) return [];
  const wire = elementWire(info.type);
  const cut = wire === 0 ? Uint8Array.of(0x01, 0x80) : new Uint8Array(wire === 5 ? 7 : 12);
  const short = wire === 0 ? Uint8Array.of(0xff) : new Uint8Array(wire === 5 ? 3 : 7);
  const tail = joined(tag(info.number, wire), wire === 0 ? varint(1n) : new Uint8Array(wire === 5 ? 4 : 8));
  const samples = [cut, short].flatMap((content): Sample[] => [
    { input: lengthDelimited(info.number, content), outcome: refused },
    { input: joined(lengthDelimited(info.number, content), tail), outcome: refused },
  ]);
  const long: Sample[] =
    wire === 0
      ? [
          {
            input: lengthDelimited(info.number, joined(new Uint8Array(10).fill(0x80), Uint8Array.of(1))),
            outcome: refused,
          },
        ]
      : [];
  return fieldCases(
    subject,
    { id: 'packed/overrun', clauses: ['binary.packed.overrun'], what: 'An element that crosses the end of its run' },
    [...samples, ...long],
  );
};

/** Elements keep their order though other fields stand between them. */
export const interleaved: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'list') return [];
  const values = [1, 2, 3].map((i) => telling(schema, info.type, i));
  const between = joined(tag(536870911, 0), varint(1n));
  const unknown = Buffer.from(between).toString('base64');
  const input = joined(...values.flatMap((value) => [record(schema, info, value), between]));
  const outcome = means({ [info.name]: values, $unknown: [unknown, unknown, unknown] });
  return fieldCases(
    subject,
    { id: 'list/interleaved', clauses: ['binary.list.order'], what: 'Elements with other records between them' },
    [{ input, outcome }],
  );
};

/** More messages side by side than any may be nested: a reader that counts its depth counts down again. */
export const manyMessages: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'list' || info.type.kind !== 'message') return [];
  const value = telling(schema, info.type, 1);
  const element = record(schema, info, value);
  const count = 300;
  return fieldCases(
    subject,
    { id: 'list/many', clauses: ['binary.list.order', 'binary.depth.accepted'], what: 'Many messages side by side' },
    [
      {
        input: joined(...Array.from({ length: count }, () => element)),
        outcome: means({ [info.name]: Array.from({ length: count }, () => value) }),
      },
    ],
  ).filter((made) => made.id.endsWith('binary-binary'));
};
