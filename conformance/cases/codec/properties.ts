/** Property cases of a message: any value of it, through every way of the codec; rewritten as others might; and broken. */
import type { Arbitrary } from 'fast-check';
import type { FastCheck } from '../../arbitraries/fast-check.ts';
import type { Example, PropertyCase } from '../../model/case.ts';
import type { Format } from '../../model/fixture.gen.ts';
import { messageArbitrary } from '../../arbitraries/message.ts';
import { randomOf } from '../../arbitraries/random.ts';
import { rewrittenBytes } from '../../arbitraries/rewrite-bytes.ts';
import { rewrittenJson } from '../../arbitraries/rewrite-json.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import { unknownKey, type CanonicalMessage } from '../../reference/oracle/value.ts';
import { writeMessage } from '../../reference/oracle/write-message.ts';
import { messageToJsonText } from '../../reference/oracle/to-json.ts';
import { hasRequired } from './rules/required.ts';
import { base64, hex, joined, oneOfEachWireType } from './bytes.ts';
import { expectedMessage, needsOf, rejection, transcodeStep } from './sample.ts';

/** Examples of each property unless the user asks for more: a second's worth for a package of a hundred messages. */
const defaultRuns = 100;

/** Something that is done to any value of a message: its input, and what must come of it. */
interface Property {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly description: string;
  readonly from: Format;
  readonly to: Format;
  input(
    fc: FastCheck,
    schema: Schema,
    message: MessageInfo,
  ): Arbitrary<{ readonly input: Uint8Array | string; readonly value: CanonicalMessage | undefined }>;
}

/** One of each wire type under the highest number, which messages seldom have. */
const strangers = [...oneOfEachWireType(536870911 - 1).values()].map(base64);

const plain =
  (from: Format): Property['input'] =>
  (fc, schema, message) =>
    messageArbitrary(fc, schema, message).map((value) => ({
      input: from === 'binary' ? writeMessage(schema, message, value) : messageToJsonText(schema, message, value),
      value,
    }));

const rewritten =
  (from: Format): Property['input'] =>
  (fc, schema, message) =>
    fc.tuple(messageArbitrary(fc, schema, message), fc.nat(), fc.subarray(strangers)).map(([known, seed, unknown]) => {
      const random = randomOf(seed);
      if (from === 'json') return { input: rewrittenJson(schema, message, { value: known, random }), value: known };
      const value =
        unknown.length > 0 && !message.byNumber.has(536870911 - 1) ? { ...known, [unknownKey]: unknown } : known;
      return { input: rewrittenBytes(schema, message, { value, random }), value };
    });

/** Endings that make any message malformed: half of a record, and what no record begins with. */
const brokenEnds = [
  '00',
  '00 01',
  '06',
  '0f',
  '0c',
  'f4 ff ff ff 0f',
  '08',
  '0a 05 61',
  '09 01',
  '0d 01',
  '80',
  '0a ff ff ff ff 0f',
  '0b',
];

const brokenBytes: Property['input'] = (fc, schema, message) =>
  fc.tuple(messageArbitrary(fc, schema, message), fc.constantFrom(...brokenEnds)).map(([value, end]) => ({
    input: joined(writeMessage(schema, message, value), hex(end)),
    value: undefined,
  }));

/** A value that no field of the type takes; undefined for types that take anything. */
function wrongText(schema: Schema, field: FieldInfo): string | undefined {
  if (field.cardinality !== 'singular') return 'true';
  if (field.type.kind === 'message')
    return schema.message(field.type.name).wellKnown === undefined ? 'true' : undefined;
  if (field.type.kind === 'enum') return field.type.info.name === 'google.protobuf.NullValue' ? undefined : 'true';
  return field.type.info.family === 'bool' ? '"true"' : '{}';
}

const brokenJson: Property['input'] = (fc, schema, message) => {
  const wrong = message.fields.flatMap((field) => {
    const text = wrongText(schema, field);
    return text === undefined ? [] : [{ field, member: `${JSON.stringify(field.jsonName)}:${text}` }];
  });
  const stranger = { field: undefined, member: '"noSuchField":1' };
  return fc
    .tuple(messageArbitrary(fc, schema, message), fc.constantFrom(stranger, ...wrong))
    .map(([value, { field, member }]) => {
      const { [field?.name ?? '']: _, ...rest } = value;
      const text = messageToJsonText(schema, message, rest);
      return { input: text === '{}' ? `{${member}}` : `{${member},${text.slice(1)}`, value: undefined };
    });
};

const formats = ['binary', 'json'] as const;

const rewritingClauses = {
  binary: [
    'binary.tag.any-order',
    'binary.packed.read',
    'binary.packed.unpacked',
    'binary.length.overlong',
    'binary.message.merge',
    'binary.unknown.kept',
  ],
  json: [
    'json.field.order',
    'json.name.original',
    'json.whitespace',
    'json.int.form',
    'json.null.field',
    'json.enum.input',
  ],
} as const;

const properties: readonly Property[] = [
  ...formats.flatMap((from) =>
    formats.map((to): Property => ({
      id: `any-value/${from}-${to}`,
      clauses: [from === to ? `values.roundtrip.${from}` : `values.${from}-to-${to}`, 'values.field.carried'],
      description: `Any value, ${from} to ${to}`,
      from,
      to,
      input: plain(from),
    })),
  ),
  ...formats.flatMap((from) =>
    formats.map((to): Property => ({
      id: `rewritten/${from}-${to}`,
      clauses: rewritingClauses[from],
      description: `Any value, spelt as another writer might, ${from} to ${to}`,
      from,
      to,
      input: rewritten(from),
    })),
  ),
  {
    id: 'broken/binary',
    clauses: ['binary.truncation'],
    description: 'Any value with a malformed record after it',
    from: 'binary',
    to: 'binary',
    input: brokenBytes,
  },
  {
    id: 'broken/json',
    clauses: ['json.name.unknown'],
    description: 'Any value with a member that does not belong',
    from: 'json',
    to: 'json',
    input: brokenJson,
  },
];

/** The property cases of every message with fields and a plain JSON form. */
export function propertyCases(schema: Schema): PropertyCase[] {
  return schema.descriptor.messages
    .filter((message) => !message.messageSet)
    .map((message) => schema.message(message.name))
    .filter((message) => message.wellKnown === undefined && message.fields.length > 0 && !hasRequired(schema, message))
    .flatMap((message) => properties.map((property) => caseOf(schema, message, property)));
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
    runs: defaultRuns,
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
