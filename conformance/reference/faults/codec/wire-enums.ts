/** Faults in enums on the wire. */
import type { Fault } from '../fault.ts';
import { any, both, closedEnum, isEnum, not, openEnum, singular } from './places.ts';
import type { WireRecord } from './records.ts';
import { codec } from './row.ts';
import { eachRecord, readsRecords, refusesRecords, writesRecords } from './ways.ts';
import { bits, inFiveBytes } from './wire-numbers-tools.ts';

/** Has a member the number? */
const known = ({ field, bits: n }: WireRecord): boolean =>
  field?.type.kind === 'enum' && field.type.info.names.has(Number(BigInt.asIntN(32, n)));

export const wireEnumsFaults: readonly Fault[] = [
  codec(
    'negative-enum-in-five-bytes',
    ['binary.varint.negative-int32'],
    any(both(openEnum, singular)),
    inFiveBytes(both(isEnum, singular)),
  ),
  codec(
    'negative-enum-unsigned',
    ['values.enum.negative', 'values.enum.unlisted'],
    any(openEnum),
    readsRecords(bits(openEnum, (n) => (BigInt.asIntN(64, n) < 0n ? n & 0x7fff_ffffn : n))),
  ),
  codec(
    'open-enum-to-zero',
    ['binary.enum.open', 'values.enum.unlisted'],
    any(openEnum),
    writesRecords(
      eachRecord(openEnum, (record) => (record.wire === 0 && !known(record) ? { ...record, bits: 0n } : record)),
    ),
  ),
  codec(
    'open-enum-dropped',
    ['binary.enum.open', 'values.enum.unlisted'],
    any(openEnum),
    writesRecords(eachRecord(openEnum, (record) => (record.wire === 0 && !known(record) ? undefined : record))),
  ),
  codec(
    'open-enum-refused',
    ['binary.enum.open', 'values.enum.unlisted'],
    any(openEnum),
    refusesRecords(
      (record) => record.field !== undefined && openEnum(record.field) && record.wire === 0 && !known(record),
    ),
  ),
  codec(
    'closed-enum-dropped',
    ['binary.enum.closed'],
    any(closedEnum),
    readsRecords(eachRecord(closedEnum, (record) => (record.wire === 0 && !known(record) ? undefined : record))),
  ),
  codec(
    'closed-enum-refused',
    ['binary.enum.closed'],
    any(closedEnum),
    refusesRecords(
      (record) => record.field !== undefined && closedEnum(record.field) && record.wire === 0 && !known(record),
    ),
  ),
  codec(
    'closed-enum-to-first',
    ['binary.enum.closed'],
    any(closedEnum),
    readsRecords(
      eachRecord(closedEnum, (record) =>
        record.wire === 0 && !known(record) && record.field?.type.kind === 'enum'
          ? { ...record, bits: BigInt.asUintN(64, BigInt(record.field.type.info.first)) }
          : record,
      ),
    ),
  ),
  codec(
    'enum-members-swapped',
    ['values.enum.member'],
    any(both(isEnum, singular, not(closedEnum))),
    readsRecords(bits(openEnum, (n) => (n === 1n ? 2n : n === 2n ? 1n : n))),
  ),
];
