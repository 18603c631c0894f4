/**
 * Takes bytes and a message of the schema, gives the canonical message, by the letter of the encoding guide. With an audit
 * it also reports what a reader must accept and a writer must not write.
 */
import { readElement, elementWire, isPackable } from './read-element.ts';
import type { Finding, Reading } from './reading.ts';
import type { FieldInfo, MessageInfo } from './schema.ts';
import { wireType } from './scalars.ts';
import { canonicalMessage, type Draft, draftMessage } from './draft.ts';
import type { CanonicalMessage, CanonicalValue } from './value.ts';
import { Malformed, readRecord, type RawRecord, WireReader, WireWriter } from './wire.ts';

/** Messages inside messages that the oracle follows; deeper input is never judged by its value. */
const maxDepth = 500;

/**
 * @param message - The type of the message.
 * @throws Malformed for input that no conformant reader may accept.
 */
export function readMessage(reading: Reading, message: MessageInfo, bytes: Uint8Array): CanonicalMessage {
  const draft = draftMessage(message);
  readFields(reading, draft, { reader: new WireReader(bytes), group: 0, depth: 0 });
  return canonicalMessage(reading.schema, draft);
}

/** A run of fields: to the end of its bytes, or to the end tag of the group with this number. */
interface Run {
  readonly reader: WireReader;
  /** 0 outside of a group. */
  readonly group: number;
  readonly depth: number;
}

function readFields(reading: Reading, draft: Draft, run: Run): void {
  if (run.depth > maxDepth) throw new Malformed('messages are nested too deeply');
  const { reader } = run;
  while (reader.position < reader.end) {
    const tag = reader.tag();
    if (tag.wire === wireType.endGroup) {
      if (run.group === 0 || tag.number !== run.group) throw new Malformed('a group ends that was not begun');
      return;
    }
    const field = draft.message.byNumber.get(tag.number);
    if (field === undefined || !readField(reading, draft, { field, wire: tag.wire, run })) {
      draft.unknown.push(readRecord(reader, tag));
    }
  }
  if (run.group !== 0) throw new Malformed('a group does not end');
}

interface Occurrence {
  readonly field: FieldInfo;
  readonly wire: number;
  readonly run: Run;
}

/** @returns False when the wire type is not the field's: the record is then an unknown one. */
function readField(reading: Reading, draft: Draft, occurrence: Occurrence): boolean {
  const { field, wire, run } = occurrence;
  if (field.cardinality === 'map') return wire === wireType.length && readEntry(reading, draft, occurrence);
  if (wire === wireType.length && field.cardinality === 'list' && isPackable(field.type)) {
    readPacked(reading, draft, occurrence);
    return true;
  }
  if (wire !== elementWire(field.type)) return false;
  if (field.type.kind === 'message') {
    readNested(reading, draft, occurrence);
    return true;
  }
  const value = readElement(reading, field, run.reader);
  if (value === undefined || isUnlisted(field, value)) {
    draft.unknown.push(enumRecord(field, value));
  } else if (field.cardinality === 'list') {
    draft.list(field).push(value);
  } else {
    if (reading.audit !== undefined) auditSingular(reading.audit, draft, field);
    draft.set(field, value);
    if (reading.audit !== undefined && field.presence === 'implicit' && isDefault(field, value)) {
      reading.audit.push({
        clause: 'binary.default.omitted',
        message: `Field "${field.name}" is written although it holds its default.`,
      });
    }
  }
  return true;
}

function auditSingular(audit: Finding[], draft: Draft, field: FieldInfo): void {
  if (draft.values.has(field)) {
    audit.push({ clause: 'binary.singular.last-wins', message: `Singular field "${field.name}" is written twice.` });
  } else if (field.oneof !== undefined && draft.member(field.oneof) !== undefined) {
    audit.push({ clause: 'binary.oneof.last-wins', message: `Oneof "${field.oneof}" is written with two members.` });
  }
}

function readPacked(reading: Reading, draft: Draft, { field, run }: Occurrence): void {
  const bytes = run.reader.delimited();
  const inner = new WireReader(bytes);
  const list = draft.list(field);
  while (inner.position < inner.end) {
    const value = readElement(reading, field, inner);
    if (value === undefined || isUnlisted(field, value)) draft.unknown.push(enumRecord(field, value));
    else list.push(value);
  }
}

function readNested(reading: Reading, draft: Draft, { field, run }: Occurrence): void {
  if (field.type.kind !== 'message') return;
  if (reading.audit !== undefined && field.cardinality === 'singular') auditSingular(reading.audit, draft, field);
  const target = draft.nested(field, reading.schema.message(field.type.name));
  const depth = run.depth + 1;
  if (field.type.delimited) readFields(reading, target, { reader: run.reader, group: field.number, depth });
  else readFields(reading, target, { reader: new WireReader(run.reader.delimited()), group: 0, depth });
}

/** A map entry is a message of its own with key 1 and value 2; what else it holds is dropped. */
function readEntry(reading: Reading, draft: Draft, { field, run }: Occurrence): boolean {
  const bytes = run.reader.delimited();
  const reader = new WireReader(bytes);
  const key = field.key!;
  const keyField: FieldInfo = { ...field, type: { kind: 'scalar', info: key }, number: 1, cardinality: 'singular' };
  let keyValue: CanonicalValue | undefined;
  let value: CanonicalValue | undefined;
  let nested: Draft | undefined;
  while (reader.position < reader.end) {
    const tag = reader.tag();
    if (tag.number === 1 && tag.wire === key.wire) {
      keyValue = readElement(reading, keyField, reader);
    } else if (tag.number === 2 && tag.wire === elementWire(field.type)) {
      if (field.type.kind === 'message') {
        nested ??= draftMessage(reading.schema.message(field.type.name));
        readFields(reading, nested, { reader: new WireReader(reader.delimited()), group: 0, depth: run.depth + 1 });
      } else {
        value = readElement(reading, field, reader);
      }
    } else {
      readRecord(reader, tag);
    }
  }
  if (value !== undefined && isUnlisted(field, value)) {
    draft.unknown.push({
      number: field.number,
      bytes: new WireWriter().tag(field.number, 2).delimited(bytes).finish(),
    });
    return true;
  }
  if (field.type.kind === 'message') {
    nested ??= draftMessage(reading.schema.message(field.type.name));
    draft.map(field).set(String(keyValue ?? defaultOf(key)), nested);
  } else {
    draft.map(field).set(String(keyValue ?? defaultOf(key)), value ?? defaultElement(field));
  }
  return true;
}

/** Default of a map key in canonical form. */
function defaultOf(key: FieldInfo['key'] & object): CanonicalValue {
  if (key.family === 'bool') return false;
  return key.family === 'string' ? '' : 0;
}

/** Default of a field's element type, declared ones apart: what a missing value of a map entry is. */
function defaultElement(field: FieldInfo): CanonicalValue {
  if (field.type.kind === 'enum') return field.type.info.first;
  if (field.type.kind === 'message') return {};
  const { info } = field.type;
  if (info.family === 'bytes') return { b64: '' };
  if (info.family === 'string') return '';
  if (info.family === 'bool') return false;
  return info.wide ? '0' : 0;
}

function isDefault(field: FieldInfo, value: CanonicalValue): boolean {
  const standard = defaultElement(field);
  return value === standard || (typeof value === 'object' && 'b64' in value && value.b64 === '');
}

/** A number that a closed enum does not list. */
function isUnlisted(field: FieldInfo, value: CanonicalValue): boolean {
  return field.type.kind === 'enum' && field.type.closed && !field.type.info.names.has(value as number);
}

function enumRecord(field: FieldInfo, value: CanonicalValue | undefined): RawRecord {
  const bytes = new WireWriter()
    .tag(field.number, wireType.varint)
    .varint(BigInt((value ?? 0) as number))
    .finish();
  return { number: field.number, bytes };
}
