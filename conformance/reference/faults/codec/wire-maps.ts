/** Faults in map entries on the wire. */
import type { Fault } from '../fault.ts';
import { any, both, holds, map, not } from './places.ts';
import { type ChangeRecords, type WireRecord, entryName, readRecords, writeRecords } from './records.ts';
import { codec } from './row.ts';
import { acceptsRecords, readsRecords, refusesRecords, writesRecords } from './ways.ts';
import { among, has, last, latin1, text } from './wire-values-tools.ts';

/** Entries of maps, as messages with key and value. */
const entries =
  (change: ChangeRecords): ChangeRecords =>
  (records, message, depth) =>
    message?.name === entryName ? change(records, message, depth) : records;

const key = ({ number }: WireRecord): boolean => number === 1;

const value = ({ number }: WireRecord): boolean => number === 2;

/** Entries hold no messages that need a schema to be told apart. */
const noSchema = undefined as never;

export const wireMapsFaults: readonly Fault[] = [
  codec(
    'map-entry-without-key-lost',
    ['binary.map.entry'],
    any(map),
    readsRecords((records) => records.filter((record) => !has(record, map) || parts(record).some(key))),
  ),
  codec(
    'map-entry-without-value-lost',
    ['binary.map.entry'],
    any(map),
    readsRecords((records) => records.filter((record) => !has(record, map) || parts(record).some(value))),
  ),
  codec(
    'map-entry-without-value-refused',
    ['binary.map.entry'],
    any(map),
    refusesRecords((record) => has(record, map) && !parts(record).some(value)),
  ),
  codec(
    'map-value-before-key-lost',
    ['binary.map.entry'],
    any(map),
    readsRecords(entries((records) => (records.length === 2 && value(records[0]!) ? records.filter(key) : records))),
  ),
  codec(
    'map-first-wins',
    ['binary.map.duplicate-key'],
    any(map),
    readsRecords((records) =>
      records.filter(
        (record, i) =>
          !has(record, map) ||
          !records.slice(0, i).some((earlier) => earlier.field === record.field && keyOf(earlier) === keyOf(record)),
      ),
    ),
  ),
  codec('map-last-entry-only', ['binary.map.entry', 'values.field.carried'], any(map), readsRecords(among(map, last))),
  codec(
    'map-messages-merged',
    ['binary.map.duplicate-key'],
    any(both(map, holds())),
    readsRecords((records) =>
      records.map((record, i) => {
        if (!has(record, both(map, holds()))) return record;
        const same = records
          .slice(0, i)
          .filter((earlier) => earlier.field === record.field && keyOf(earlier) === keyOf(record));
        return { ...record, bytes: Buffer.concat([...same.map(({ bytes }) => bytes), record.bytes]) };
      }),
    ),
  ),
  codec(
    'map-stranger-refused',
    ['binary.map.unknown-in-entry'],
    any(map),
    refusesRecords((record) => has(record, map) && parts(record).some(({ number }) => number > 2)),
  ),
  codec(
    'map-stranger-ends-entry',
    ['binary.map.unknown-in-entry'],
    any(map),
    readsRecords(
      entries((records) => {
        const stranger = records.findIndex(({ number }) => number > 2);
        return stranger < 0 ? records : records.slice(0, stranger);
      }),
    ),
  ),
  codec(
    'map-repeated-value-first-wins',
    ['binary.map.entry'],
    any(both(map, not(holds()))),
    readsRecords(
      entries((records) =>
        records.filter((record, i) => !records.slice(0, i).some(({ number }) => number === record.number)),
      ),
    ),
  ),
  codec(
    'map-key-and-value-swapped',
    ['binary.map.entry', 'values.field.carried'],
    any(both(map, text, ({ key: type }) => type?.family === 'string')),
    writesRecords((records) =>
      records.map((record) =>
        has(
          record,
          both(map, text, ({ key: type }) => type?.family === 'string'),
        )
          ? { ...record, bytes: writeRecords(parts(record).map((part) => ({ ...part, number: 3 - part.number }))) }
          : record,
      ),
    ),
  ),
  codec(
    'map-entry-cut-accepted',
    ['binary.length.nested'],
    any(map),
    acceptsRecords((records) =>
      records.filter((record) => !has(record, map) || readRecords(noSchema, undefined, record.bytes) !== undefined),
    ),
  ),
  codec(
    'map-hostile-key-lost',
    ['json.map.hostile-key'],
    any(({ key: type }) => type?.family === 'string'),
    readsRecords((records) =>
      records.filter((record) => !has(record, map) || !latin1(record.bytes).includes('__proto__')),
    ),
  ),
];

function parts({ bytes }: WireRecord): readonly WireRecord[] {
  return readRecords(noSchema, undefined, bytes) ?? [];
}

function keyOf(record: WireRecord): string {
  const found = parts(record).findLast(key);
  return found === undefined ? '' : `${found.bits} ${latin1(found.bytes)}`;
}
