/** What the rules of fields are given: a field of a message, and short ways to build messages that hold only it. */
import type { FixedCase } from '../../../model/case.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../../reference/oracle/schema.ts';
import { printExact, type ExactJson } from '../../../reference/oracle/json-text.ts';
import { elementToJson } from '../../../reference/oracle/to-json.ts';
import type { CanonicalMessage, CanonicalValue } from '../../../reference/oracle/value.ts';
import { record } from '../bytes.ts';
import { elementDefault as defaultOf, isImplicitDefault } from '../edges.ts';
import { casesOf, type Rule, type Sample } from '../sample.ts';

export interface FieldSubject {
  readonly schema: Schema;
  readonly message: MessageInfo;
  /** Name of the field in the proto. */
  readonly field: string;
  readonly info: FieldInfo;
}

/** Cases of one rule for a field; none where the rule does not apply. */
export type FieldRule = (subject: FieldSubject) => readonly FixedCase[];

/** A message that holds one element in this field: the value, a list of it, or an entry under a plain key. */
export function holding({ info }: FieldSubject, element: CanonicalValue): CanonicalMessage {
  if (info.cardinality === 'list') return { [info.name]: [element] };
  if (info.cardinality === 'map') return { [info.name]: { entries: [[plainKey(info), element]] } };
  return isImplicitDefault(info, element) ? {} : { [info.name]: element };
}

/** A key of the map's type that is not its default. */
export const plainKey = (info: FieldInfo): string =>
  info.key!.family === 'string' ? 'key' : info.key!.family === 'bool' ? 'true' : '7';

/** The key record of an entry; keys stand as text in canonical maps. */
export function keyRecord({ schema, info }: FieldSubject, key: string): Uint8Array {
  const value =
    info.key!.family === 'bool' ? key === 'true' : info.key!.family === 'string' || info.key!.wide ? key : Number(key);
  return record(schema, { number: 1, type: { kind: 'scalar', info: info.key! } }, value);
}

/** The message as JSON with this field's value given as text. */
export const withText = ({ info }: FieldSubject, text: string): string => `{${JSON.stringify(info.jsonName)}:${text}}`;

/** The same, the text being one element of it. */
export function withElementText(subject: FieldSubject, text: string): string {
  const { info } = subject;
  if (info.cardinality === 'list') return withText(subject, `[${text}]`);
  if (info.cardinality === 'map') return withText(subject, `{${JSON.stringify(plainKey(info))}:${text}}`);
  return withText(subject, text);
}

/** The JSON text of one element, as a writer prints it. */
export const elementText = ({ schema, info }: FieldSubject, element: CanonicalValue): string =>
  printExact(elementToJson(schema, info, element) as ExactJson);

/** The default of the field's element type, declared defaults apart. */
export const elementDefault = ({ type }: FieldInfo): CanonicalValue => defaultOf(type);

/** Cases of samples, none when there are no samples. */
export const fieldCases = (subject: FieldSubject, rule: Rule, samples: readonly Sample[]): readonly FixedCase[] =>
  casesOf(subject, rule, samples);
