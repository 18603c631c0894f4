/** Property cases of a message: any value of it, through every way of the codec; rewritten as others might; and broken. */
import type { Example, PropertyCase } from '../../model/case.ts';
import type { Format } from '../../model/fixture.gen.ts';
import { messageArbitrary } from '../../arbitraries/message.ts';
import { randomOf } from '../../arbitraries/random.ts';
import { rewrittenBytes } from '../../arbitraries/rewrite-bytes.ts';
import { rewrittenJson } from '../../arbitraries/rewrite-json.ts';
import type { MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import { unknownKey } from '../../reference/oracle/value.ts';
import { writeMessage } from '../../reference/oracle/write-message.ts';
import { messageToJsonText } from '../../reference/oracle/to-json.ts';
import { hasRequired } from './rules/required.ts';
import { base64, oneOfEachWireType } from './bytes.ts';
import { brokenBinary, brokenBytes, brokenText, wrongMembers, type PropertyInput } from './broken.ts';
import { expectedMessage, needsOf, rejection, transcodeStep } from './sample.ts';

/** Examples of each property unless the user asks for more: a second's worth for a package of a hundred messages. */
const defaultRuns = 100;

/** Of properties that have few forms: each of them some times. */
const brokenRuns = 20;

/** Something that is done to any value of a message: its input, and what must come of it. */
interface Property {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly description: string;
  readonly from: Format;
  readonly to: Format;
  readonly runs: number;
  readonly input: PropertyInput;
}

/** The highest field number but one, which messages seldom have. */
const strangerNumber = 536870911 - 1;

/** A record of each wire type under it. */
const strangers = [...oneOfEachWireType(strangerNumber).values()].map(base64);

const plain =
  (from: Format): PropertyInput =>
  (fc, schema, message) =>
    messageArbitrary(fc, schema, message).map((value) => ({
      input: from === 'binary' ? writeMessage(schema, message, value) : messageToJsonText(schema, message, value),
      value,
    }));

const rewritten =
  (from: Format): PropertyInput =>
  (fc, schema, message) =>
    fc.tuple(messageArbitrary(fc, schema, message), fc.nat()).map(([value, seed]) => {
      const rewriting = { value, random: randomOf(seed) };
      return {
        input: from === 'json' ? rewrittenJson(schema, message, rewriting) : rewrittenBytes(schema, message, rewriting),
        value,
      };
    });

const withStrangers: PropertyInput = (fc, schema, message) =>
  fc
    .tuple(messageArbitrary(fc, schema, message), fc.nat(), fc.subarray(strangers, { minLength: 1 }))
    .map(([known, seed, unknown]) => {
      const value = message.byNumber.has(strangerNumber) ? known : { ...known, [unknownKey]: unknown };
      return { input: rewrittenBytes(schema, message, { value, random: randomOf(seed) }), value };
    });

const formats = ['binary', 'json'] as const;

const properties: readonly Property[] = [
  ...formats.flatMap((from) =>
    formats.map((to): Property => ({
      id: `any-value/${from}-${to}`,
      clauses: [from === to ? `values.roundtrip.${from}` : `values.${from}-to-${to}`, 'values.field.carried'],
      description: `Any value, ${from} to ${to}`,
      from,
      to,
      runs: defaultRuns,
      input: plain(from),
    })),
  ),
  ...formats.flatMap((from) =>
    formats.map((to): Property => ({
      id: `rewritten/${from}-${to}`,
      clauses: [`values.spelling.${from}`],
      description: `Any value, spelt as another writer might, ${from} to ${to}`,
      from,
      to,
      runs: defaultRuns,
      input: rewritten(from),
    })),
  ),
  ...formats.map((to): Property => ({
    id: `unknown/binary-${to}`,
    clauses: [to === 'binary' ? 'binary.unknown.kept' : 'json.unknown.dropped'],
    description: `Any value among unknown fields, binary to ${to}`,
    from: 'binary',
    to,
    runs: defaultRuns,
    input: withStrangers,
  })),
  ...brokenBinary.map(({ clause, ends }): Property => ({
    id: `broken/${clause}`,
    clauses: [clause],
    description: 'Any value with a malformed record after it',
    from: 'binary',
    to: 'binary',
    runs: brokenRuns,
    input: brokenBytes(ends),
  })),
];

/** Properties of a message's JSON form with one member that does not belong, by the clause that refuses it. */
const brokenJson = (schema: Schema, message: MessageInfo): readonly Property[] =>
  wrongMembers(schema, message).map(({ clause, members }) => ({
    id: `broken/${clause}`,
    clauses: [clause],
    description: 'Any value with a member that does not belong',
    from: 'json',
    to: 'json',
    runs: brokenRuns,
    input: brokenText(members),
  }));

/** The property cases of every message with fields and a plain JSON form. */
export function propertyCases(schema: Schema): PropertyCase[] {
  return schema.descriptor.messages
    .filter((message) => !message.messageSet)
    .map((message) => schema.message(message.name))
    .filter((message) => message.wellKnown === undefined && message.fields.length > 0 && !hasRequired(schema, message))
    .flatMap((message) =>
      [...properties, ...brokenJson(schema, message)].map((property) => caseOf(schema, message, property)),
    );
}

function caseOf(schema: Schema, message: MessageInfo, property: Property): PropertyCase {
  const { from, to } = property;
  return {
    kind: 'property',
    id: `codec/${message.name}/property/${property.id}`,
    role: 'codec',
    level: 'required',
    clauses: property.clauses,
    description: `${property.description}: ${message.name}.`,
    needs: needsOf(from, to),
    runs: property.runs,
    async arbitrary() {
      const { default: fc } = await import('fast-check');
      return property.input(fc, schema, message).map(({ input, value }): Example => ({
        steps: [
          transcodeStep(message.name, {
            input,
            to,
            replies: [
              value === undefined ? rejection : { kind: 'ok', value: expectedMessage(schema, message, { value, to }) },
            ],
          }),
        ],
      }));
    },
  };
}
