/** Faults in lengths and the ends of input: what is accepted that must not be, or refused that must not be. */
import type { Fault } from '../fault.ts';
import type { MessageInfo } from '../../oracle/schema.ts';
import { any, both, holds, scalar, singular, anyMessage } from './places.ts';
import { readRecords, writeRecords } from './records.ts';
import { codec } from './row.ts';
import { acceptsBytes, readsBytes, refusesRecords } from './ways.ts';
import { all } from './wire-framing-tools.ts';

/** The longest run of bytes from the start that is a message, of those that `isEnough`. */
const prefix = (isEnough: (rest: Uint8Array) => boolean) =>
  acceptsBytes((bytes, { schema, message }) => {
    for (let end = bytes.length - 1; end >= 0; end--) {
      if (readRecords(schema, message, bytes.slice(0, end)) !== undefined)
        return isEnough(bytes.slice(end)) ? bytes.slice(0, end) : undefined;
    }
    return undefined;
  });

/** A record whose length is more than there is, made to fit. */
const clipped = (bytes: Uint8Array): Uint8Array | undefined => {
  const [first, second] = bytes;
  if (first === undefined || second === undefined || first % 8 !== 2 || first >= 0x80) return undefined;
  let at = 1;
  while (at < bytes.length && bytes[at]! >= 0x80) at++;
  const rest = bytes.slice(at + 1);
  return rest.length < 0x80 ? Uint8Array.from([first, rest.length, ...rest]) : undefined;
};

export const wireFramingFaults: readonly Fault[] = [
  codec(
    'truncated-record-accepted',
    ['binary.truncation'],
    all,
    prefix(() => true),
  ),
  codec(
    'truncated-tag-accepted',
    ['binary.truncation'],
    all,
    prefix((rest) => rest.every((byte) => byte >= 0x80)),
  ),
  codec(
    'truncated-varint-accepted',
    ['binary.truncation'],
    any(both(scalar('int32', 'uint64', 'int64', 'uint32'), singular)),
    acceptsBytes((bytes) => (bytes.length > 1 && bytes[0]! % 8 === 0 ? Uint8Array.from([...bytes, 0]) : undefined)),
  ),
  codec(
    'truncated-fixed-padded',
    ['binary.truncation'],
    any(both(scalar('fixed32', 'fixed64', 'double', 'float'), singular)),
    acceptsBytes((bytes) => {
      const size = bytes[0]! % 8 === 1 ? 8 : bytes[0]! % 8 === 5 ? 4 : 0;
      const tag = bytes.findIndex((byte) => byte < 0x80) + 1;
      return size > 0 && tag > 0 && bytes.length < tag + size
        ? Uint8Array.from([...bytes, ...new Uint8Array(tag + size - bytes.length)])
        : undefined;
    }),
  ),
  codec(
    'truncated-string-accepted',
    ['binary.truncation', 'binary.length.overrun'],
    any(both(scalar('string', 'bytes'), singular)),
    acceptsBytes(clipped),
  ),
  codec(
    'length-modulo-32-bits',
    ['binary.length.overrun'],
    any(both(scalar('string', 'bytes'), singular)),
    acceptsBytes((bytes) => {
      const [tag] = bytes;
      let at = 1;
      while (at < bytes.length && bytes[at]! >= 0x80) at++;
      return tag !== undefined && tag % 8 === 2 && tag < 0x80 && at >= 5 && bytes.length - at - 1 === 5
        ? Uint8Array.from([tag, 5, ...bytes.slice(at + 1)])
        : undefined;
    }),
  ),
  codec(
    'negative-length-empty',
    ['binary.length.overrun'],
    any(both(scalar('string', 'bytes'), singular)),
    acceptsBytes((bytes) => (bytes.length === 11 && bytes[0]! % 8 === 2 ? Uint8Array.from([bytes[0]!, 0]) : undefined)),
  ),
  codec(
    'nested-overrun-accepted',
    ['binary.length.nested'],
    any(both(holds(), singular)),
    acceptsBytes((bytes, { schema, message }) => {
      const records = readRecords(schema, message, bytes);
      return (
        records &&
        writeRecords(
          records.map((record) =>
            record.field !== undefined && holds()(record.field) && record.wire === 2
              ? { ...record, bytes: new Uint8Array() }
              : record,
          ),
        )
      );
    }),
  ),
  codec(
    'field-zero-accepted',
    ['binary.tag.field-zero'],
    all,
    acceptsBytes((bytes) => (bytes[0]! < 6 && bytes.length > 1 ? new Uint8Array() : undefined)),
  ),
  codec(
    'field-zero-accepted-in-varints',
    ['binary.tag.field-zero'],
    all,
    acceptsBytes((bytes) => (bytes[0] === 0 && bytes.length > 1 ? new Uint8Array() : undefined)),
  ),
  codec(
    'field-number-beyond-the-limit-accepted',
    ['binary.tag.too-high'],
    all,
    acceptsBytes((bytes, { schema }) => {
      const records = readRecords(schema, undefined, bytes);
      return records?.some(({ number }) => number > 536870911) ? new Uint8Array() : undefined;
    }),
  ),
  codec(
    'wire-type-7-skipped',
    ['binary.tag.wire-type'],
    all,
    acceptsBytes((bytes) => (bytes[0]! % 8 === 7 ? new Uint8Array() : undefined)),
  ),
  codec(
    'wire-type-6-skipped',
    ['binary.tag.wire-type'],
    all,
    acceptsBytes((bytes) => (bytes[0]! % 8 === 6 ? new Uint8Array() : undefined)),
  ),
  codec(
    'overlong-length-refused',
    ['binary.length.overlong'],
    any(scalar('string', 'bytes')),
    refusesRecords(({ wire, size, bytes }) => wire === 2 && size > 1 && bytes.length < 128),
  ),
  codec(
    'length-of-three-bytes-refused',
    ['binary.size.large', 'binary.length.overlong'],
    any(scalar('string', 'bytes')),
    refusesRecords(({ wire, size }) => wire === 2 && size > 2),
  ),
  codec(
    'eleven-byte-varint-accepted',
    ['binary.varint.too-long'],
    any(both(scalar('int32', 'uint64'), singular)),
    acceptsBytes((bytes, { schema, message }) => {
      const records = readRecords(schema, message, bytes);
      return records?.some(({ wire, size }) => wire === 0 && size > 10)
        ? writeRecords(records.map((record) => ({ ...record, bits: BigInt.asUintN(64, record.bits) })))
        : undefined;
    }),
  ),
  codec('depth-limit-of-32', ['binary.depth.accepted'], anyMessage(isRecursive), refusesBelow(32)),
];

/** Any message deeper than the limit. */
function refusesBelow(limit: number): Fault['wrap'] {
  const depthOf = (bytes: Uint8Array, left: number): boolean => {
    if (left === 0) return true;
    let at = 0;
    while (at < bytes.length && bytes[at]! >= 0x80) at++;
    if (bytes[at] === undefined || bytes[at]! % 8 !== 2) return false;
    at++;
    let length = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++]!;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return at + length === bytes.length && depthOf(bytes.subarray(at), left - 1);
  };
  return readsBytes((bytes) => (depthOf(bytes, limit) ? Uint8Array.of(7) : undefined));
}

function isRecursive({ name, fields }: MessageInfo): boolean {
  return fields.some((field) => singular(field) && field.type.kind === 'message' && field.type.name === name);
}
