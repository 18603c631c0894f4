/** Fields of the well-known types in JSON: what else they may look like, what they may not, and what has no JSON form. */
import { lengthDelimited } from '../bytes.ts';
import { means, refused, type Outcome, type Sample } from '../sample.ts';
import { wellKnownClause } from '../clauses-of.ts';
import { formsOf } from '../well-known-forms.ts';
import type { CanonicalMessage } from '../../../reference/oracle/value.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { fieldCases, holding, withElementText, type FieldRule } from './field-subject.ts';

export const wellKnownForms: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = info.type.kind === 'message' ? schema.message(info.type.name) : undefined;
  if (message?.wellKnown === undefined) return [];
  const { read, refused: texts, unprintable, clause } = formsOf(schema, message);
  const of = (inner: CanonicalMessage): Outcome => means(holding(subject, inner));
  const good = read.map(([text, inner]): Sample => ({ input: withElementText(subject, text), outcome: of(inner) }));
  const listed =
    info.cardinality === 'list'
      ? texts.filter((text) => !text.startsWith('[') || message.wellKnown === 'struct')
      : texts;
  const bad = listed.map((text): Sample => ({ input: withElementText(subject, text), outcome: refused }));
  const unwritable =
    info.cardinality !== 'singular'
      ? []
      : unprintable.map((inner): Sample => ({
          input: lengthDelimited(info.number, writeMessage(schema, message, inner)),
          outcome: of(inner),
        }));
  return [
    ...fieldCases(
      subject,
      { id: 'well-known/forms', clauses: [wellKnownClause(message.wellKnown)], what: 'Every spelling of the type' },
      good,
    ),
    ...fieldCases(subject, { id: 'well-known/bad', clauses: [clause], what: 'What is none of the type' }, bad),
    ...fieldCases(
      subject,
      { id: 'well-known/unprintable', clauses: [clause], what: 'Values without a JSON form' },
      unwritable,
    ),
  ];
};
