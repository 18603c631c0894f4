/** What the faults of this kind have in common. */
import type { FieldInfo } from '../../oracle/schema.ts';
import { type FieldTest, both, map, not, scalar } from './places.ts';
import type { ChangeRecords, WireRecord } from './records.ts';
import { eachRecord } from './ways.ts';

export const text = scalar('string');

export const has = (record: WireRecord, wanted: FieldTest): boolean =>
  record.field !== undefined && wanted(record.field);

/** Strings with other bytes, wherever they stand. */
export const strings = (change: (bytes: Uint8Array) => Uint8Array): ChangeRecords =>
  eachRecord(both(text, not(map)), (record) =>
    record.wire === 2 ? { ...record, bytes: change(record.bytes) } : record,
  );

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const replaced = (pattern: RegExp, by: string) =>
  strings((bytes) => new Uint8Array(Buffer.from(latin1(bytes).replaceAll(pattern, by), 'latin1')));

/** Of the records of a field that passes, those that `keep` says, by their place among them. */
export const among =
  (wanted: FieldTest, keep: (index: number, count: number) => boolean): ChangeRecords =>
  (records) => {
    const total = new Map<FieldInfo, number>();
    const seen = new Map<FieldInfo, number>();
    for (const { field } of records)
      if (field !== undefined && wanted(field)) total.set(field, (total.get(field) ?? 0) + 1);
    return records.filter(({ field }) => {
      if (field === undefined || !wanted(field)) return true;
      const index = seen.get(field) ?? 0;
      seen.set(field, index + 1);
      return keep(index, total.get(field)!);
    });
  };

export const first = (index: number): boolean => index === 0;

export const last = (index: number, count: number): boolean => index === count - 1;
