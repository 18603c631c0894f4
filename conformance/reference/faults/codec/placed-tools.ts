/** The same fault in one place alone: code for lists, map entries and members of oneofs is often written apart. */
import { elementWire, isPackable } from '../../oracle/read-element.ts';
import { WireWriter } from '../../oracle/wire.ts';
import { elementsOf } from './packed.ts';
import { type FieldTest, both, list, map, oneof } from './places.ts';
import { entryName, type ChangeRecords, type WireRecord } from './records.ts';
import { eachRecord } from './ways.ts';

/** Where an element stands, by what the name of a fault says of it. */
export const standing: Readonly<Record<'lists' | 'maps' | 'oneofs', FieldTest>> = {
  lists: list,
  maps: map,
  oneofs: oneof,
};

export const placeNames = ['lists', 'maps', 'oneofs'] as const;

type BitsChange = (bits: bigint) => bigint;

const varint = (bytes: Uint8Array): bigint =>
  bytes.reduce((sum, byte, i) => sum | (BigInt(byte & 0x7f) << BigInt(7 * i)), 0n);

const changed = (record: WireRecord, change: BitsChange): WireRecord =>
  record.wire === 0 ? { ...record, bits: BigInt.asUintN(64, change(record.bits)) } : record;

/** Varints of lists, in packed runs and alone. */
const inLists = (wanted: FieldTest, change: BitsChange): ChangeRecords =>
  eachRecord(both(list, wanted), (record) => {
    const { field, wire } = record;
    if (wire !== 2 || !isPackable(field!.type) || elementWire(field!.type) !== 0) return changed(record, change);
    const writer = new WireWriter();
    for (const element of elementsOf(record)) writer.varint(BigInt.asUintN(64, change(varint(element))));
    return { ...record, bytes: writer.finish() };
  });

/** Records of map entries, keys or values. */
export const inEntries =
  (part: 'key' | 'value', wanted: FieldTest, each: (record: WireRecord) => WireRecord | undefined): ChangeRecords =>
  (records, message, depth) =>
    message?.name === entryName
      ? eachRecord(
          both(({ name }) => name === part, wanted),
          each,
        )(records, message, depth)
      : records;

/** Varints in one place. */
export function varintsIn(place: 'keys' | keyof typeof standing, wanted: FieldTest, change: BitsChange): ChangeRecords {
  if (place === 'lists') return inLists(wanted, change);
  if (place === 'oneofs') return eachRecord(both(oneof, wanted), (record) => changed(record, change));
  return inEntries(place === 'keys' ? 'key' : 'value', wanted, (record) => changed(record, change));
}

/** Does a message have a place of the kind with such elements? */
export const isPlace = (place: 'keys' | keyof typeof standing, wanted: FieldTest): FieldTest =>
  place === 'keys'
    ? (field) =>
        field.key !== undefined &&
        wanted({ ...field, cardinality: 'singular', type: { kind: 'scalar', info: field.key } })
    : both(standing[place], wanted);
