/** JSON Schemas of what an event spec declares: types, enums, the arguments and frames of events. They accept what `fromJsonX` does. */
import type {
  EventSpec,
  SpecArgument,
  SpecEnum,
  SpecEvent,
  SpecField,
  SpecObject,
  SpecType,
  SpecUnion,
  TypeExpr,
} from '../../../ir/event-spec.ts';
import { envelopeOf, pointerSteps } from '../../event/envelope.ts';
import { slotOf } from '../../event/expressions.ts';
import { anyOf, deprecation, described, members, orNull, type JsonSchema, type SchemaObject } from './json-schema.ts';
import { memberLine } from './enum-schema.ts';
import type { RefTo } from './refs.ts';
import { exprSchema, startsWith, usualTravel } from './type-schema.ts';

export function specTypeSchema(node: SpecType, spec: EventSpec, ref: RefTo): SchemaObject {
  const about = { ...described(node.description), ...deprecation(node.deprecated) };
  switch (node.kind) {
    case 'object':
      return { ...about, ...objectSchema(node, ref) };
    case 'union':
      return { ...about, ...unionSchema(node, spec, ref) };
    case 'alias': {
      const schema = exprSchema(node.type, usualTravel, ref);
      return typeof schema === 'object' ? { ...about, ...schema } : { ...about, not: {} };
    }
    default:
      return node satisfies never;
  }
}

function objectSchema(node: SpecObject, ref: RefTo): SchemaObject {
  const required = node.fields.filter((field) => !slotOf(field).optional).map((field) => field.name);
  return {
    type: 'object',
    ...members(node.fields.map((field) => [field.name, fieldSchema(field, ref)] as const)),
    ...(required.length === 0 ? {} : { required }),
    ...(node.open ? {} : { additionalProperties: false }),
  };
}

function fieldSchema(field: SpecField, ref: RefTo): JsonSchema {
  const schema = slotSchema(field, ref);
  if (typeof schema === 'boolean') return schema;
  const unit = field.unit === undefined ? '' : `Unit: ${field.unit}.`;
  const values = field.values.map(({ value, description }) => `- ${String(value)}: ${description}`).join('\n');
  return {
    ...described(field.description, unit, values),
    ...deprecation(field.deprecated),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...schema,
  };
}

/** A field's or argument's type; false where nothing but absence is left of it. */
function slotSchema(node: SpecField | SpecArgument, ref: RefTo): JsonSchema {
  const { type, nullable } = slotOf(node);
  const schema = type.kind === 'union' && type.of.length === 0 ? false : exprSchema(type, node.int64, ref);
  return nullable ? orNull(schema) : schema;
}

/** One of the variants; where the union is open, or an object whose discriminant is none of theirs. */
function unionSchema(node: SpecUnion, spec: EventSpec, ref: RefTo): SchemaObject {
  const { discriminant: name } = node;
  const known: JsonSchema[] = [];
  const variants = node.variants.map(({ value, type }): JsonSchema => {
    const own = discriminantType(type, name, spec);
    const prefixed = own?.kind === 'prefix' && own.value === value;
    known.push(prefixed ? startsWith(String(value)) : { const: value });
    const variant = ref({ kind: 'spec', spec: spec.name, name: type });
    // The variant says itself what its discriminant is, when that is a literal or a prefix.
    if (own?.kind === 'literal' || prefixed) return variant;
    return { allOf: [variant], type: 'object', ...members([[name, { const: value }]]), required: [name] };
  });
  if (!node.open) return anyOfObject(variants);
  const base = node.variants.every(({ value }) => typeof value === 'number') ? 'number' : 'string';
  const other: JsonSchema = {
    type: 'object',
    ...members([[name, { type: base, not: anyOf(known) }]]),
    required: [name],
  };
  return anyOfObject([...variants, other]);
}

const anyOfObject = (schemas: readonly JsonSchema[]): SchemaObject => ({ anyOf: schemas });

function discriminantType(type: string, name: string, spec: EventSpec): TypeExpr | undefined {
  const node = spec.types.find((one) => one.name === type);
  return node?.kind === 'object' ? node.fields.find((field) => field.name === name)?.type : undefined;
}

export function specEnumSchema(node: SpecEnum): SchemaObject {
  const list = node.members.map(({ name, value, description }) => memberLine(name, value, description)).join('\n');
  const exact = node.members.filter((member) => member.match === 'exact').map((member) => member.value);
  const prefixes = node.members.filter((member) => member.match === 'prefix');
  const listed: JsonSchema[] = [
    ...(exact.length === 0 ? [] : [{ enum: [...new Set(exact)] }]),
    ...prefixes.map((member) => startsWith(String(member.value))),
    ...(node.open ? [openBase(node)] : []),
  ];
  return { ...described(node.description, list), ...deprecation(node.deprecated), anyOf: listed };
}

/** Integers of an open enum: whatever a double holds exactly. Where a field states a width, it adds its own bounds. */
const openBase = (node: SpecEnum): JsonSchema =>
  node.valueKind === 'integer'
    ? { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
    : { type: 'string' };

/** The arguments of an event, in order. Those at the end may be left out, others be null, where they need not be given. */
export function argumentsSchema(event: SpecEvent, ref: RefTo): SchemaObject {
  const slots = event.arguments.map((argument) => ({ argument, optional: slotOf(argument).optional }));
  const least = slots.findLastIndex(({ optional }) => !optional) + 1;
  const about = described(`Arguments of ${event.name}.`);
  if (slots.length === 0) return { ...about, type: 'array', maxItems: 0 };
  return {
    ...about,
    type: 'array',
    prefixItems: slots.map(({ argument, optional }) => {
      const schema = slotSchema(argument, ref);
      const item = optional ? orNull(schema) : schema;
      const title = { title: argument.name, ...described(argument.description) };
      return typeof item === 'object' ? { ...title, ...item } : item;
    }),
    items: false,
    minItems: least,
  };
}

/** The frame of an event. What a transport adds to it is not looked at. */
export function eventSchema(event: SpecEvent, spec: EventSpec, ref: RefTo): SchemaObject {
  return {
    ...described(event.description, event.label === event.name ? '' : `Label: ${event.label}.`),
    ...deprecation(event.deprecated),
    ...frame(spec, { const: event.name }, ref({ kind: 'arguments', spec: spec.name, name: event.name })),
  };
}

/** The frame of any event: its arguments are judged by its name, so that a fault is named in them alone. */
export function anyEventSchema(spec: EventSpec, ref: RefTo): SchemaObject {
  const base = {
    ...described(`Any event of ${spec.title === '' ? spec.name : spec.title}.`),
    ...frame(spec, { enum: spec.events.map((event) => event.name) }, true),
  };
  const called = spec.events.flatMap(({ name }) => {
    const args = ref({ kind: 'arguments', spec: spec.name, name });
    return typeof args === 'object' && args.call !== undefined ? [[name, args.call] as const] : [];
  });
  if (called.length > 0) {
    const { event, args } = envelopeOf(spec);
    return { ...base, callByName: { name: pointerSteps(event), args: pointerSteps(args), functions: called } };
  }
  return {
    ...base,
    allOf: spec.events.map((event) => ({
      if: frame(spec, { const: event.name }, true),
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: frame(spec, true, ref({ kind: 'arguments', spec: spec.name, name: event.name })),
    })),
  };
}

/** An object with the name and the arguments where the envelope's pointers lead. Source: RFC 6901. */
function frame(spec: EventSpec, name: JsonSchema, args: JsonSchema): SchemaObject {
  const { event, args: argsPointer } = envelopeOf(spec);
  return merged(at(pointerSteps(event), name), at(pointerSteps(argsPointer), args));
}

function at([step, ...rest]: readonly string[], schema: JsonSchema): JsonSchema {
  if (step === undefined) return schema;
  return { type: 'object', ...members([[step, at(rest, schema)]]), required: [step] };
}

/** Both objects' members in one. */
function merged(a: JsonSchema, b: JsonSchema): SchemaObject {
  if (typeof a === 'boolean' || typeof b === 'boolean' || a.required === undefined || b.required === undefined) {
    return { allOf: [a, b] };
  }
  const [[name], [other]] = [a.required, b.required];
  const of = (schema: SchemaObject, key: string | undefined): JsonSchema =>
    schema.properties?.[key!] ?? schema.patternProperties?.['^__proto__$'] ?? true;
  if (name === other)
    return { type: 'object', ...members([[name!, merged(of(a, name), of(b, name))]]), required: [name!] };
  return {
    type: 'object',
    ...members([
      [name!, of(a, name)],
      [other!, of(b, other)],
    ]),
    required: [name!, other!],
  };
}
