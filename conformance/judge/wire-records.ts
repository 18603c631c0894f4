/** Takes the bytes of a message, gives its records: field number, wire type and content, as the bytes have them. */

/** Source of the wire types: protobuf.dev, Encoding, "Message Structure". */
export type WireRecord =
  | { readonly wire: 'varint'; readonly number: number; readonly value: bigint }
  | { readonly wire: 'i64' | 'i32'; readonly number: number; readonly bytes: Buffer }
  | { readonly wire: 'len'; readonly number: number; readonly bytes: Buffer }
  | { readonly wire: 'group'; readonly number: number; readonly records: readonly WireRecord[] };

/** What is wrong with the bytes of a message. */
export class MalformedMessage extends Error {}

/** Groups within groups that are read; codecs stop at 100. */
const maxDepth = 200;

/** @throws MalformedMessage - When the bytes are not a sequence of whole records. */
export function readRecords(bytes: Buffer): readonly WireRecord[] {
  return readUntil({ bytes, at: 0 }, { group: undefined, depth: 0 });
}

/** @throws MalformedMessage - When the bytes are not whole varints. */
export function readVarints(bytes: Buffer): readonly bigint[] {
  const cursor = { bytes, at: 0 };
  const values: bigint[] = [];
  while (cursor.at < bytes.length) values.push(readVarint(cursor));
  return values;
}

interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

function readUntil(
  cursor: Cursor,
  within: { readonly group: number | undefined; readonly depth: number },
): WireRecord[] {
  const records: WireRecord[] = [];
  while (cursor.at < cursor.bytes.length) {
    const start = cursor.at;
    const tag = Number(readVarint(cursor));
    const number = Math.floor(tag / 8);
    if (number < 1 || number >= 2 ** 29) throw new MalformedMessage(`field number ${number} at byte ${start}`);
    switch (tag % 8) {
      case 0:
        records.push({ wire: 'varint', number, value: readVarint(cursor) });
        break;
      case 1:
        records.push({ wire: 'i64', number, bytes: take(cursor, 8) });
        break;
      case 2:
        records.push({ wire: 'len', number, bytes: take(cursor, Number(readVarint(cursor))) });
        break;
      case 3:
        if (within.depth >= maxDepth) throw new MalformedMessage(`groups nested deeper than ${maxDepth}`);
        records.push({
          wire: 'group',
          number,
          records: readUntil(cursor, { group: number, depth: within.depth + 1 }),
        });
        break;
      case 4:
        if (within.group === number) return records;
        throw new MalformedMessage(`an end of group ${number} at byte ${start} that does not belong there`);
      case 5:
        records.push({ wire: 'i32', number, bytes: take(cursor, 4) });
        break;
      default:
        throw new MalformedMessage(`wire type ${tag % 8} at byte ${start}`);
    }
  }
  if (within.group !== undefined) throw new MalformedMessage(`group ${within.group} has no end`);
  return records;
}

function readVarint(cursor: Cursor): bigint {
  const start = cursor.at;
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw new MalformedMessage(`a varint at byte ${start} has no end`);
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return BigInt.asUintN(64, value);
  }
  throw new MalformedMessage(`a varint at byte ${start} has more than ten bytes`);
}

function take(cursor: Cursor, length: number): Buffer {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) throw new MalformedMessage(`${length} bytes at byte ${cursor.at} are not all there`);
  const bytes = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return bytes;
}
