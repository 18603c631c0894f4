/** Reads one scalar or enum value off the wire into its canonical form. */
import type { ElementType, FieldInfo } from './schema.ts';
import type { Reading } from './reading.ts';
import { wireType, type ScalarInfo, type WireType } from './scalars.ts';
import { canonicalFloat, type CanonicalValue } from './value.ts';
import { utf8, type WireReader } from './wire.ts';

/** The wire type that a single value of this type has. */
export function elementWire(type: ElementType): WireType {
  if (type.kind === 'enum') return wireType.varint;
  if (type.kind === 'message') return type.delimited ? wireType.startGroup : wireType.length;
  return type.info.wire;
}

/** Can lists of this type be packed? Only numbers, bools and enums can. */
export function isPackable(type: ElementType): boolean {
  return type.kind === 'enum' || (type.kind === 'scalar' && type.info.wire !== wireType.length);
}

/** @throws Malformed when the value is cut short or not valid. */
export function readElement(reading: Reading, field: FieldInfo, reader: WireReader): CanonicalValue {
  const { type } = field;
  if (type.kind === 'enum') return int32(reading, field, reader);
  if (type.kind === 'message') throw new Error('Messages are not elements.');
  const { info } = type;
  switch (info.family) {
    case 'int':
      return readInteger(reading, field, reader);
    case 'float': {
      const start = reader.fixed(info.scalar === 'float' ? 4 : 8);
      return canonicalFloat(
        info.scalar === 'float' ? reader.view.getFloat32(start, true) : reader.view.getFloat64(start, true),
      );
    }
    case 'bool':
      return reader.varint() !== 0n;
    case 'string':
      return utf8(reader.delimited(), field.verifyUtf8);
    case 'bytes':
      return { b64: Buffer.from(reader.delimited()).toString('base64') };
    default:
      return info.family satisfies never;
  }
}

function readInteger(reading: Reading, field: FieldInfo, reader: WireReader): CanonicalValue {
  const info = (field.type as { readonly info: ScalarInfo }).info;
  if (info.wire === wireType.varint) {
    if (info.scalar === 'int32') return int32(reading, field, reader);
    const raw = reader.varint();
    if (info.scalar === 'uint32') return Number(BigInt.asUintN(32, raw));
    if (info.scalar === 'sint32') return Number(unzigzag(BigInt.asUintN(32, raw)));
    if (info.scalar === 'sint64') return String(unzigzag(raw));
    return String(info.min < 0n ? BigInt.asIntN(64, raw) : raw);
  }
  const { view } = reader;
  const start = reader.fixed(info.wide ? 8 : 4);
  if (info.wide) return String(info.min < 0n ? view.getBigInt64(start, true) : view.getBigUint64(start, true));
  return info.min < 0n ? view.getInt32(start, true) : view.getUint32(start, true);
}

/** The low 32 bits of a varint, signed; a writer is to sign-extend negative ones to ten bytes. */
function int32(reading: Reading, field: FieldInfo, reader: WireReader): number {
  const start = reader.position;
  const value = Number(BigInt.asIntN(32, reader.varint()));
  if (value < 0 && reading.audit !== undefined && reader.position - start !== 10) {
    const message = `The negative number in "${field.name}" takes ${reader.position - start} bytes, not ten.`;
    reading.audit.push({ clause: 'binary.varint.negative-int32', message });
  }
  return value;
}

const unzigzag = (raw: bigint): bigint => (raw >> 1n) ^ -(raw & 1n);
