/** Takes a canonical message and a generator of choices, gives JSON text that means it, spelt as another writer might. */
import { hasNull } from '../cases/codec/rules/messages.ts';
import { printExact } from '../reference/oracle/json-text.ts';
import type { FieldInfo, MessageInfo, Schema } from '../reference/oracle/schema.ts';
import { elementToJson, messageToJsonText } from '../reference/oracle/to-json.ts';
import type { CanonicalMap, CanonicalMessage, CanonicalValue } from '../reference/oracle/value.ts';
import type { Random } from './random.ts';
import type { Rewriting } from './rewrite-bytes.ts';

const spaces = ['', ' ', '\n', '\t', '\r\n  '] as const;

/** Names of the proto, any order, numbers as strings and back, enums as numbers, the other base64, nulls, white space. */
export function rewrittenJson(schema: Schema, message: MessageInfo, { value, random }: Rewriting): string {
  if (message.wellKnown !== undefined) return messageToJsonText(schema, message, value);
  const members: string[] = [];
  for (const field of message.fields) {
    const name = random.once(3) ? field.name : field.jsonName;
    if (Object.hasOwn(value, field.name)) {
      members.push(
        `${JSON.stringify(name)}${space(random)}:${space(random)}${fieldText(schema, field, { value: value[field.name]!, random })}`,
      );
    } else if (random.once(8) && !hasNull({ schema }, field)) {
      members.push(`${JSON.stringify(name)}:null`);
    }
  }
  return `{${space(random)}${shuffled(members, random).join(`,${space(random)}`)}${space(random)}}`;
}

const space = (random: Random): string => (random.once(4) ? random.pick(spaces) : '');

function shuffled(items: readonly string[], random: Random): string[] {
  const rest = [...items];
  const result: string[] = [];
  while (rest.length > 0) result.push(...rest.splice(random.below(rest.length), 1));
  return result;
}

interface Held {
  readonly value: CanonicalValue;
  readonly random: Random;
}

function fieldText(schema: Schema, field: FieldInfo, { value, random }: Held): string {
  const one = (item: CanonicalValue): string => elementText(schema, field, { value: item, random });
  if (field.cardinality === 'list')
    return `[${(value as readonly CanonicalValue[]).map(one).join(`,${space(random)}`)}]`;
  if (field.cardinality === 'singular') return one(value);
  return `{${shuffled(
    (value as CanonicalMap).entries.map(([key, item]) => `${JSON.stringify(key)}:${one(item)}`),
    random,
  ).join(',')}}`;
}

function elementText(schema: Schema, field: FieldInfo, { value, random }: Held): string {
  const { type } = field;
  if (type.kind === 'message')
    return rewrittenJson(schema, schema.message(type.name), { value: value as CanonicalMessage, random });
  const plain = printExact(elementToJson(schema, field, value));
  if (!random.once(3)) return plain;
  if (type.kind === 'enum') return plain === 'null' ? plain : String(value as number);
  switch (type.info.family) {
    case 'int':
      return type.info.wide ? (Number.isSafeInteger(Number(value)) ? String(value) : plain) : `"${plain}"`;
    case 'float':
      return plain.startsWith('"') ? plain : `"${plain}"`;
    case 'string':
      return escaped(value as string);
    case 'bytes':
      return plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    case 'bool':
      return plain;
    default:
      return type.info.family satisfies never;
  }
}

/** Every UTF-16 unit as an escape. */
const escaped = (text: string): string =>
  `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`;
