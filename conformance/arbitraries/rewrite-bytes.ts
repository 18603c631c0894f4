/** Takes a canonical message and a generator of choices, gives bytes that mean it, spelt as another writer might. */
import { joined, lengthDelimited, record, records, tag, varint } from '../cases/codec/bytes.ts';
import { isPackable } from '../reference/oracle/read-element.ts';
import type { FieldInfo, MessageInfo, Schema } from '../reference/oracle/schema.ts';
import { unknownKey, type CanonicalMessage, type CanonicalValue } from '../reference/oracle/value.ts';
import { writeElement } from '../reference/oracle/write-message.ts';
import { WireWriter } from '../reference/oracle/wire.ts';
import type { Random } from './random.ts';

/** Longest padding of a length that every reader accepts, in bytes. */
const maxLengthBytes = 5;

/** Fields in any order, runs split, lengths padded, singular values after others that they replace, messages in parts. */
export function rewrittenBytes(schema: Schema, message: MessageInfo, { value, random }: Rewriting): Uint8Array {
  const queues = message.fields
    .filter((field) => Object.hasOwn(value, field.name))
    .map((field) => chunks(schema, field, { value: value[field.name]!, random }));
  const unknown = Object.hasOwn(value, unknownKey) ? (value[unknownKey] as readonly string[]) : [];
  if (unknown.length > 0) queues.push(unknown.map((bytes) => new Uint8Array(Buffer.from(bytes, 'base64'))));
  const parts: Uint8Array[] = [];
  for (let rest = queues.filter(hasMore); rest.length > 0; rest = rest.filter(hasMore))
    parts.push(random.pick(rest).shift()!);
  return joined(...parts);
}

export interface Rewriting {
  readonly value: CanonicalMessage;
  readonly random: Random;
}

const hasMore = (queue: readonly unknown[]): boolean => queue.length > 0;

/** The records of a field, in the order in which they must stay. */
function chunks(
  schema: Schema,
  field: FieldInfo,
  { value, random }: { readonly value: CanonicalValue; readonly random: Random },
): Uint8Array[] {
  if (field.cardinality === 'list' && isPackable(field.type))
    return listChunks(schema, field, { values: value as readonly CanonicalValue[], random });
  if (field.cardinality === 'list')
    return (value as readonly CanonicalValue[]).map((item) => one(schema, field, { value: item, random }));
  if (field.cardinality === 'map') return [records(schema, field, value)];
  const last = one(schema, field, { value, random });
  if (field.type.kind !== 'message')
    return random.once(4) && field.oneof === undefined ? [record(schema, field, value), last] : [last];
  return random.once(4) && schema.message(field.type.name).wellKnown === undefined
    ? split(schema, field, { value: value as CanonicalMessage, random })
    : [last];
}

/** One record; messages inside are rewritten too. */
function one(
  schema: Schema,
  field: FieldInfo,
  { value, random }: { readonly value: CanonicalValue; readonly random: Random },
): Uint8Array {
  const { type } = field;
  const padding = random.once(4) ? 1 + random.below(maxLengthBytes) : 0;
  if (type.kind === 'message') {
    const content = rewrittenBytes(schema, schema.message(type.name), { value: value as CanonicalMessage, random });
    return type.delimited
      ? joined(tag(field.number, 3), content, tag(field.number, 4))
      : lengthDelimited(field.number, content, padding);
  }
  if (type.kind === 'scalar' && type.info.wire === 2) {
    const writer = new WireWriter();
    writeElement(writer, type, value);
    const content =
      type.info.family === 'string'
        ? new TextEncoder().encode(value as string)
        : new Uint8Array(Buffer.from((value as { readonly b64: string }).b64, 'base64'));
    return lengthDelimited(field.number, content, padding);
  }
  if (
    type.kind === 'scalar' &&
    type.info.wire === 0 &&
    type.info.family === 'int' &&
    !type.info.zigzag &&
    BigInt(value as number | string) >= 0n &&
    random.once(4)
  ) {
    return joined(tag(field.number, 0), varint(BigInt(value as number | string), 1 + random.below(10)));
  }
  return record(schema, field, value);
}

/** Runs and single records, in order. */
function listChunks(
  schema: Schema,
  field: FieldInfo,
  { values, random }: { readonly values: readonly CanonicalValue[]; readonly random: Random },
): Uint8Array[] {
  const result: Uint8Array[] = [];
  for (let at = 0; at < values.length;) {
    const size = 1 + random.below(values.length - at);
    if (random.once(2)) {
      for (const value of values.slice(at, at + size)) result.push(record(schema, field, value));
    } else {
      const run = new WireWriter();
      for (const value of values.slice(at, at + size)) writeElement(run, field.type, value);
      result.push(lengthDelimited(field.number, run.finish(), random.once(4) ? 3 : 0));
    }
    at += size;
  }
  return result;
}

/** A message in two parts, to be merged: each field in one of them. */
function split(schema: Schema, field: FieldInfo, { value, random }: Rewriting): Uint8Array[] {
  const parts: [Record<string, CanonicalValue>, Record<string, CanonicalValue>] = [{}, {}];
  for (const [name, held] of Object.entries(value)) parts[random.below(2)]![name] = held;
  return parts.map((part) => one(schema, field, { value: part, random }));
}
