/** Codecs that write otherwise than the reference and are as right: none of these may fail a required or recommended case. */
import { isObject, parseExact, printExact, type ExactJson } from '../oracle/json-text.ts';
import { isPackable } from '../oracle/read-element.ts';
import { WireWriter } from '../oracle/wire.ts';
import { record } from './codec/json-tree.ts';
import { float, holds, list, map, scalar } from './codec/places.ts';
import { entryName, type WireRecord } from './codec/records.ts';
import { elementsOf } from './codec/packed.ts';
import { eachElement, refusesRecords, writesJson, writesRecords, writesText } from './codec/ways.ts';
import { refusesNamesTwice } from './codec/ways-through.ts';
import type { Fault } from './fault.ts';

/** A way of writing, or of treating what may be treated in several ways. */
export interface LegalVariant {
  readonly name: string;
  readonly wrap: Fault['wrap'];
}

/** A varint with `more` needless bytes, up to `most` in all. */
function padded(bits: bigint, { more, most }: { readonly more: number; readonly most: number }): Uint8Array {
  const bytes = [...new WireWriter().varint(bits).finish()];
  for (let i = 0; i < more && bytes.length < most; i++) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(0);
  }
  return Uint8Array.from(bytes);
}

/** Records as they are to be written: raw bytes in place of any that are spelt otherwise. */
const spelt = (spell: (one: WireRecord) => Uint8Array | undefined): Fault['wrap'] =>
  writesRecords((records) =>
    records.map((one) => {
      const raw = spell(one);
      return raw === undefined ? one : { ...one, raw };
    }),
  );

const withLength = (more: number): Fault['wrap'] =>
  spelt(({ number, wire, bytes }) =>
    wire === 2
      ? new WireWriter()
          .tag(number, 2)
          .raw(padded(BigInt(bytes.length), { more, most: 5 }))
          .raw(bytes)
          .finish()
      : undefined,
  );

const isPacked = ({ field, wire }: WireRecord): boolean =>
  field !== undefined && list(field) && isPackable(field.type) && wire === 2;

const printed = (print: (value: ExactJson) => string): Fault['wrap'] => writesText((text) => print(parseExact(text)));

function spaced(value: ExactJson): string {
  if (Array.isArray(value)) return `[ ${value.map(spaced).join(' ,\n\t')} ]`;
  if (!isObject(value)) return printExact(value);
  return `{\r\n ${Object.entries(value)
    .map(([name, item]) => `${JSON.stringify(name)} : ${spaced(item)}`)
    .join(' ,\n ')} }`;
}

function turned(value: ExactJson): ExactJson {
  if (Array.isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  return record(
    Object.entries(value)
      .toReversed()
      .map(([name, item]) => [name, turned(item)] as const),
  );
}

const escapedBeyondAscii = (text: string): string =>
  text.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const withDigits =
  (digits: number) =>
  (value: ExactJson): ExactJson =>
    typeof value === 'string'
      ? value.replace(
          /(?:\.(\d+))?(Z|s)$/,
          (_, given: string | undefined, end: string) => `.${(given ?? '').padEnd(digits, '0')}${end}`,
        )
      : value;

export const legalVariants: readonly LegalVariant[] = [
  {
    name: 'fields in descending order',
    wrap: writesRecords((records) => records.toSorted((a, b) => b.number - a.number)),
  },
  {
    name: 'unknown fields first',
    wrap: writesRecords((records) =>
      records.toSorted((a, b) => Number(a.field !== undefined) - Number(b.field !== undefined)),
    ),
  },
  { name: 'lengths of one byte more', wrap: withLength(1) },
  { name: 'lengths of five bytes', wrap: withLength(4) },
  {
    name: 'varints of one byte more',
    wrap: spelt(({ number, wire, bits }) =>
      wire === 0
        ? new WireWriter()
            .tag(number, 0)
            .raw(padded(bits, { more: 1, most: 10 }))
            .finish()
        : undefined,
    ),
  },
  {
    name: 'packed runs split',
    wrap: writesRecords((records) =>
      records.flatMap((one) => (isPacked(one) ? elementsOf(one).map((bytes) => ({ ...one, bytes })) : one)),
    ),
  },
  {
    name: 'map entries in another order',
    wrap: writesRecords((records) => [
      ...records.filter(isEntry).toReversed(),
      ...records.filter((one) => !isEntry(one)),
    ]),
  },
  {
    name: 'map entries with the value first',
    wrap: writesRecords((records, message) => (message?.name === entryName ? records.toReversed() : records)),
  },
  {
    name: 'map entries without defaults',
    wrap: writesRecords((records, message) =>
      message?.name === entryName
        ? records.filter(
            ({ bits, bytes, field }) =>
              bits !== 0n ||
              bytes.some((byte) => byte !== 0) ||
              (field !== undefined && (float(field) || scalar('bytes', 'string')(field)) && bytes.length > 0),
          )
        : records,
    ),
  },
  { name: 'JSON with white space', wrap: printed(spaced) },
  { name: 'JSON with its names turned', wrap: printed((value) => printExact(turned(value))) },
  { name: 'JSON in ASCII', wrap: writesText(escapedBeyondAscii) },
  { name: 'JSON with escaped slashes', wrap: writesText((text) => text.replaceAll(/(?<!\\)\//g, '\\/')) },
  {
    name: 'floats with exponents',
    wrap: writesText((text) =>
      text.replaceAll(/(?<=[:[,])(-?\d+\.\d+)(?=[,}\]])/g, (number) => Number(number).toExponential()),
    ),
  },
  {
    name: 'whole numbers with a fraction',
    wrap: writesText((text) => text.replaceAll(/(?<=Double":)(-?\d+)(?=[,}])/g, '$1.0')),
  },
  { name: 'timestamps of nine digits', wrap: writesJson(eachElement(holds('timestamp'), withDigits(9))) },
  { name: 'durations of nine digits', wrap: writesJson(eachElement(holds('duration'), withDigits(9))) },
  {
    name: 'overlong tags refused',
    wrap: refusesRecords(({ tagSize, number, wire }) => tagSize > new WireWriter().tag(number, wire).finish().length),
  },
  { name: 'names given twice refused', wrap: refusesNamesTwice },
  { name: 'varints beyond 64 bits refused', wrap: refusesRecords(({ wire, bits }) => wire === 0 && bits >= 1n << 64n) },
];

function isEntry({ field }: WireRecord): boolean {
  return field !== undefined && map(field);
}
