/** A message while it is read: last one wins, messages merge, lists grow, oneofs hold one member. Then made canonical. */
import type { FieldInfo, MessageInfo, Schema } from './schema.ts';
import { emptyMessage, unknownKey, type CanonicalMessage, type CanonicalValue } from './value.ts';
import type { RawRecord } from './wire.ts';

type Slot = CanonicalValue | Draft;

/** A message that fields are read into. */
export class Draft {
  readonly message: MessageInfo;
  readonly values = new Map<FieldInfo, Slot | Slot[] | Map<string, Slot>>();
  readonly unknown: RawRecord[] = [];
  private readonly members = new Map<string, FieldInfo>();

  constructor(message: MessageInfo) {
    this.message = message;
  }

  /** The member of the oneof that is set. */
  member(oneof: string): FieldInfo | undefined {
    return this.members.get(oneof);
  }

  set(field: FieldInfo, value: Slot): void {
    this.choose(field);
    this.values.set(field, value);
  }

  list(field: FieldInfo): Slot[] {
    let list = this.values.get(field) as Slot[] | undefined;
    if (list === undefined) this.values.set(field, (list = []));
    return list;
  }

  map(field: FieldInfo): Map<string, Slot> {
    let map = this.values.get(field) as Map<string, Slot> | undefined;
    if (map === undefined) this.values.set(field, (map = new Map()));
    return map;
  }

  /** The message that a further record of this field is read into: a new one for a list, else the one that is there. */
  nested(field: FieldInfo, message: MessageInfo): Draft {
    const fresh = new Draft(message);
    if (field.cardinality === 'list') {
      this.list(field).push(fresh);
      return fresh;
    }
    this.choose(field);
    const present = this.values.get(field);
    if (present instanceof Draft) return present;
    this.values.set(field, fresh);
    return fresh;
  }

  private choose(field: FieldInfo): void {
    if (field.oneof === undefined) return;
    const other = this.members.get(field.oneof);
    if (other !== undefined && other !== field) this.values.delete(other);
    this.members.set(field.oneof, field);
  }
}

export const draftMessage = (message: MessageInfo): Draft => new Draft(message);

/** The canonical form of what was read. */
export function canonicalMessage(schema: Schema, draft: Draft): CanonicalMessage {
  const result = emptyMessage();
  for (const field of draft.message.fields) {
    const slot = draft.values.get(field);
    if (slot === undefined) continue;
    const value = canonicalField(schema, field, slot);
    if (value !== undefined) result[field.name] = value;
  }
  if (draft.unknown.length > 0) {
    const sorted = [...draft.unknown].sort((a, b) => a.number - b.number);
    result[unknownKey] = sorted.map((record) => Buffer.from(record.bytes).toString('base64'));
  }
  return result;
}

function canonicalField(
  schema: Schema,
  field: FieldInfo,
  slot: Slot | Slot[] | Map<string, Slot>,
): CanonicalValue | undefined {
  const one = (item: Slot): CanonicalValue => (item instanceof Draft ? canonicalMessage(schema, item) : item);
  if (slot instanceof Map) {
    const entries = [...slot].map(([key, value]) => [key, one(value)] as const);
    return { entries: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
  }
  if (Array.isArray(slot)) return slot.length === 0 ? undefined : slot.map(one);
  const value = one(slot as Slot);
  return field.presence === 'implicit' && isZero(value, field) ? undefined : value;
}

/** The default of a field without presence; negative zero is not, it stands as `"-0"`. */
function isZero(value: CanonicalValue, field: FieldInfo): boolean {
  if (field.type.kind === 'enum') return value === field.type.info.first;
  if (field.type.kind === 'message') return false;
  const { family, wide } = field.type.info;
  if (family === 'bytes') return (value as { readonly b64: string }).b64 === '';
  return value === (family === 'string' ? '' : family === 'bool' ? false : wide ? '0' : 0);
}
