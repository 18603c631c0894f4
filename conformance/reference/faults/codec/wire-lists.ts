/** Faults in lists on the wire, packed and not. */
import { elementWire, isPackable } from '../../oracle/read-element.ts';
import { WireWriter } from '../../oracle/wire.ts';
import type { Fault } from '../fault.ts';
import { elementsOf } from './packed.ts';
import { type FieldTest, any, both, holds, list, scalar } from './places.ts';
import type { ChangeRecords, WireRecord } from './records.ts';
import { codec } from './row.ts';
import { acceptsRecords, eachRecord, readsRecords, refusesRecords, writesMessage, writesRecords } from './ways.ts';
import { among, has, last, text } from './wire-values-tools.ts';

const packable: FieldTest = (field) => list(field) && isPackable(field.type);

const runs = (change: (bytes: Uint8Array) => Uint8Array | undefined): ChangeRecords =>
  eachRecord(packable, (record) => {
    const bytes = record.wire === 2 ? change(record.bytes) : record.bytes;
    return bytes && { ...record, bytes };
  });

/** The last element of a run that is taken for whole though it is cut short. */
const wholeElements = ({ bytes, field }: WireRecord): Uint8Array => {
  const wire = elementWire(field!.type);
  if (wire !== 0) return bytes.slice(0, bytes.length - (bytes.length % (wire === 5 ? 4 : 8)));
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! >= 0x80) end--;
  return bytes.slice(0, end);
};

/** The elements of a packed run as single records. */
const singles = (one: WireRecord): WireRecord[] =>
  elementsOf(one).map((content) => {
    const wire = elementWire(one.field!.type);
    if (wire !== 0) return { ...one, wire, bytes: content };
    return { ...one, wire, bits: content.reduce((sum, byte, i) => sum | (BigInt(byte & 0x7f) << BigInt(7 * i)), 0n) };
  });

export const wireListsFaults: readonly Fault[] = [
  codec(
    'packed-ignored',
    ['binary.packed.read'],
    any(packable),
    readsRecords((records) => records.filter((record) => !(has(record, packable) && record.wire === 2))),
  ),
  codec(
    'packed-refused-where-not-declared',
    ['binary.packed.read'],
    any((field) => packable(field) && !field.packed),
    refusesRecords(({ field, wire }) => field !== undefined && packable(field) && !field.packed && wire === 2),
  ),
  codec(
    'unpacked-ignored',
    ['binary.packed.unpacked'],
    any(packable),
    readsRecords((records) => records.filter((record) => !(has(record, packable) && record.wire !== 2))),
  ),
  codec(
    'unpacked-refused',
    ['binary.packed.unpacked'],
    any((field) => packable(field) && field.packed),
    refusesRecords(({ field, wire }) => field !== undefined && packable(field) && field.packed && wire !== 2),
  ),
  codec('packed-runs-not-joined', ['binary.packed.read'], any(packable), readsRecords(among(packable, last))),
  codec(
    'packed-run-replaces-singles',
    ['binary.packed.unpacked'],
    any(packable),
    readsRecords((records) =>
      records.filter(
        (record, i) =>
          !has(record, packable) ||
          record.wire === 2 ||
          !records.slice(i + 1).some((later) => later.field === record.field && later.wire === 2),
      ),
    ),
  ),
  codec(
    'packed-last-lost',
    ['binary.packed.read'],
    any(both(packable, (field) => elementWire(field.type) === 5)),
    readsRecords(
      eachRecord(packable, (record) =>
        record.wire === 2 && elementWire(record.field!.type) === 5
          ? { ...record, bytes: record.bytes.slice(0, -4) }
          : record,
      ),
    ),
  ),
  codec(
    'packed-empty-run-refused',
    ['binary.packed.read'],
    any(packable),
    refusesRecords((record) => has(record, packable) && record.wire === 2 && record.bytes.length === 0),
  ),
  codec(
    'packed-remainder-ignored',
    ['binary.packed.overrun'],
    any(packable),
    acceptsRecords(
      eachRecord(packable, (record) => (record.wire === 2 ? { ...record, bytes: wholeElements(record) } : record)),
    ),
  ),
  codec(
    'packed-varint-over-the-end',
    ['binary.packed.overrun'],
    any(both(packable, (field) => elementWire(field.type) === 0)),
    acceptsRecords(
      eachRecord(packable, (record) =>
        record.wire === 2 && record.bytes.at(-1)! >= 0x80
          ? { ...record, bytes: Uint8Array.from([...record.bytes, 0]) }
          : record,
      ),
    ),
  ),
  codec(
    'packed-written-singly',
    ['binary.packed.write'],
    any((field) => packable(field) && field.packed),
    writesRecords((records) =>
      records.flatMap((record) =>
        has(record, (field) => packable(field) && field.packed) && record.wire === 2 ? singles(record) : record,
      ),
    ),
  ),
  codec(
    'packed-on-the-wire-though-not-declared',
    ['binary.packed.write'],
    any((field) => packable(field) && !field.packed),
    writesRecords((records) =>
      records.map((record) =>
        has(record, (field) => packable(field) && !field.packed) && record.wire !== 2
          ? { ...record, wire: 2, bytes: contentOf(record) }
          : record,
      ),
    ),
  ),
  codec(
    'list-default-elements-lost',
    ['binary.list.order'],
    any(both(list, scalar('string'))),
    writesRecords((records) =>
      records.filter((record) => !(has(record, both(list, text)) && record.wire === 2 && record.bytes.length === 0)),
    ),
  ),
  codec(
    'packed-zeros-lost',
    ['binary.list.order', 'binary.packed.read'],
    any(both(packable, (field) => elementWire(field.type) === 0)),
    readsRecords(runs((bytes) => (bytes.some((byte) => byte >= 0x80) ? bytes : bytes.filter((byte) => byte !== 0)))),
  ),
  codec(
    'list-last-lost',
    ['binary.list.order'],
    any(both(list, scalar('string'))),
    writesRecords(among(both(list, text), (index, count) => count === 1 || index < count - 1)),
  ),
  codec(
    'list-order-turned',
    ['binary.list.order'],
    any(list),
    writesMessage((message) =>
      Object.fromEntries(
        Object.entries(message).map(([name, held]) => [
          name,
          Array.isArray(held) && name !== '$unknown' ? held.toReversed() : held,
        ]),
      ),
    ),
  ),
  codec(
    'list-as-a-set',
    ['binary.list.order'],
    any(list),
    writesMessage((message) =>
      Object.fromEntries(
        Object.entries(message).map(([name, held]) => [
          name,
          Array.isArray(held) && name !== '$unknown' && held.every((item) => typeof item !== 'object')
            ? [...new Set(held)]
            : held,
        ]),
      ),
    ),
  ),
  codec(
    'list-interleaved-restarts',
    ['binary.list.order'],
    any(list),
    readsRecords((records) =>
      records.filter((record, i) => {
        if (record.field === undefined || !list(record.field)) return true;
        const next = records.slice(i + 1).findIndex((later) => later.field === record.field);
        const other = records.slice(i + 1).findIndex((later) => later.field !== record.field);
        return next === -1 || (other !== -1 && next < other) || other === -1;
      }),
    ),
  ),
  codec(
    'empty-message-in-list-lost',
    ['binary.message.empty', 'binary.list.order'],
    any(both(list, holds())),
    writesRecords((records) =>
      records.filter((record) => !(has(record, both(list, holds())) && record.wire === 2 && record.bytes.length === 0)),
    ),
  ),
];

/** The packed content of a single record. */
function contentOf({ wire, bits, bytes }: WireRecord): Uint8Array {
  return wire === 0 ? new WireWriter().varint(bits).finish() : bytes;
}
