/** Reads and writes the primitives of the wire: varints, fixed values, lengths, tags. Strict: what is malformed throws. */
import { wireType } from './scalars.ts';

/** Input that no conformant reader may accept. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

const utf8Strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8Lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cursor over a run of bytes; `end` is exclusive. */
export class WireReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  position: number;
  readonly end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = start;
    this.end = end;
  }

  /** A varint modulo 2^64, at most ten bytes long. */
  varint(): bigint {
    let small = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      small |= (byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt(small);
    }
    let wide = BigInt(small);
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      wide |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, wide);
    }
    throw new Malformed('a varint has more than ten bytes');
  }

  /** A tag: the field number, 1 to 536870911, and the wire type, 0 to 5. */
  tag(): { readonly number: number; readonly wire: number } {
    const tag = this.varint();
    if (tag > 0xffffffffn) throw new Malformed('a tag does not fit in 32 bits');
    const value = Number(tag);
    const [number, wire] = [Math.floor(value / 8), value % 8];
    if (number === 0) throw new Malformed('a field has number 0');
    if (wire > 5) throw new Malformed(`wire type ${wire} does not exist`);
    return { number, wire };
  }

  /** The bytes of a length-delimited value. */
  delimited(): Uint8Array {
    const length = this.varint();
    if (length > BigInt(this.end - this.position)) throw new Malformed('a length reaches past the end');
    const start = this.position;
    this.position += Number(length);
    return this.bytes.subarray(start, this.position);
  }

  fixed(size: 4 | 8): number {
    if (this.end - this.position < size) throw new Malformed('a fixed value is cut short');
    const start = this.position;
    this.position += size;
    return start;
  }

  private byte(): number {
    if (this.position >= this.end) throw new Malformed('a varint is cut short');
    return this.bytes[this.position++]!;
  }
}

/** @throws Malformed unless the bytes are UTF-8; with `verify` false, faulty ones become U+FFFD. */
export function utf8(bytes: Uint8Array, verify: boolean): string {
  if (!verify) return utf8Lenient.decode(bytes);
  try {
    return utf8Strict.decode(bytes);
  } catch {
    throw new Malformed('a string is not valid UTF-8');
  }
}

/** Collects bytes. */
export class WireWriter {
  private bytes = new Uint8Array(64);
  private length = 0;

  varint(value: bigint): this {
    let rest = BigInt.asUintN(64, value);
    this.reserve(10);
    while (rest > 0x7fn) {
      this.bytes[this.length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.bytes[this.length++] = Number(rest);
    return this;
  }

  tag(number: number, wire: number): this {
    return this.varint(BigInt(number) * 8n + BigInt(wire));
  }

  raw(bytes: Uint8Array): this {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  delimited(bytes: Uint8Array): this {
    return this.varint(BigInt(bytes.length)).raw(bytes);
  }

  /** Four or eight bytes, little-endian, written by `put`. */
  fixed(size: 4 | 8, put: (view: DataView, at: number) => void): this {
    this.reserve(size);
    put(new DataView(this.bytes.buffer), this.length);
    this.length += size;
    return this;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + size));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** An unknown record in its shortest form: tag, varints and lengths without padding, groups likewise inside. */
export interface RawRecord {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Groups inside groups that the oracle follows; deeper input is never judged by its value. */
const maxDepth = 500;

/** Reads the value after a tag and gives the whole record, normalised. */
export function readRecord(
  reader: WireReader,
  tag: { readonly number: number; readonly wire: number },
  depth = 0,
): RawRecord {
  const { number, wire } = tag;
  const writer = new WireWriter().tag(number, wire);
  switch (wire) {
    case wireType.varint:
      writer.varint(reader.varint());
      break;
    case wireType.fixed64:
    case wireType.fixed32: {
      const size = wire === wireType.fixed64 ? 8 : 4;
      const start = reader.fixed(size);
      writer.raw(reader.bytes.subarray(start, start + size));
      break;
    }
    case wireType.length:
      writer.delimited(reader.delimited());
      break;
    case wireType.startGroup:
      readGroup(reader, { number, writer, depth: depth + 1 });
      break;
    default:
      throw new Malformed('a group ends that was not begun');
  }
  return { number, bytes: writer.finish() };
}

function readGroup(
  reader: WireReader,
  group: { readonly number: number; readonly writer: WireWriter; readonly depth: number },
): void {
  if (group.depth > maxDepth) throw new Malformed('groups are nested too deeply');
  for (;;) {
    if (reader.position >= reader.end) throw new Malformed('a group does not end');
    const tag = reader.tag();
    if (tag.wire === wireType.endGroup) {
      if (tag.number !== group.number) throw new Malformed('a group ends with another number');
      group.writer.tag(tag.number, tag.wire);
      return;
    }
    group.writer.raw(readRecord(reader, tag, group.depth).bytes);
  }
}
