/** Takes a package, gives the codec cases that its messages imply: a list of rules, each tried on every message and field. */
import type { FixedCase } from '../../model/case.ts';
import type { MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import { hasRequired, required } from './rules/required.ts';
import { binaryFieldRules, binaryMessageRules, fieldRules, messageRules } from './rules/index.ts';

/** Every fixed case of every message, in the order of the descriptor. */
export function messageCases(schema: Schema): FixedCase[] {
  return schema.descriptor.messages
    .filter((message) => !message.messageSet)
    .flatMap((message) => casesOfMessage(schema, schema.message(message.name)));
}

function casesOfMessage(schema: Schema, message: MessageInfo): FixedCase[] {
  if (hasRequired(schema, message)) return [...required({ schema, message, field: '' })];
  const own = message.wellKnown !== undefined;
  const subjects = message.fields.map((info) => ({ schema, message, field: info.name, info }));
  const cases = [
    ...(own ? binaryMessageRules : messageRules).flatMap((rule) => rule({ schema, message, field: '' })),
    ...(own ? binaryFieldRules : fieldRules).flatMap((rule) => subjects.flatMap((subject) => rule(subject))),
  ];
  return own ? cases.filter((made) => made.id.endsWith('/binary-binary')) : cases;
}
