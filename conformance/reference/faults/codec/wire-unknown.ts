/** Faults in unknown fields, groups and tags: what is lost, refused or misread. */
import { elementWire, isPackable } from '../../oracle/read-element.ts';
import type { Fault } from '../fault.ts';
import { any, both, group, holds, list, map, scalar, singular } from './places.ts';
import { type WireRecord, readRecords, writeRecords } from './records.ts';
import { codec } from './row.ts';
import { acceptsBytes, eachRecord, readsBytes, readsRecords, refusesRecords, writesRecords } from './ways.ts';
import { all } from './wire-framing-tools.ts';

const unknown = ({ field }: WireRecord): boolean => field === undefined;

/** Does the wire type belong to the field, packed runs included? */
const fits = ({ field, wire }: WireRecord): boolean =>
  field === undefined ||
  wire === (field.cardinality === 'map' ? 2 : elementWire(field.type)) ||
  (wire === 2 && field.cardinality === 'list' && isPackable(field.type));

const misfits = (record: WireRecord): boolean => !fits(record);

const without = (gone: (record: WireRecord) => boolean) =>
  readsRecords((records) => records.filter((record) => !gone(record)));

const withoutWritten = (gone: (record: WireRecord, depth: number) => boolean) =>
  writesRecords((records, _, depth) => records.filter((record) => !gone(record, depth)));

export const wireUnknownFaults: readonly Fault[] = [
  codec(
    'eleven-byte-varint-accepted-when-unknown',
    ['binary.varint.too-long'],
    all,
    acceptsBytes((bytes, { schema, message }) => {
      const records = readRecords(schema, message, bytes);
      return records?.some((record) => unknown(record) && record.size > 10) ? new Uint8Array() : undefined;
    }),
  ),
  codec(
    'two-byte-tags-misread',
    ['values.field.carried', 'binary.unknown.kept'],
    any(({ number }) => number > 15),
    readsRecords((records) =>
      records.map((record) =>
        record.tagSize === 2 && !unknown(record) ? { ...record, number: record.number & 15 || 1 } : record,
      ),
    ),
  ),
  codec(
    'five-byte-tags-lost',
    ['binary.unknown.kept', 'values.field.carried'],
    all,
    without(({ tagSize }) => tagSize > 4),
  ),
  codec('mismatch-refused', ['binary.tag.mismatch'], all, refusesRecords(misfits)),
  codec('mismatch-dropped', ['binary.tag.mismatch'], all, without(misfits)),
  codec(
    'mismatch-read-as-zero',
    ['binary.tag.mismatch'],
    any(both(scalar('int32', 'uint32', 'bool'), singular)),
    readsRecords((records) =>
      records.map((record) =>
        misfits(record) && record.field && elementWire(record.field.type) === 0
          ? { ...record, wire: 0, bits: 1n }
          : record,
      ),
    ),
  ),
  codec(
    'group-unknown-refused',
    ['binary.group.skipped', 'binary.unknown.kept'],
    all,
    refusesRecords((record) => unknown(record) && record.wire === 3),
  ),
  codec(
    'group-unknown-dropped',
    ['binary.group.skipped', 'binary.unknown.kept'],
    all,
    without((record) => unknown(record) && record.wire === 3),
  ),
  codec(
    'group-inside-group-emptied',
    ['binary.group.skipped'],
    all,
    readsRecords((records) =>
      records.map((record) =>
        unknown(record) && record.wire === 3
          ? { ...record, inside: record.inside.filter(({ wire }) => wire !== 3) }
          : record,
      ),
    ),
  ),
  codec(
    'end-of-group-ignored',
    ['binary.group.unbalanced'],
    all,
    acceptsBytes((bytes) => (bytes.length <= 5 && bytes[0]! % 8 === 4 ? new Uint8Array() : undefined)),
  ),
  codec(
    'group-without-end-accepted',
    ['binary.group.unbalanced'],
    all,
    acceptsBytes((bytes) => (bytes[0]! % 8 === 3 && bytes.length <= 5 ? new Uint8Array() : undefined)),
  ),
  codec(
    'group-with-other-end-accepted',
    ['binary.group.unbalanced'],
    all,
    acceptsBytes((bytes) =>
      bytes[0]! % 8 === 3 && bytes.at(-1)! % 8 === 4 && bytes.at(-1) !== bytes[0]! + 1 ? new Uint8Array() : undefined,
    ),
  ),
  codec(
    'group-field-lost',
    ['binary.group.delimited', 'values.field.carried'],
    any(group),
    without(({ field, wire }) => field !== undefined && group(field) && wire === 3),
  ),
  codec(
    'group-written-as-length',
    ['binary.group.delimited', 'values.field.carried'],
    any(group),
    writesRecords(
      eachRecord(group, (record) =>
        record.wire === 3 ? { ...record, wire: 2, bytes: writeRecords(record.inside) } : record,
      ),
    ),
  ),
  codec('unknown-dropped', ['binary.unknown.kept'], all, without(unknown)),
  codec('unknown-not-written', ['binary.unknown.kept'], all, withoutWritten(unknown)),
  codec(
    'unknown-varint-dropped',
    ['binary.unknown.kept'],
    all,
    without((record) => unknown(record) && record.wire === 0),
  ),
  codec(
    'unknown-fixed32-dropped',
    ['binary.unknown.kept'],
    all,
    without((record) => unknown(record) && record.wire === 5),
  ),
  codec(
    'unknown-fixed64-dropped',
    ['binary.unknown.kept'],
    all,
    without((record) => unknown(record) && record.wire === 1),
  ),
  codec(
    'unknown-length-dropped',
    ['binary.unknown.kept'],
    all,
    without((record) => unknown(record) && record.wire === 2),
  ),
  codec(
    'unknown-inside-dropped',
    ['binary.unknown.kept'],
    any(both(holds(), singular)),
    withoutWritten((record, depth) => unknown(record) && depth > 0),
  ),
  codec(
    'unknown-last-kept',
    ['binary.unknown.kept', 'binary.list.order'],
    all,
    readsRecords((records) =>
      records.filter(
        (record, i) =>
          !unknown(record) || !records.slice(i + 1).some((later) => unknown(later) && later.number === record.number),
      ),
    ),
  ),
  codec(
    'unknown-order-turned',
    ['binary.unknown.kept'],
    all,
    readsRecords((records) => [
      ...records.filter((record) => !unknown(record)),
      ...records.filter(unknown).toReversed(),
    ]),
  ),
  codec(
    'unknown-refused',
    ['binary.unknown.skipped'],
    all,
    refusesRecords((record) => record.field === undefined && record.number > 2),
  ),
  codec(
    'fields-out-of-order-lost',
    ['binary.tag.any-order'],
    all,
    readsBytes((bytes, { schema, message }) => {
      let highest = 0;
      const records = readRecords(schema, message, bytes);
      return (
        records &&
        writeRecords(
          records.filter(({ number, field }) => {
            const isLater = number >= highest || field === undefined;
            if (field !== undefined) highest = Math.max(highest, number);
            return isLater;
          }),
        )
      );
    }),
  ),
  codec(
    'map-field-lost',
    ['binary.map.entry', 'values.field.carried'],
    any(map),
    without(({ field }) => field !== undefined && map(field)),
  ),
  codec(
    'list-of-messages-keeps-last',
    ['binary.list.order', 'values.field.carried'],
    any(both(list, holds())),
    readsRecords((records) =>
      records.filter(
        ({ field }, i) =>
          field === undefined ||
          !list(field) ||
          !holds()(field) ||
          !records.slice(i + 1).some((later) => later.field === field),
      ),
    ),
  ),
];
