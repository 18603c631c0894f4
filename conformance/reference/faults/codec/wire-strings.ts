/** Faults in strings and bytes on the wire. */
import type { Fault } from '../fault.ts';
import { type FieldTest, any, both, list, map, not, scalar, singular } from './places.ts';
import type { WireRecord } from './records.ts';
import { codec } from './row.ts';
import { acceptsRecords, eachRecord, readsRecords, writesRecords } from './ways.ts';
import { among, first, has, latin1, replaced, strings, text } from './wire-values-tools.ts';

const data = scalar('bytes');

/** Invalid strings that match are accepted, read as a question mark for each byte. */
const lenientText = (pattern: RegExp, where: FieldTest = () => true) =>
  acceptsRecords((records, ...rest) =>
    eachRecord(both(text, where), (record) =>
      record.wire === 2 && pattern.test(latin1(record.bytes))
        ? { ...record, bytes: record.bytes.map((byte) => (byte >= 0x80 ? 0x3f : byte)) }
        : record,
    )(records, ...rest),
  );

export const wireStringsFaults: readonly Fault[] = [
  codec('utf8-unchecked', ['binary.string.invalid-utf8'], any(text), lenientText(/[\x80-\xff]/)),
  codec(
    'utf8-overlong-accepted',
    ['binary.string.invalid-utf8'],
    any(text),
    lenientText(/[\xc0\xc1]|\xe0[\x80-\x9f]|\xf0[\x80-\x8f]/),
  ),
  codec('utf8-surrogates-accepted', ['binary.string.invalid-utf8'], any(text), lenientText(/\xed[\xa0-\xbf]/)),
  codec(
    'utf8-beyond-the-last-accepted',
    ['binary.string.invalid-utf8'],
    any(text),
    lenientText(/\xf4[\x90-\xbf]|[\xf5-\xff]/),
  ),
  codec('utf8-cut-short-accepted', ['binary.string.invalid-utf8'], any(text), lenientText(/[\xc2-\xf4][\x80-\xbf]*$/)),
  codec('utf8-stray-accepted', ['binary.string.invalid-utf8'], any(text), lenientText(/^[^\x80-\xff]*[\x80-\xbf]/)),
  codec(
    'utf8-unchecked-in-long-strings',
    ['binary.string.invalid-utf8'],
    any(text),
    lenientText(/^.{20,}[\x80-\xff]/s),
  ),
  codec(
    'utf8-unchecked-in-lists',
    ['binary.string.invalid-utf8'],
    any(both(text, list)),
    lenientText(/[\x80-\xff]/, list),
  ),
  codec(
    'utf8-unchecked-in-map-keys',
    ['binary.string.invalid-utf8'],
    any((field) => field.key?.family === 'string'),
    lenientText(/[\x80-\xff]/, ({ name, number }) => name === 'key' && number === 1),
  ),
  codec(
    'utf8-unchecked-in-map-values',
    ['binary.string.invalid-utf8'],
    any(both(map, text)),
    lenientText(/[\x80-\xff]/, ({ name, number }) => name === 'value' && number === 2),
  ),
  codec(
    'utf8-four-bytes-lost',
    ['binary.string.utf8'],
    any(text),
    readsRecords(replaced(/[\xf0-\xf4][\x80-\xbf]{3}/g, '?')),
  ),
  codec(
    'utf8-as-latin1',
    ['binary.string.utf8'],
    any(text),
    readsRecords(strings((bytes) => new Uint8Array(Buffer.from(latin1(bytes), 'utf8')))),
  ),
  codec(
    'string-ends-at-nul',
    ['binary.string.utf8'],
    any(text),
    readsRecords(strings((bytes) => (bytes.includes(0) ? bytes.slice(0, bytes.indexOf(0)) : bytes))),
  ),
  codec('byte-order-mark-stripped', ['binary.string.utf8'], any(text), readsRecords(replaced(/^\xef\xbb\xbf/g, ''))),
  codec('string-trimmed', ['binary.string.utf8'], any(text), readsRecords(replaced(/^ +| +$/g, ''))),
  codec(
    'string-normalised',
    ['binary.string.utf8'],
    any(text),
    readsRecords(
      strings((bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8').normalize('NFC'), 'utf8'))),
    ),
  ),
  codec('string-cut-at-127', ['binary.string.utf8'], any(text), readsRecords(strings((bytes) => bytes.slice(0, 127)))),
  codec(
    'string-written-as-cesu',
    ['binary.string.utf8'],
    any(text),
    writesRecords(replaced(/[\xf0-\xf4][\x80-\xbf]{3}/g, '\xed\xa0\xbd\xed\xb8\x80')),
  ),
  codec(
    'bytes-cut-at-nul',
    ['binary.bytes'],
    any(data),
    readsRecords(
      eachRecord(data, (record) => ({
        ...record,
        bytes: record.bytes.includes(0) ? record.bytes.slice(0, record.bytes.indexOf(0)) : record.bytes,
      })),
    ),
  ),
  codec(
    'bytes-through-utf8',
    ['binary.bytes'],
    any(data),
    readsRecords(
      eachRecord(both(data, not(map)), (record) =>
        record.wire === 2
          ? { ...record, bytes: new Uint8Array(Buffer.from(Buffer.from(record.bytes).toString('utf8'))) }
          : record,
      ),
    ),
  ),
  codec(
    'first-string-wins',
    ['binary.singular.last-wins'],
    any(both(singular, text)),
    readsRecords(among(both(singular, text), first)),
  ),
  codec(
    'strings-joined',
    ['binary.singular.last-wins'],
    any(both(singular, text)),
    readsRecords((records) => joinedStrings(records)),
  ),
];

/** Of singular strings the contents one after another. */
function joinedStrings(records: readonly WireRecord[]): readonly WireRecord[] {
  return records.map((record, i) =>
    has(record, both(singular, text)) && record.wire === 2
      ? {
          ...record,
          bytes: Buffer.concat(
            records
              .slice(0, i + 1)
              .flatMap((earlier) => (earlier.field === record.field && earlier.wire === 2 ? earlier.bytes : [])),
          ),
        }
      : record,
  );
}
