/** Faults in integers and bools on the wire: width, sign, zigzag, byte order. */
import { WireWriter } from '../../oracle/wire.ts';
import type { Fault } from '../fault.ts';
import { any, both, scalar, singular } from './places.ts';
import { codec } from './row.ts';
import { eachRecord, readsRecords, refusesRecords, writesRecords } from './ways.ts';
import { bits, inFiveBytes, is, printed, reversed, unsigned, varint64 } from './wire-numbers-tools.ts';

const signed =
  (width: number) =>
  (value: unknown): string | number =>
    width === 64
      ? BigInt.asIntN(64, BigInt(value as string)).toString()
      : Number(BigInt.asIntN(32, BigInt(value as number)));

const unzigzag = (raw: bigint): bigint => (raw >> 1n) ^ -(raw & 1n);

const zigzag = (value: bigint): bigint => (value << 1n) ^ (BigInt.asIntN(64, value) >> 63n);

export const wireIntegersFaults: readonly Fault[] = [
  codec(
    'varint-of-32-bits',
    ['binary.varint.value'],
    any(both(varint64, singular)),
    readsRecords(bits(varint64, (n) => n & 0xffff_ffffn)),
  ),
  codec(
    'varint-group-lost',
    ['binary.varint.value'],
    any(both(varint64, singular)),
    readsRecords(bits(varint64, (n) => (n >= 1n << 56n ? n & ((1n << 56n) - 1n) : n))),
  ),
  codec(
    'varint-off-by-one',
    ['binary.varint.value'],
    is('uint32', 'int32'),
    readsRecords(bits(scalar('uint32', 'int32'), (n) => (n === 128n ? 127n : n))),
  ),
  codec(
    'varint-of-five-bytes-cut-to-28-bits',
    ['binary.varint.value'],
    is('uint32'),
    readsRecords(bits(scalar('uint32'), (n) => n & 0xfff_ffffn)),
  ),
  codec('uint64-signed', ['binary.varint.value'], is('uint64'), printed(['uint64'], signed(64))),
  codec(
    'int64-unsigned',
    ['binary.varint.value', 'binary.varint.negative-int32'],
    is('int64'),
    printed(['int64'], unsigned(64)),
  ),
  codec('sint64-unsigned', ['binary.zigzag'], is('sint64'), printed(['sint64'], unsigned(64))),
  codec('uint32-signed', ['binary.varint.value'], is('uint32'), printed(['uint32'], signed(32))),
  codec('int32-unsigned', ['binary.varint.negative-int32'], is('int32'), printed(['int32'], unsigned(32))),
  codec('fixed32-signed', ['binary.fixed'], is('fixed32'), printed(['fixed32'], signed(32))),
  codec('sfixed32-unsigned', ['binary.fixed'], is('sfixed32'), printed(['sfixed32'], unsigned(32))),
  codec('fixed64-signed', ['binary.fixed'], is('fixed64'), printed(['fixed64'], signed(64))),
  codec('sfixed64-unsigned', ['binary.fixed'], is('sfixed64'), printed(['sfixed64'], unsigned(64))),
  codec(
    'fixed-big-endian',
    ['binary.fixed'],
    is('fixed32', 'sfixed32', 'fixed64', 'sfixed64'),
    readsRecords(eachRecord(both(scalar('fixed32', 'sfixed32', 'fixed64', 'sfixed64'), singular), reversed)),
  ),
  codec(
    'sint32-not-zigzag',
    ['binary.zigzag'],
    is('sint32'),
    readsRecords(bits(scalar('sint32'), (n) => BigInt.asUintN(32, zigzag(BigInt.asIntN(64, n))))),
  ),
  codec('sint64-not-zigzag', ['binary.zigzag'], is('sint64'), writesRecords(bits(scalar('sint64'), unzigzag))),
  codec(
    'zigzag-of-32-bits',
    ['binary.zigzag'],
    is('sint64'),
    readsRecords(bits(scalar('sint64'), (n) => BigInt.asUintN(32, n))),
  ),
  codec(
    'zigzag-sign-lost',
    ['binary.zigzag'],
    is('sint32', 'sint64'),
    readsRecords(bits(scalar('sint32', 'sint64'), (n) => n & ~1n)),
  ),
  codec('int32-zigzag', ['binary.varint.value'], is('int32'), writesRecords(bits(scalar('int32'), zigzag))),
  codec(
    'negative-int32-in-five-bytes',
    ['binary.varint.negative-int32'],
    is('int32'),
    inFiveBytes(both(scalar('int32'), singular)),
  ),
  codec(
    'negative-int32-refused',
    ['binary.varint.negative-int32'],
    is('int32'),
    refusesRecords(({ field, bits: n }) => field !== undefined && scalar('int32')(field) && n > 0xffff_ffffn),
  ),
  codec(
    'wide-varint-refused-for-int32',
    ['binary.varint.truncated-to-32'],
    is('int32'),
    refusesRecords(
      ({ field, bits: n }) =>
        field !== undefined && scalar('int32', 'uint32')(field) && n > 0xffff_ffffn && BigInt.asIntN(64, n) > 0n,
    ),
  ),
  codec(
    'wide-varint-clamped',
    ['binary.varint.truncated-to-32'],
    is('uint32'),
    readsRecords(bits(scalar('uint32'), (n) => (n > 0xffff_ffffn ? 0xffff_ffffn : n))),
  ),
  codec('bool-of-one-byte', ['binary.varint.bool'], is('bool'), readsRecords(bits(scalar('bool'), (n) => n & 0x7fn))),
  codec(
    'bool-of-32-bits',
    ['binary.varint.bool'],
    is('bool'),
    readsRecords(bits(scalar('bool'), (n) => n & 0xffff_ffffn)),
  ),
  codec(
    'bool-only-one',
    ['binary.varint.bool'],
    is('bool'),
    readsRecords(bits(scalar('bool'), (n) => (n === 1n ? 1n : 0n))),
  ),
  codec(
    'bool-beyond-one-refused',
    ['binary.varint.bool'],
    is('bool'),
    refusesRecords(({ field, bits: n }) => field !== undefined && scalar('bool')(field) && n > 1n),
  ),
  codec(
    'overlong-varint-refused',
    ['binary.varint.overlong'],
    any(both(scalar('int32', 'uint32', 'int64', 'uint64', 'bool'), singular)),
    refusesRecords(
      ({ field, wire, bits: n, size }) =>
        field !== undefined && wire === 0 && size > new WireWriter().varint(n).finish().length,
    ),
  ),
  codec(
    'overlong-varint-refused-for-32-bits',
    ['binary.varint.overlong'],
    is('int32', 'uint32'),
    refusesRecords(
      ({ field, bits: n, size }) =>
        field !== undefined && scalar('int32', 'uint32', 'sint32', 'bool')(field) && size > 5 && n <= 0xffff_ffffn,
    ),
  ),
];
