/** Edge values of every field, in both formats and through every way of the codec. */
import type { CanonicalMessage, CanonicalValue } from '../../../reference/oracle/value.ts';
import { writeMessage } from '../../../reference/oracle/write-message.ts';
import { messageToJsonText, Unprintable } from '../../../reference/oracle/to-json.ts';
import { carriedClauses } from '../clauses-of.ts';
import { elementEdges, isImplicitDefault } from '../edges.ts';
import { scalarEdges } from '../scalar-edges.ts';
import { means, type Sample } from '../sample.ts';
import {
  elementText,
  fieldCases,
  holding,
  withElementText,
  type FieldRule,
  type FieldSubject,
} from './field-subject.ts';

/** Most map entries or list elements in one sample: more make failures hard to read. */
const maxTogether = 64;

/** Every edge value alone; all of them together where there may be several. */
export const edges: FieldRule = (subject) => {
  const { schema, info } = subject;
  const carried = carriedClauses(schema, info);
  const values = elementEdges(schema, info.type);
  const alone = values
    .filter((value) => !isImplicitDefault(info, value))
    .flatMap((value) => samplesOf(subject, holding(subject, value)));
  const together = info.cardinality === 'singular' ? [] : samplesOf(subject, allOf(subject, values));
  const rule = { id: 'edges', clauses: ['values.field.carried'], ...carried, what: 'Edge values' };
  return fieldCases(subject, rule, [...alone, ...together]);
};

/** A message as bytes and as text. */
export function samplesOf(
  { schema, message }: Pick<FieldSubject, 'schema' | 'message'>,
  value: CanonicalMessage,
): Sample[] {
  const binary: Sample = { input: writeMessage(schema, message, value), outcome: means(value) };
  try {
    return [binary, { input: messageToJsonText(schema, message, value), outcome: means(value) }];
  } catch (error) {
    if (error instanceof Unprintable) return [binary];
    throw error;
  }
}

function allOf({ info }: FieldSubject, values: readonly CanonicalValue[]): CanonicalMessage {
  const some = values.slice(0, maxTogether);
  if (info.cardinality === 'list') return { [info.name]: [...some, ...some.slice(0, 3)] };
  const keys = scalarEdges(info.key!).map(String).slice(0, maxTogether);
  const entries = keys.map((key, i) => [key, some[i % some.length]!] as const);
  return { [info.name]: { entries: [...entries].sort(([a], [b]) => (a < b ? -1 : 1)) } };
}

/** A default that is given: left out where there is no presence, kept where there is. */
export const defaults: FieldRule = (subject) => {
  const { schema, message, info } = subject;
  if (info.cardinality !== 'singular' || info.type.kind === 'message') return [];
  const value = elementEdges(schema, info.type)[0]!;
  const kept = info.presence !== 'implicit';
  const outcome = means(kept ? { [info.name]: value } : {});
  const clauses = info.oneof === undefined ? [] : ['binary.oneof.default'];
  const written = kept
    ? { binary: ['binary.presence.kept'], json: ['json.presence.kept'] }
    : { binary: ['binary.default.omitted'], json: ['json.default.omitted'] };
  return fieldCases(subject, { id: 'default', clauses, written, what: 'The default, given explicitly' }, [
    { input: writeMessage(schema, message, { [info.name]: value }), outcome },
    { input: withElementText(subject, elementText(subject, value)), outcome },
  ]);
};
