/** Messages with required fields: whole, and with each of them missing. Other rules leave such messages alone. */
import { plainMessage } from '../edges.ts';
import { casesOf, refused, type Sample } from '../sample.ts';
import type { MessageInfo, Schema } from '../../../reference/oracle/schema.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { samplesOf } from './carried.ts';
import type { MessageRule } from './whole-message.ts';

/** Does the message, or one that it cannot do without, have required fields? Lists and maps may be empty. */
export function hasRequired(schema: Schema, message: MessageInfo, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(message.name)) return false;
  const inside = new Set([...seen, message.name]);
  return message.fields.some(
    (field) =>
      field.presence === 'required' ||
      (field.type.kind === 'message' && hasRequired(schema, schema.message(field.type.name), inside)),
  );
}

/** Does the message need a message that needs it again? Then nothing that ends can be one. */
export function isImpossible(schema: Schema, message: MessageInfo, outer: ReadonlySet<string> = new Set()): boolean {
  if (outer.has(message.name)) return true;
  const inside = new Set([...outer, message.name]);
  return message.fields.some(
    ({ presence, type }) =>
      presence === 'required' && type.kind === 'message' && isImpossible(schema, schema.message(type.name), inside),
  );
}

export const required: MessageRule = (subject) => {
  const { schema, message } = subject;
  if (isImpossible(schema, message)) return [];
  const whole = plainMessage(schema, message);
  const missing = message.fields
    .filter(({ presence }) => presence === 'required')
    .map(({ name }): Sample => {
      const { [name]: _, ...rest } = whole;
      return { input: writeMessage(schema, message, rest), outcome: refused };
    });
  const rule = {
    id: 'required/missing',
    clauses: ['binary.required.missing'],
    level: 'recommended',
    what: 'A required field missing',
  } as const;
  return [
    ...casesOf(
      subject,
      { id: 'all-fields', clauses: ['values.field.carried'], what: 'Every field at once' },
      samplesOf(subject, whole),
    ),
    ...casesOf(subject, rule, missing),
  ];
};
