/** Messages with required fields: whole, and with each of them missing. Other rules leave such messages alone. */
import type { FixedCase } from '../../../model/case.ts';
import { base64, joined, lengthDelimited, tag, varint } from '../bytes.ts';
import { plainMessage } from '../edges.ts';
import { casesOf, means, refused, type Sample, type Subject } from '../sample.ts';
import type { MessageInfo, Schema } from '../../../reference/oracle/schema.ts';
import { messageToJsonText } from '../../../reference/oracle/to-json.ts';
import { unknownKey, type CanonicalMessage } from '../../../reference/oracle/value.ts';
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
    .flatMap(({ name }): Sample[] => {
      const { [name]: _, ...rest } = whole;
      return [writeMessage(schema, message, rest), messageToJsonText(schema, message, rest)].map((input) => ({
        input,
        outcome: refused,
      }));
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
    ...around(subject, whole),
  ];
};

/** A whole message with something behind it that it does not know, or that no message may hold. */
function around(subject: Subject, whole: CanonicalMessage): readonly FixedCase[] {
  const { schema, message } = subject;
  const bytes = writeMessage(schema, message, whole);
  const stranger = joined(tag(536870911, 0), varint(99n));
  const behind = (...tails: readonly Uint8Array[]): Sample[] =>
    tails.map((tail) => ({ input: joined(bytes, tail), outcome: refused }));
  return [
    ...casesOf(
      subject,
      {
        id: 'unknown/kept',
        clauses: ['binary.unknown.skipped'],
        written: { binary: ['binary.unknown.kept'], json: ['json.unknown.dropped'] },
        what: 'A field that the schema does not know',
      },
      [{ input: joined(bytes, stranger), outcome: means({ ...whole, [unknownKey]: [base64(stranger)] }) }],
    ),
    ...casesOf(
      subject,
      { id: 'tag/zero', clauses: ['binary.tag.field-zero'], what: 'Field number 0' },
      behind(Uint8Array.of(0, 0), Uint8Array.of(2, 0)),
    ),
    ...casesOf(
      subject,
      { id: 'truncated', clauses: ['binary.truncation'], what: 'Input that ends early' },
      behind(stranger.slice(0, -1), lengthDelimited(536870911, Uint8Array.of(1)).slice(0, -1)),
    ),
  ];
}
