/** Takes a canonical message, gives its bytes: fields by number, lists packed as declared, unknown records last. */
import { elementWire, isPackable } from './read-element.ts';
import type { ElementType, FieldInfo, MessageInfo, Schema } from './schema.ts';
import { scalars, wireType, type ScalarInfo } from './scalars.ts';
import { floatOf, unknownKey, type CanonicalMap, type CanonicalMessage, type CanonicalValue } from './value.ts';
import { WireWriter } from './wire.ts';

const utf8 = new TextEncoder();

export function writeMessage(schema: Schema, message: MessageInfo, value: CanonicalMessage): Uint8Array {
  const writer = new WireWriter();
  for (const field of message.fields) {
    const held = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (held !== undefined) writeField({ schema, writer }, field, held);
  }
  const unknown = Object.hasOwn(value, unknownKey) ? (value[unknownKey] as readonly string[]) : [];
  for (const record of unknown) writer.raw(Buffer.from(record, 'base64'));
  return writer.finish();
}

/** Where a value goes. */
export interface Writing {
  readonly schema: Schema;
  readonly writer: WireWriter;
}

/** Writes all records of a field: one, one per element, a packed run, or one per map entry. */
export function writeField(writing: Writing, field: FieldInfo, value: CanonicalValue): void {
  const { writer } = writing;
  if (field.cardinality === 'map') {
    for (const [key, item] of (value as CanonicalMap).entries) {
      const entry = new WireWriter();
      const held = keyValue(field.key!, key);
      entry.tag(1, field.key!.wire);
      writeScalar(entry, field.key!, held);
      writeRecord({ schema: writing.schema, writer: entry }, { number: 2, type: field.type }, item);
      writer.tag(field.number, wireType.length).delimited(entry.finish());
    }
  } else if (field.cardinality === 'list') {
    if (field.packed && isPackable(field.type)) writePacked(writing, field, value as readonly CanonicalValue[]);
    else for (const item of value as readonly CanonicalValue[]) writeRecord(writing, field, item);
  } else {
    writeRecord(writing, field, value);
  }
}

/** One packed run, also of no elements at all. */
export function writePacked({ writer }: Writing, field: FieldInfo, values: readonly CanonicalValue[]): void {
  const run = new WireWriter();
  for (const item of values) writeElement(run, field.type, item);
  writer.tag(field.number, wireType.length).delimited(run.finish());
}

/** A tag and one value. */
export function writeRecord(writing: Writing, field: Pick<FieldInfo, 'number' | 'type'>, value: CanonicalValue): void {
  const { schema, writer } = writing;
  const { type, number } = field;
  writer.tag(number, elementWire(type));
  if (type.kind !== 'message') return writeElement(writer, type, value);
  const bytes = writeMessage(schema, schema.message(type.name), value as CanonicalMessage);
  if (type.delimited) writer.raw(bytes).tag(number, wireType.endGroup);
  else writer.delimited(bytes);
}

/** The value of a scalar or enum alone, without a tag. */
export function writeElement(writer: WireWriter, type: ElementType, value: CanonicalValue): void {
  if (type.kind === 'enum') writer.varint(BigInt(value as number));
  else if (type.kind === 'scalar') writeScalar(writer, type.info, value);
}

function writeScalar(writer: WireWriter, info: ScalarInfo, value: CanonicalValue): void {
  switch (info.family) {
    case 'bool':
      writer.varint(value === true ? 1n : 0n);
      return;
    case 'string':
      writer.delimited(utf8.encode(value as string));
      return;
    case 'bytes':
      writer.delimited(Buffer.from((value as { readonly b64: string }).b64, 'base64'));
      return;
    case 'float':
      if (info === scalars.float) writer.fixed(4, (view, at) => view.setFloat32(at, floatOf(value), true));
      else writer.fixed(8, (view, at) => view.setFloat64(at, floatOf(value), true));
      return;
    case 'int':
      writeInteger(writer, info, BigInt(value as number | string));
      return;
    default:
      info.family satisfies never;
  }
}

function writeInteger(writer: WireWriter, info: ScalarInfo, value: bigint): void {
  if (info.wire === wireType.varint) writer.varint(info.zigzag ? (value << 1n) ^ (value >> 63n) : value);
  else if (info.wide) writer.fixed(8, (view, at) => view.setBigUint64(at, BigInt.asUintN(64, value), true));
  else writer.fixed(4, (view, at) => view.setUint32(at, Number(BigInt.asUintN(32, value)), true));
}

/** A map key as a scalar value; keys stand as text in canonical maps. */
function keyValue(key: ScalarInfo, text: string): CanonicalValue {
  return key.family === 'bool' ? text === 'true' : text;
}
