/** Inputs that no reader may take: any value of a message, and after it or in it one thing that a single clause refuses. */
import type { Arbitrary } from 'fast-check';
import type { FastCheck } from '../../arbitraries/fast-check.ts';
import { messageArbitrary } from '../../arbitraries/message.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import { messageToJsonText } from '../../reference/oracle/to-json.ts';
import type { CanonicalMessage } from '../../reference/oracle/value.ts';
import { writeMessage } from '../../reference/oracle/write-message.ts';
import { hex, joined } from './bytes.ts';

/** An input of a property and what it means; undefined where it must be refused. */
export type PropertyInput = (
  fc: FastCheck,
  schema: Schema,
  message: MessageInfo,
) => Arbitrary<{ readonly input: Uint8Array | string; readonly value: CanonicalMessage | undefined }>;

/** Endings that make any message malformed, in hex, by the clause that says so. */
export const brokenBinary: readonly { readonly clause: string; readonly ends: readonly string[] }[] = [
  { clause: 'binary.truncation', ends: ['08', '09 01', '0d 01', '80'] },
  { clause: 'binary.length.overrun', ends: ['0a 05 61', '0a ff ff ff ff 0f'] },
  { clause: 'binary.tag.field-zero', ends: ['00', '00 01'] },
  { clause: 'binary.tag.wire-type', ends: ['0e', '0f'] },
  { clause: 'binary.group.unbalanced', ends: ['0b', '0c', 'f4 ff ff ff 0f'] },
];

/** The bytes of any value with one of the endings. */
export const brokenBytes =
  (ends: readonly string[]): PropertyInput =>
  (fc, schema, message) =>
    fc.tuple(messageArbitrary(fc, schema, message), fc.constantFrom(...ends)).map(([value, end]) => ({
      input: joined(writeMessage(schema, message, value), hex(end)),
      value: undefined,
    }));

/** A member that makes any JSON form of its message wrong. */
interface WrongMember {
  /** The field that it stands for; undefined when there is none of its name. */
  readonly field: FieldInfo | undefined;
  readonly text: string;
}

/** The wrong members of a message, by the clause that refuses them. */
export function wrongMembers(
  schema: Schema,
  message: MessageInfo,
): readonly { readonly clause: string; readonly members: readonly WrongMember[] }[] {
  const byClause = new Map<string, WrongMember[]>([
    ['json.name.unknown', [{ field: undefined, text: '"noSuchField":1' }]],
  ]);
  for (const field of message.fields) {
    const wrong = wrongValue(schema, field);
    if (wrong === undefined) continue;
    const members = byClause.get(wrong.clause) ?? [];
    members.push({ field, text: `${JSON.stringify(field.jsonName)}:${wrong.text}` });
    byClause.set(wrong.clause, members);
  }
  return [...byClause].map(([clause, members]) => ({ clause, members }));
}

/** A value that no field of the type takes, and the clause; undefined for types that take anything. */
function wrongValue(
  schema: Schema,
  { cardinality, type }: FieldInfo,
): { readonly clause: string; readonly text: string } | undefined {
  if (cardinality === 'list') return { clause: 'json.list', text: 'true' };
  if (cardinality === 'map') return { clause: 'json.map', text: 'true' };
  if (type.kind === 'message') {
    const plain = schema.message(type.name).wellKnown === undefined;
    return plain ? { clause: 'json.message.type', text: 'true' } : undefined;
  }
  if (type.kind === 'enum') {
    const takesNull = type.info.name === 'google.protobuf.NullValue';
    return takesNull ? undefined : { clause: 'json.enum.unknown-name', text: 'true' };
  }
  switch (type.info.family) {
    case 'bool':
      return { clause: 'json.bool', text: '0' };
    case 'int':
      return { clause: 'json.int.type', text: '{}' };
    case 'float':
      return { clause: 'json.float.form', text: '{}' };
    case 'string':
      return { clause: 'json.string', text: '{}' };
    case 'bytes':
      return undefined; // Recommended only; fixed cases ask for it.
    default:
      return type.info.family satisfies never;
  }
}

/** The JSON text of any value with one of the members, instead of its field's own. */
export const brokenText =
  (members: readonly WrongMember[]): PropertyInput =>
  (fc, schema, message) =>
    fc.tuple(messageArbitrary(fc, schema, message), fc.constantFrom(...members)).map(([value, { field, text }]) => {
      const { [field?.name ?? '']: _, ...rest } = value;
      const others = messageToJsonText(schema, message, rest);
      return { input: others === '{}' ? `{${text}}` : `{${text},${others.slice(1)}`, value: undefined };
    });
