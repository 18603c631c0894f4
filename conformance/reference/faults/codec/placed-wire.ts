/** Faults on the wire that one place alone has: lists, keys or values of maps, members of oneofs. */
import type { Fault } from '../fault.ts';
import {
  type FieldTest,
  any,
  both,
  closedEnum,
  float,
  group,
  holds,
  isEnum,
  list,
  map,
  oneof,
  scalar,
} from './places.ts';
import { inEntries, isPlace, varintsIn } from './placed-tools.ts';
import { entryName, readRecords, writeRecords, type ChangeRecords, type WireRecord } from './records.ts';
import { codec } from './row.ts';
import { acceptsRecords, eachRecord, readsRecords, refusesRecords, writesRecords } from './ways.ts';
import { reversed } from './wire-numbers-tools.ts';

const everyPlace = ['lists', 'keys', 'maps', 'oneofs'] as const;
const signed32 = scalar('int32');
const negative = (bits: bigint): boolean => BigInt.asIntN(64, bits) < 0n;

const throughDouble = (bits: bigint): bigint => BigInt(Number(BigInt.asIntN(64, bits)));
const inFiveBytes = (bits: bigint): bigint => (negative(bits) ? BigInt.asUintN(32, bits) : bits);

/** A fault of varints in every place that has some. */
const everywhere = (
  name: string,
  clauses: readonly string[],
  { wanted, change, way }: { wanted: FieldTest; change: (bits: bigint) => bigint; way: typeof readsRecords },
): readonly Fault[] =>
  everyPlace.map((place) =>
    codec(`${name}-in-${place}`, clauses, any(isPlace(place, wanted)), way(varintsIn(place, wanted, change))),
  );

/** Fixed values in every place. */
const fixedIn = (place: 'keys' | 'maps' | 'oneofs', wanted: FieldTest): ChangeRecords =>
  place === 'oneofs'
    ? eachRecord(both(oneof, wanted), (record) => reversed(record))
    : inEntries(place === 'keys' ? 'key' : 'value', wanted, reversed);

/** Does the message that holds the record, and not the record alone, stand in such a place? */
const insideOf =
  (wanted: FieldTest, change: (records: readonly WireRecord[]) => readonly WireRecord[]): ChangeRecords =>
  (records) =>
    records.map((record) => {
      if (record.field === undefined || !wanted(record.field) || record.field.type.kind !== 'message') return record;
      if (record.wire === 3) return { ...record, inside: change(record.inside) };
      const inside = record.wire === 2 ? parts(record) : undefined;
      return inside === undefined ? record : { ...record, bytes: writeRecords(change(inside)) };
    });

const parts = ({ bytes }: WireRecord): readonly WireRecord[] | undefined => readRecords({} as never, undefined, bytes);

/** Numbers that no message of the samples has are taken for unknown ones. */
const unknownNumber = 19_000;
const withoutStrangers = (records: readonly WireRecord[]): readonly WireRecord[] =>
  records.filter(({ number }) => number < unknownNumber);

const zeroFloats: ChangeRecords = eachRecord(both(float, oneof), (record) =>
  record.bytes.at(-1) === 0x80 && record.bytes.slice(0, -1).every((byte) => byte === 0)
    ? { ...record, bytes: new Uint8Array(record.bytes.length) }
    : record,
);

export const placedWireFaults: readonly Fault[] = [
  ...everywhere('wide-varint-through-a-double', ['values.field.carried', 'binary.varint.value', 'json.int64.exact'], {
    wanted: scalar('int64'),
    change: throughDouble,
    way: readsRecords,
  }).filter(({ name }) => !name.endsWith('-keys')),
  ...everywhere('negative-int32-in-five-bytes', ['binary.varint.negative-int32'], {
    wanted: signed32,
    change: inFiveBytes,
    way: writesRecords,
  }),
  ...everywhere('negative-enum-in-five-bytes', ['binary.varint.negative-int32'], {
    wanted: isEnum,
    change: inFiveBytes,
    way: writesRecords,
  }).filter(({ name }) => !name.endsWith('-keys')),
  ...everywhere('bool-only-one', ['binary.varint.bool'], {
    wanted: scalar('bool'),
    change: (bits) => (bits === 1n ? 1n : 0n),
    way: readsRecords,
  }),
  ...everywhere('wide-varint-clamped', ['binary.varint.truncated-to-32'], {
    wanted: scalar('uint32', 'int32'),
    change: (bits) => (bits > 0xffffffffn && !negative(bits) ? 0x7fffffffn : bits),
    way: readsRecords,
  }),
  ...(['keys', 'maps'] as const).map((place) =>
    codec(
      `fixed-big-endian-in-${place}`,
      ['binary.fixed', 'binary.float', 'binary.map.entry'],
      any(isPlace(place, scalar('fixed32', 'fixed64', 'sfixed32', 'sfixed64', 'double', 'float'))),
      readsRecords(fixedIn(place, scalar('fixed32', 'fixed64', 'sfixed32', 'sfixed64', 'double', 'float'))),
    ),
  ),
  codec(
    'negative-zero-lost-in-oneofs',
    ['binary.float', 'binary.oneof.default'],
    any(both(oneof, float)),
    writesRecords(zeroFloats),
  ),
  ...(
    [
      ['lists', list],
      ['maps', map],
      ['oneofs', oneof],
    ] as const
  ).map(([place, where]) =>
    codec(
      `unknown-dropped-in-messages-of-${place}`,
      ['binary.unknown.kept'],
      any(both(where, holds())),
      readsRecords(
        place === 'maps'
          ? (records, message, depth) =>
              message?.name === entryName ? insideOf(holds(), withoutStrangers)(records, message, depth) : records
          : insideOf(both(where, holds()), withoutStrangers),
      ),
    ),
  ),
  codec(
    'unknown-dropped-in-groups',
    ['binary.unknown.kept'],
    any(group),
    readsRecords(insideOf(group, withoutStrangers)),
  ),
  codec(
    'unknown-dropped-in-well-known-types',
    ['binary.unknown.kept'],
    any(holds('timestamp')),
    readsRecords(insideOf(holds('timestamp'), withoutStrangers)),
  ),
  ...everywhere('closed-enum-to-first', ['binary.enum.closed'], {
    wanted: closedEnum,
    change: (bits) => (isListed(bits) ? bits : 0n),
    way: readsRecords,
  }).filter(({ name }) => name.endsWith('-lists')),
  codec(
    'oneof-empty-message-lost',
    ['binary.message.empty', 'binary.oneof.default'],
    any(both(oneof, holds())),
    writesRecords(
      eachRecord(both(oneof, holds()), (record) =>
        record.wire === 2 && record.bytes.length === 0 ? undefined : record,
      ),
    ),
  ),
  codec(
    'map-empty-message-entry-lost',
    ['binary.message.empty', 'binary.map.entry'],
    any(both(map, holds())),
    writesRecords((records, message) =>
      records.filter(
        ({ field, bytes }) =>
          message === undefined ||
          field === undefined ||
          !both(map, holds())(field) ||
          !(parts({ bytes } as WireRecord) ?? []).some(
            ({ number, bytes: value }) => number === 2 && value.length === 0,
          ),
      ),
    ),
  ),
  codec(
    'map-default-entry-lost',
    ['binary.map.entry'],
    any(map),
    writesRecords(
      eachRecord(map, (record) =>
        (parts(record) ?? []).every(({ bits, bytes }) => bits === 0n && bytes.every((byte) => byte === 0))
          ? undefined
          : record,
      ),
    ),
  ),
  ...(['key', 'value'] as const).map((part) =>
    codec(
      `map-repeated-${part}-in-entry-refused`,
      ['binary.map.entry'],
      any(map),
      refusesRecords(
        ({ field, wire, bytes }) =>
          field !== undefined &&
          map(field) &&
          wire === 2 &&
          (parts({ bytes } as WireRecord) ?? []).filter(({ number }) => number === (part === 'key' ? 1 : 2)).length > 1,
      ),
    ),
  ),
  codec(
    'many-siblings-refused',
    ['binary.depth.accepted', 'binary.list.order'],
    any(both(list, holds())),
    (testee, pkg) => countsSiblings().wrap(testee, pkg),
  ),
  codec(
    'utf8-unchecked-in-oneofs',
    ['binary.string.invalid-utf8'],
    any(both(oneof, scalar('string'))),
    acceptsRecords(
      eachRecord(both(oneof, scalar('string')), (record) => ({ ...record, bytes: repaired(record.bytes) })),
    ),
  ),
];

/** Members of enums are few and small; the numbers that no member has are taken from far away. */
const isListed = (bits: bigint): boolean => bits < 10n || negative(bits);

/** A depth that is counted up for each message and never down. */
function countsSiblings(): { readonly wrap: Fault['wrap'] } {
  const most = 100;
  return {
    wrap: (testee, pkg) => {
      let count = 0;
      return readsRecords((records, _, depth) => {
        count = depth === 0 ? 0 : count + 1;
        return count > most ? [] : records;
      })(testee, pkg);
    },
  };
}

const repaired = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8'));
