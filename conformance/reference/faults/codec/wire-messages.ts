/** Faults in what is merged, replaced, cleared and left out on the wire. */
import { WireWriter } from '../../oracle/wire.ts';
import type { Fault } from '../fault.ts';
import { any, both, explicit, holds, implicit, isEnum, not, oneof, scalar, singular } from './places.ts';
import { type ChangeRecords, type WireRecord, readRecords } from './records.ts';
import { codec } from './row.ts';
import { eachRecord, readsRecords, writesBytes, writesRecords } from './ways.ts';
import { among, first, has, last, text } from './wire-values-tools.ts';

/** Of the members of a oneof, the records of one. */
const oneMember =
  (pick: (records: readonly WireRecord[]) => WireRecord | undefined): ChangeRecords =>
  (records) => {
    const names = new Set(records.flatMap(({ field }) => field?.oneof ?? []));
    return [...names].reduce<readonly WireRecord[]>((rest, name) => {
      const chosen = pick(rest.filter(({ field }) => field?.oneof === name));
      return rest.filter(({ field }) => field?.oneof !== name || field === chosen?.field);
    }, records);
  };

export const wireMessagesFaults: readonly Fault[] = [
  codec(
    'first-record-wins',
    ['binary.singular.last-wins'],
    any(both(singular, (field) => field.type.kind !== 'message')),
    readsRecords(
      among(
        both(singular, ({ type }) => type.kind !== 'message'),
        first,
      ),
    ),
  ),
  codec(
    'later-default-ignored',
    ['binary.singular.last-wins'],
    any(both(singular, scalar('int32', 'uint32', 'bool'))),
    readsRecords((records) =>
      records.filter(
        (record, i) =>
          !(
            has(record, both(singular, scalar('int32', 'uint32', 'bool', 'int64'))) &&
            record.bits === 0n &&
            records.slice(0, i).some((earlier) => earlier.field === record.field)
          ),
      ),
    ),
  ),
  codec('duplicate-record-refused', ['binary.singular.last-wins'], any(singular), refusesDuplicates()),
  codec(
    'merge-replaces',
    ['binary.message.merge'],
    any(both(singular, holds())),
    readsRecords(among(both(singular, holds()), last)),
  ),
  codec(
    'merge-keeps-first',
    ['binary.message.merge'],
    any(both(singular, holds())),
    readsRecords(among(both(singular, holds()), first)),
  ),
  codec(
    'merge-first-scalar-wins',
    ['binary.message.merge'],
    any(both(singular, holds())),
    readsRecords((records) => reordered(records)),
  ),
  codec(
    'empty-message-lost',
    ['binary.message.empty'],
    any(both(singular, holds())),
    writesRecords((records) =>
      records.filter(
        (record) => !(has(record, both(singular, holds())) && record.wire === 2 && record.bytes.length === 0),
      ),
    ),
  ),
  codec('oneof-first-wins', ['binary.oneof.last-wins'], any(oneof), readsRecords(oneMember((records) => records[0]))),
  codec(
    'oneof-lowest-wins',
    ['binary.oneof.last-wins'],
    any(oneof),
    readsRecords(oneMember((records) => records.toSorted((a, b) => a.number - b.number)[0])),
  ),
  codec(
    'oneof-merged-across-others',
    ['binary.oneof.merge'],
    any(both(oneof, holds())),
    readsRecords((records) => {
      const final = records.findLast(({ field }) => field?.oneof !== undefined);
      return records.filter(
        ({ field }) => field?.oneof === undefined || field === final?.field || field.oneof !== final?.field?.oneof,
      );
    }),
  ),
  codec(
    'oneof-message-replaced',
    ['binary.oneof.merge', 'binary.message.merge'],
    any(both(oneof, holds())),
    readsRecords(among(both(oneof, holds()), last)),
  ),
  codec(
    'oneof-default-omitted',
    ['binary.oneof.default'],
    any(both(oneof, scalar('string', 'int32', 'bool'))),
    writesRecords((records) =>
      records.filter(
        (record) =>
          !(
            has(record, both(oneof, not(holds()))) &&
            record.bits === 0n &&
            record.bytes.length === 0 &&
            record.inside.length === 0
          ),
      ),
    ),
  ),
  codec(
    'explicit-default-omitted',
    ['binary.presence.kept'],
    any(explicit),
    writesRecords((records) =>
      records.filter(
        (record) =>
          !(has(record, both(singular, explicit)) && record.bits === 0n && record.bytes.every((byte) => byte === 0)),
      ),
    ),
  ),
  codec(
    'implicit-default-written',
    ['binary.default.omitted'],
    any(both(singular, implicit, text)),
    writesBytes((bytes, { schema, message }) => {
      const records = readRecords(schema, message, bytes);
      const absent = message.fields.filter(
        (field) =>
          singular(field) && implicit(field) && text(field) && !records?.some((record) => record.field === field),
      );
      return records && absent.length > 0 && message.wellKnown === undefined
        ? Buffer.concat([bytes, ...absent.map(({ number }) => new WireWriter().tag(number, 2).varint(0n).finish())])
        : undefined;
    }),
  ),
  codec(
    'enum-default-written',
    ['binary.default.omitted'],
    any(both(singular, implicit, isEnum)),
    writesBytes((bytes, { schema, message }) => {
      const records = readRecords(schema, message, bytes);
      const absent = message.fields.filter(
        (field) => both(singular, implicit, isEnum)(field) && !records?.some((record) => record.field === field),
      );
      return records && absent.length > 0
        ? Buffer.concat([bytes, ...absent.map(({ number }) => new WireWriter().tag(number, 0).varint(0n).finish())])
        : undefined;
    }),
  ),
  codec(
    'large-values-cut',
    ['binary.size.large'],
    any(both(singular, scalar('string', 'bytes'))),
    readsRecords(
      eachRecord(both(singular, scalar('string', 'bytes')), (record) => ({
        ...record,
        bytes: record.bytes.slice(0, 16_383),
      })),
    ),
  ),
];

/** The records of one message field in the opposite order, so that the first of its scalars wins. */
function reordered(records: readonly WireRecord[]): readonly WireRecord[] {
  const turned = records.toReversed();
  return records.map((record) =>
    has(record, both(singular, holds()))
      ? turned.splice(
          turned.findIndex(({ field }) => field === record.field),
          1,
        )[0]!
      : record,
  );
}

function refusesDuplicates(): Fault['wrap'] {
  return readsRecords((records) => {
    const twice = records.some(
      (record, i) =>
        has(record, both(singular, not(holds()))) &&
        records.slice(0, i).some(({ field, wire }) => field === record.field && wire === record.wire),
    );
    return twice ? [{ ...records[0]!, number: 0 }] : records;
  });
}
