/** What the faults of this kind have in common. */
import { type FieldTest, any, both, scalar, singular } from './places.ts';
import type { WireRecord } from './records.ts';
import { eachElement, eachRecord, writesJson, writesRecords } from './ways.ts';

/** Records of the field with other bits; packed runs are left alone. */
export const bits = (wanted: FieldTest, change: (bits: bigint) => bigint) =>
  eachRecord(wanted, (record) =>
    record.wire === 0 ? { ...record, bits: BigInt.asUintN(64, change(record.bits)) } : record,
  );

export const reversed = (record: WireRecord): WireRecord => ({ ...record, bytes: record.bytes.toReversed() });

export const unsigned =
  (width: number) =>
  (value: unknown): string | number =>
    width === 64
      ? BigInt.asUintN(64, BigInt(value as string)).toString()
      : Number(BigInt.asUintN(32, BigInt(value as number)));

export const printed = (names: readonly string[], change: (value: unknown) => string | number) =>
  writesJson(eachElement(scalar(...names), (value) => change(value)));

export const is = (...names: readonly string[]) => any(both(scalar(...names), singular));

export const varint64 = scalar('int64', 'uint64', 'sint64');

/** A negative number of 32 bits written without its sign extension. */
export const inFiveBytes = (wanted: FieldTest) =>
  writesRecords(
    eachRecord(wanted, (record) =>
      record.wire === 0 && BigInt.asIntN(64, record.bits) < 0n
        ? { ...record, bits: BigInt.asUintN(32, record.bits) }
        : record,
    ),
  );
