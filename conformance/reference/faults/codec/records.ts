/** Takes bytes of a message, gives its records as data, to be changed and written again; lenient where a fault needs it. */
import { elementWire } from '../../oracle/read-element.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../oracle/schema.ts';
import { WireWriter } from '../../oracle/wire.ts';

/** What stands behind a tag. */
export interface WireRecord {
  readonly number: number;
  readonly wire: number;
  /** Of wire type 0: all its bits. */
  readonly bits: bigint;
  /** Of wire types 1, 2 and 5: the content. */
  readonly bytes: Uint8Array;
  /** Of a group: the records inside. */
  readonly inside: readonly WireRecord[];
  /** Bytes that the tag took. */
  readonly tagSize: number;
  /** Bytes that the varint, or the length, took. */
  readonly size: number;
  /** The field that the number has; undefined for unknown ones. */
  readonly field: FieldInfo | undefined;
  /** The whole record as it is to be written, where it is spelt otherwise. */
  readonly raw?: Uint8Array;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** Longest varint that is read, in bytes: faults accept what is longer than ten. */
const longest = 16;

function varint(cursor: Cursor): { readonly bits: bigint; readonly size: number } | undefined {
  let bits = 0n;
  for (let size = 1; size <= longest; size++) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) return undefined;
    bits |= BigInt(byte & 0x7f) << BigInt(7 * (size - 1));
    if (byte < 0x80) return { bits, size };
  }
  return undefined;
}

/** @returns Undefined when the bytes are not a whole number of records. */
export function readRecords(
  schema: Schema,
  message: MessageInfo | undefined,
  bytes: Uint8Array,
): WireRecord[] | undefined {
  const cursor = { bytes, at: 0 };
  const records = readUntil(schema, message, { cursor, group: 0, depth: 0 });
  return cursor.at === bytes.length ? records : undefined;
}

function readUntil(
  schema: Schema,
  message: MessageInfo | undefined,
  { cursor, group, depth }: { readonly cursor: Cursor; readonly group: number; readonly depth: number },
): WireRecord[] | undefined {
  const records: WireRecord[] = [];
  while (cursor.at < cursor.bytes.length) {
    const tag = varint(cursor);
    if (tag === undefined) return undefined;
    const [number, wire] = [Number(tag.bits >> 3n), Number(tag.bits & 7n)];
    if (wire === 4) return group === number ? records : undefined;
    const field = message?.byNumber.get(number);
    const base = { number, wire, bits: 0n, bytes: new Uint8Array(), inside: [], tagSize: tag.size, size: 0, field };
    if (wire === 0 || wire === 2) {
      const value = varint(cursor);
      if (value === undefined) return undefined;
      if (wire === 0) records.push({ ...base, bits: value.bits, size: value.size });
      else {
        const end = cursor.at + Number(value.bits);
        if (end > cursor.bytes.length) return undefined;
        records.push({ ...base, bytes: cursor.bytes.slice(cursor.at, end), size: value.size });
        cursor.at = end;
      }
    } else if (wire === 1 || wire === 5) {
      const end = cursor.at + (wire === 1 ? 8 : 4);
      if (end > cursor.bytes.length) return undefined;
      records.push({ ...base, bytes: cursor.bytes.slice(cursor.at, end) });
      cursor.at = end;
    } else if (wire === 3) {
      const type = field?.type.kind === 'message' && field.type.delimited ? schema.message(field.type.name) : undefined;
      const inside = depth < deepest ? readUntil(schema, type, { cursor, group: number, depth: depth + 1 }) : undefined;
      if (inside === undefined) return undefined;
      records.push({ ...base, inside });
    } else return undefined;
  }
  return group === 0 ? records : undefined;
}

export function writeRecords(records: readonly WireRecord[]): Uint8Array {
  const writer = new WireWriter();
  for (const { number, wire, bits, bytes, inside, raw } of records) {
    if (raw !== undefined) {
      writer.raw(raw);
      continue;
    }
    writer.tag(number, wire);
    if (wire === 0) writer.varint(bits);
    else if (wire === 2) writer.delimited(bytes);
    else if (wire === 3) writer.raw(writeRecords(inside)).tag(number, 4);
    else writer.raw(bytes);
  }
  return writer.finish();
}

/** Changes the records of one message; `path` is how deep it lies. */
export type ChangeRecords = (
  records: readonly WireRecord[],
  message: MessageInfo | undefined,
  depth: number,
) => readonly WireRecord[];

/** Levels that are followed: what lies deeper is sent to see whether a reader survives it. */
const deepest = 100;

/** Applies a change to a message and to all messages inside it, the innermost first; entries of maps are messages too. */
export function changeRecords(
  schema: Schema,
  message: MessageInfo | undefined,
  {
    records,
    change,
    depth = 0,
  }: { readonly records: readonly WireRecord[]; readonly change: ChangeRecords; readonly depth?: number },
): readonly WireRecord[] {
  if (depth > deepest) return records;
  const within = (inner: MessageInfo | undefined, inside: readonly WireRecord[]): readonly WireRecord[] =>
    changeRecords(schema, inner, { records: inside, change, depth: depth + 1 });
  const deep = records.map((record): WireRecord => {
    const inner = innerOf(schema, record);
    if (inner === undefined) return record;
    if (record.wire === 3) return { ...record, inside: within(inner, record.inside) };
    const inside = readRecords(schema, inner, record.bytes);
    return inside === undefined ? record : { ...record, bytes: writeRecords(within(inner, inside)) };
  });
  return change(deep, message, depth);
}

/** The message that a record holds; undefined when it holds none. */
function innerOf(schema: Schema, { field, wire }: WireRecord): MessageInfo | undefined {
  if (field === undefined) return undefined;
  if (field.cardinality === 'map') return wire === 2 ? entryOf(field) : undefined;
  return field.type.kind === 'message' && wire === elementWire(field.type)
    ? schema.message(field.type.name)
    : undefined;
}

/** The entry of a map as a message of its own. */
function entryOf(field: FieldInfo): MessageInfo {
  const base = { ...field, cardinality: 'singular', key: undefined, oneof: undefined, presence: 'implicit' } as const;
  const key: FieldInfo = {
    ...base,
    name: 'key',
    jsonName: 'key',
    number: 1,
    type: { kind: 'scalar', info: field.key! },
  };
  const value: FieldInfo = { ...base, name: 'value', jsonName: 'value', number: 2 };
  return {
    name: entryName,
    fields: [key, value],
    byNumber: new Map([
      [1, key],
      [2, value],
    ]),
    byJsonName: new Map([
      ['key', key],
      ['value', value],
    ]),
    wellKnown: undefined,
    listed: false,
  };
}

/** Name of the message that stands for the entry of any map. */
export const entryName = 'map entry';
