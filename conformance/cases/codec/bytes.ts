/** Pieces of wire format for handmade inputs, legal and not. */
import type { FieldInfo, Schema } from '../../reference/oracle/schema.ts';
import type { CanonicalValue } from '../../reference/oracle/value.ts';
import { writeField, writeRecord } from '../../reference/oracle/write-message.ts';
import { WireWriter } from '../../reference/oracle/wire.ts';

/** Joins runs of bytes. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A varint, padded to `length` bytes when that is more than it needs; at most 10 without breaking the format. */
export function varint(value: bigint, length = 0): Uint8Array {
  const bytes = [...new WireWriter().varint(value).finish()];
  while (bytes.length < length) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(0);
  }
  return Uint8Array.from(bytes);
}

export const tag = (number: number, wire: number): Uint8Array => varint(BigInt(number) * 8n + BigInt(wire));

/** A length-delimited record, its length padded to `lengthBytes`. */
export function lengthDelimited(number: number, content: Uint8Array, lengthBytes = 0): Uint8Array {
  return joined(tag(number, 2), varint(BigInt(content.length), lengthBytes), content);
}

/** The records of a whole field: one, one per element, a packed run, or one per entry. */
export function records(schema: Schema, field: FieldInfo, value: CanonicalValue): Uint8Array {
  const writer = new WireWriter();
  writeField({ schema, writer }, field, value);
  return writer.finish();
}

/** One record with one element, unpacked. */
export function record(schema: Schema, field: Pick<FieldInfo, 'number' | 'type'>, value: CanonicalValue): Uint8Array {
  const writer = new WireWriter();
  writeRecord({ schema, writer }, field, value);
  return writer.finish();
}

/** Bytes written as in a hex dump, spaces ignored. */
export const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A record of each wire type under a number, with its content in shortest form. */
export function oneOfEachWireType(number: number): ReadonlyMap<number, Uint8Array> {
  return new Map([
    [0, joined(tag(number, 0), varint(150n))],
    [1, joined(tag(number, 1), hex('0102030405060708'))],
    [2, lengthDelimited(number, hex('616263'))],
    [3, joined(tag(number, 3), joined(tag(7, 0), varint(1n)), tag(number, 4))],
    [5, joined(tag(number, 5), hex('01020304'))],
  ]);
}
