/** Faults on the wire that show at one value, one length or one spelling alone. */
import type { Fault } from '../fault.ts';
import { elementWire, isPackable } from '../../oracle/read-element.ts';
import { elementsOf } from './packed.ts';
import {
  type FieldTest,
  any,
  both,
  group,
  holds,
  implicit,
  list,
  map,
  not,
  oneof,
  scalar,
  schemaOf,
  singular,
} from './places.ts';
import { readRecords, writeRecords, type ChangeRecords, type WireRecord } from './records.ts';
import { codec } from './row.ts';
import { acceptsBytes, eachRecord, readsRecords, refusesRecords, writesRecords } from './ways.ts';
import { all } from './wire-framing-tools.ts';
import { among, first, has, text } from './wire-values-tools.ts';

const packable: FieldTest = (field) => list(field) && isPackable(field.type);
const wideVarint = scalar('int64', 'uint64', 'sint64');
const wideFixed = scalar('fixed64', 'sfixed64');

/** A multiple of 2^32 taken for nothing, because its low half is. */
const lowHalfEmpty = ({ wire, bits, bytes }: WireRecord): boolean =>
  wire === 0 ? bits !== 0n && bits % (1n << 32n) === 0n : wire === 1 && bytes.slice(0, 4).every((byte) => byte === 0);

/** Content of a length that takes two bytes, cut to the one byte that was kept for it. */
const cutFrom = (
  wanted: FieldTest,
  { least, most }: { readonly least: number; readonly most: number },
): ChangeRecords =>
  eachRecord(wanted, (record) =>
    record.wire === 2 && record.bytes.length >= least && record.bytes.length <= most
      ? { ...record, bytes: new Uint8Array() }
      : record,
  );

/** The units of the text fit into one byte of length, and its bytes do not. */
const isWiderThanItSeems = ({ bytes }: WireRecord): boolean =>
  bytes.length > 127 && Buffer.from(bytes).toString('utf8').length <= 127;

/** The bytes of all records of a field one after the other. */
const joined =
  (wanted: FieldTest): ChangeRecords =>
  (records) =>
    records.map((record, i) =>
      has(record, wanted)
        ? {
            ...record,
            bytes: Buffer.concat(
              records.slice(0, i + 1).flatMap(({ field, bytes }) => (field === record.field ? [bytes] : [])),
            ),
          }
        : record,
    );

/** An end of the input that a reader takes for the end of the message, wherever a zero stands. */
const untilZero = acceptsBytes((bytes) => {
  const at = bytes.indexOf(0);
  return at < 0 ? undefined : bytes.slice(0, at);
});

/** A varint of more than ten bytes, cut to ten. */
const shortened = (bytes: Uint8Array): Uint8Array | undefined => {
  const text = Buffer.from(bytes).toString('latin1');
  const changed = text.replace(/([\x80-\xff]{9})[\x80-\xff]+([\0-\x7f])/, '$1\x01');
  return changed === text ? undefined : new Uint8Array(Buffer.from(changed, 'latin1'));
};

export const wireCornersFaults: readonly Fault[] = [
  codec(
    'multiples-of-2-to-the-32-not-written',
    ['binary.varint.value', 'values.field.carried'],
    any(both(wideVarint, implicit)),
    writesRecords(eachRecord(both(wideVarint, implicit), (record) => (lowHalfEmpty(record) ? undefined : record))),
  ),
  codec(
    'multiples-of-2-to-the-32-not-written-fixed',
    ['binary.fixed', 'values.field.carried'],
    any(both(wideFixed, implicit)),
    writesRecords(eachRecord(both(wideFixed, implicit), (record) => (lowHalfEmpty(record) ? undefined : record))),
  ),
  codec(
    'messages-of-128-bytes-cut',
    ['binary.size.large', 'values.field.carried', 'binary.message.merge', 'values.roundtrip.binary'],
    any(both(holds(), singular)),
    writesRecords(cutFrom(both(holds(), singular), { least: 128, most: 16_383 })),
  ),
  codec(
    'packed-runs-of-128-bytes-cut',
    ['binary.packed.write', 'binary.packed.read', 'binary.size.large', 'binary.list.order'],
    any(packable),
    writesRecords(cutFrom(packable, { least: 128, most: 16_383 })),
  ),
  codec(
    'map-entries-of-128-bytes-cut',
    ['binary.map.entry', 'binary.size.large'],
    any(map),
    writesRecords(cutFrom(map, { least: 128, most: 16_383 })),
  ),
  codec(
    'strings-of-128-bytes-cut',
    ['binary.size.large', 'binary.string.utf8'],
    any(both(text, singular)),
    writesRecords(cutFrom(both(text, singular), { least: 128, most: 16_383 })),
  ),
  codec(
    'strings-of-16384-bytes-cut',
    ['binary.size.large', 'binary.string.utf8'],
    any(both(text, singular)),
    writesRecords(cutFrom(both(text, singular), { least: 16_384, most: 2_000_000 })),
  ),
  codec(
    'length-of-text-in-units',
    ['binary.string.utf8', 'binary.size.large'],
    any(both(text, singular)),
    writesRecords(
      eachRecord(both(text, singular), (record) =>
        isWiderThanItSeems(record) ? { ...record, bytes: record.bytes.slice(0, 127) } : record,
      ),
    ),
  ),
  codec('input-ends-at-a-zero', ['binary.tag.field-zero'], all, untilZero),
  codec('twelve-byte-varints-shortened', ['binary.varint.too-long'], all, acceptsBytes(shortened)),
  codec(
    'wire-types-6-and-7-skipped-in-messages',
    ['binary.tag.wire-type'],
    all,
    acceptsBytes((bytes) => {
      const at = bytes.findIndex((byte) => byte < 0x80 && (byte & 7) > 5);
      return at < 0 ? undefined : bytes.slice(0, at);
    }),
  ),
  codec(
    'packed-overlong-element-refused',
    ['binary.varint.overlong', 'binary.packed.read'],
    any(packable),
    refusesRecords(
      (record) =>
        has(record, packable) &&
        record.wire === 2 &&
        elementWire(record.field!.type) === 0 &&
        elementsOf(record).some((element) => element.length > 1 && element.length < 10 && element.at(-1) === 0),
    ),
  ),
  codec(
    'packed-bool-of-one-byte',
    ['binary.varint.bool', 'binary.packed.read'],
    any(both(packable, scalar('bool'))),
    readsRecords(
      eachRecord(both(packable, scalar('bool')), (record) =>
        record.wire === 2 ? { ...record, bytes: Uint8Array.from(elementsOf(record), ([byte]) => byte! & 1) } : record,
      ),
    ),
  ),
  codec(
    'merge-joins-no-lists',
    ['binary.message.merge'],
    any(both(singular, holds())),
    mergedWithout((field) => list(field)),
  ),
  codec(
    'merge-joins-no-maps',
    ['binary.message.merge'],
    any(both(singular, holds())),
    mergedWithout((field) => map(field)),
  ),
  codec(
    'merge-of-inner-messages-replaces',
    ['binary.message.merge'],
    any(both(singular, holds())),
    mergedWithout((field) => both(singular, holds())(field)),
  ),
  codec(
    'unknown-lost-when-merged',
    ['binary.message.merge', 'binary.unknown.kept'],
    any(both(singular, holds())),
    mergedWithout(undefined),
  ),
  codec(
    'bytes-joined',
    ['binary.singular.last-wins'],
    any(both(singular, scalar('bytes'))),
    readsRecords(joined(both(singular, not(oneof), scalar('bytes')))),
  ),
  codec(
    'first-enum-wins',
    ['binary.singular.last-wins'],
    any(both(singular, ({ type }) => type.kind === 'enum')),
    readsRecords(
      among(
        both(singular, not(oneof), ({ type }) => type.kind === 'enum'),
        first,
      ),
    ),
  ),
  codec(
    'first-record-of-a-oneof-member-wins',
    ['binary.oneof.last-wins', 'binary.singular.last-wins'],
    any(both(oneof, not(holds()))),
    readsRecords(
      among(
        both(oneof, ({ type }) => type.kind === 'scalar'),
        first,
      ),
    ),
  ),
  codec(
    'group-first-field-not-written',
    ['binary.group.delimited', 'values.field.carried', 'values.roundtrip.binary'],
    any(group),
    writesRecords(
      eachRecord(group, (record) => ({ ...record, inside: record.inside.filter(({ number }) => number !== 1) })),
    ),
  ),
  codec(
    'groups-not-merged',
    ['binary.message.merge', 'binary.group.delimited'],
    any(both(group, singular, not(oneof))),
    readsRecords((records) =>
      records.filter(
        (record, i) =>
          !has(record, both(group, singular)) || !records.slice(i + 1).some((later) => later.field === record.field),
      ),
    ),
  ),
  codec(
    'unknown-varints-of-32-bits',
    ['binary.unknown.kept'],
    all,
    readsRecords((records) =>
      records.map((one) =>
        one.field === undefined && one.wire === 0 ? { ...one, bits: one.bits & 0xffffffffn } : one,
      ),
    ),
  ),
  codec(
    'unknown-empty-lengths-dropped',
    ['binary.unknown.kept'],
    all,
    readsRecords((records) =>
      records.filter((one) => one.field !== undefined || one.wire !== 2 || one.bytes.length > 0),
    ),
  ),
  codec(
    'unknown-equal-records-once',
    ['binary.unknown.kept'],
    all,
    readsRecords((records) =>
      records.filter(
        (one, i) =>
          one.field !== undefined ||
          !records.slice(0, i).some((b) => b.number === one.number && b.bits === one.bits && same(b.bytes, one.bytes)),
      ),
    ),
  ),
];

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Of several records of a message only the last keeps such fields; without a test: those that are unknown. */
function mergedWithout(lost: FieldTest | undefined): Fault['wrap'] {
  return (testee, pkg) => {
    const schema = schemaOf(pkg);
    const isMessage = both(singular, not(oneof), holds());
    const stripped = (record: WireRecord): WireRecord => {
      const { type } = record.field!;
      const inner = type.kind === 'message' ? schema.message(type.name) : undefined;
      const kept = (readRecords(schema, inner, record.bytes) ?? []).filter(({ field }) =>
        lost === undefined ? field !== undefined : field === undefined || !lost(field),
      );
      return { ...record, bytes: writeRecords(kept) };
    };
    return readsRecords((records) =>
      records.map((record, i) =>
        has(record, isMessage) && record.wire === 2 && records.slice(i + 1).some(({ field }) => field === record.field)
          ? stripped(record)
          : record,
      ),
    )(testee, pkg);
  };
}
