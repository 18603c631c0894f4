/** Faults in floating-point numbers on the wire. */
import type { Fault } from '../fault.ts';
import { any, both, float, implicit, scalar, singular, wide } from './places.ts';
import { codec } from './row.ts';
import { eachRecord, readsRecords, writesMessage, writesRecords } from './ways.ts';
import { bits, is, printed, reversed, varint64 } from './wire-numbers-tools.ts';

/** Four or eight bytes with another number in them. */
const float32 = (change: (value: number) => number) =>
  eachRecord(scalar('float'), (record) =>
    record.wire === 5
      ? {
          ...record,
          bytes: new Uint8Array(
            Float32Array.of(change(new DataView(record.bytes.buffer, record.bytes.byteOffset).getFloat32(0, true)))
              .buffer,
          ),
        }
      : record,
  );

const float64 = (change: (value: number) => number) =>
  eachRecord(scalar('double'), (record) =>
    record.wire === 1
      ? {
          ...record,
          bytes: new Uint8Array(
            Float64Array.of(change(new DataView(record.bytes.buffer, record.bytes.byteOffset).getFloat64(0, true)))
              .buffer,
          ),
        }
      : record,
  );

export const wireFloatsFaults: readonly Fault[] = [
  codec(
    'varint-through-a-double',
    ['binary.varint.value'],
    any(both(wide, singular)),
    readsRecords(bits(varint64, (n) => BigInt(Number(n)))),
  ),
  codec(
    'fixed64-through-a-double',
    ['binary.fixed', 'json.int64.exact'],
    is('fixed64'),
    printed(['fixed64', 'sfixed64'], (value) => BigInt(Number(value)).toString()),
  ),
  codec(
    'float-big-endian',
    ['binary.fixed', 'binary.float'],
    is('float', 'double'),
    writesRecords(eachRecord(both(float, singular), reversed)),
  ),
  codec(
    'float-denormals-flushed',
    ['binary.float'],
    is('float'),
    readsRecords(float32((n) => (Math.abs(n) < 2 ** -126 ? 0 : n))),
  ),
  codec(
    'double-denormals-flushed',
    ['binary.float'],
    is('double'),
    readsRecords(float64((n) => (Math.abs(n) < 2 ** -1022 ? 0 : n))),
  ),
  codec('double-as-float', ['binary.float'], is('double'), readsRecords(float64(Math.fround))),
  codec(
    'nan-to-zero',
    ['binary.float'],
    is('double', 'float'),
    readsRecords((records, ...rest) =>
      float64((n) => (Number.isNaN(n) ? 0 : n))(float32((n) => (Number.isNaN(n) ? 0 : n))(records, ...rest), ...rest),
    ),
  ),
  codec(
    'infinity-clamped',
    ['binary.float'],
    is('double'),
    readsRecords(float64((n) => (Math.abs(n) === Infinity ? Math.sign(n) * Number.MAX_VALUE : n))),
  ),
  codec(
    'negative-infinity-positive',
    ['binary.float'],
    is('double'),
    writesRecords(float64((n) => (n === -Infinity ? Infinity : n))),
  ),
  codec(
    'negative-zero-dropped',
    ['binary.float', 'binary.default.omitted'],
    any(both(float, singular, implicit)),
    writesMessage((value) => Object.fromEntries(Object.entries(value).filter(([, held]) => held !== '-0'))),
  ),
  codec('negative-zero-positive', ['binary.float'], is('double'), writesRecords(float64((n) => n + 0))),
];
