/** Canonical messages shaped by the descriptor: some fields set, at any value, messages inside to a small depth. */
import type { Arbitrary } from 'fast-check';
import type { FastCheck } from './fast-check.ts';
import { wellKnownSamples } from '../cases/codec/well-known-samples.ts';
import type { ElementType, FieldInfo, MessageInfo, Schema } from '../reference/oracle/schema.ts';
import type { CanonicalMap, CanonicalMessage, CanonicalValue } from '../reference/oracle/value.ts';
import { keyArbitrary, scalarArbitrary } from './scalar.ts';

/** Fields set at once: enough for them to meet, few enough to read. */
const maxFields = 8;
/** Levels of messages inside messages. */
const maxDepth = 3;
/** Elements of lists and maps. */
const maxItems = 5;

export function messageArbitrary(fc: FastCheck, schema: Schema, message: MessageInfo): Arbitrary<CanonicalMessage> {
  return new Builder(fc, schema).message(message, 0);
}

class Builder {
  private readonly fc: FastCheck;
  private readonly schema: Schema;
  private readonly made = new Map<string, Arbitrary<CanonicalMessage>>();

  constructor(fc: FastCheck, schema: Schema) {
    this.fc = fc;
    this.schema = schema;
  }

  message(message: MessageInfo, depth: number): Arbitrary<CanonicalMessage> {
    const key = `${depth} ${message.name}`;
    let made = this.made.get(key);
    if (made === undefined) {
      made = this.build(message, depth);
      this.made.set(key, made);
    }
    return made;
  }

  private build(message: MessageInfo, depth: number): Arbitrary<CanonicalMessage> {
    const { fc } = this;
    if (message.wellKnown !== undefined) return fc.constantFrom(...wellKnownSamples(this.schema, message));
    const fields = depth < maxDepth ? message.fields : message.fields.filter((field) => field.type.kind !== 'message');
    if (fields.length === 0) return fc.constant({});
    const choices = fields.map((field) => this.field(field, depth).map((value) => [field, value] as const));
    return fc.array(fc.oneof(...choices), { maxLength: maxFields }).map((chosen) => assembled(message, chosen));
  }

  private field(field: FieldInfo, depth: number): Arbitrary<CanonicalValue> {
    const { fc } = this;
    const element = this.element(field.type, depth);
    if (field.cardinality === 'list') return fc.array(element, { maxLength: maxItems });
    if (field.cardinality === 'singular') return element;
    const entry = fc.tuple(keyArbitrary(fc, field.key!), element);
    return fc.uniqueArray(entry, { maxLength: maxItems, selector: ([key]) => key }).map((entries): CanonicalMap => ({
      entries: entries.sort(([a], [b]) => (a < b ? -1 : 1)),
    }));
  }

  private element(type: ElementType, depth: number): Arbitrary<CanonicalValue> {
    const { fc } = this;
    if (type.kind === 'scalar') return scalarArbitrary(fc, type.info);
    if (type.kind === 'message') return this.message(this.schema.message(type.name), depth + 1);
    const members = fc.constantFrom(...type.info.names.keys());
    if (type.closed || type.info.name === 'google.protobuf.NullValue') return members;
    return fc.oneof({ weight: 3, arbitrary: members }, { weight: 1, arbitrary: fc.integer() });
  }
}

/** Last one wins; one member of each oneof; nothing that a canonical message leaves out. */
function assembled(message: MessageInfo, chosen: readonly (readonly [FieldInfo, CanonicalValue])[]): CanonicalMessage {
  const values = new Map<string, CanonicalValue>();
  for (const [field, value] of chosen) {
    if (field.oneof !== undefined) {
      for (const other of message.fields) if (other.oneof === field.oneof) values.delete(other.name);
    }
    values.set(field.name, value);
  }
  const result: Record<string, CanonicalValue> = {};
  for (const field of message.fields) {
    const value = values.get(field.name);
    if (value !== undefined && !isNothing(field, value)) result[field.name] = value;
  }
  return result;
}

function isNothing(field: FieldInfo, value: CanonicalValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (field.cardinality === 'map') return (value as CanonicalMap).entries.length === 0;
  if (field.presence !== 'implicit') return false;
  if (typeof value === 'object') return 'b64' in value && value.b64 === '';
  if (field.type.kind === 'enum') return value === field.type.info.first;
  return (
    value === 0 ||
    value === '' ||
    value === false ||
    (value === '0' && field.type.kind === 'scalar' && field.type.info.wide)
  );
}
