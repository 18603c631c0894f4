/** The JSON Schema of a proto enum, and how a description lists the members of any enum. */
import type { ProtoEnum } from '../../../ir/protocol.ts';
import { deprecation, described, type SchemaObject } from './json-schema.ts';

/** The names and numbers of an enum. Numbers that no member has are legal where the enum is open. */
export function protoEnumSchema(node: ProtoEnum): SchemaObject {
  const names = node.values.map((value) => value.name);
  const numbers = [...new Set(node.values.map((value) => value.number))];
  const list = node.values.map(({ name, number, comment }) => memberLine(name, number, comment)).join('\n');
  return {
    ...described(node.comment, list),
    ...deprecation(node.deprecated),
    anyOf: [
      { enum: names },
      node.open ? { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } : { enum: numbers },
    ],
  };
}

/** A member of an enum as a line of its description. */
export function memberLine(name: string, value: string | number, text: string): string {
  const head = name === String(value) ? `- ${name}` : `- ${name} = ${value}`;
  return text === '' ? head : `${head}: ${text.replace(/\s+/g, ' ')}`;
}
