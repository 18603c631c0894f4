/** The values of each type at which implementations break, and values by which fields can be told apart. */
import type { ElementType, FieldInfo, MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import type { CanonicalMessage, CanonicalValue } from '../../reference/oracle/value.ts';
import { scalarEdges, tellingScalar } from './scalar-edges.ts';
import { wellKnownSamples } from './well-known-samples.ts';

/** Numbers that no member of the enum has, within int32: neighbours of its members and the limits. */
export function unlistedNumbers(names: ReadonlyMap<number, string>): readonly number[] {
  const candidates = [...names.keys()].flatMap((n) => [n - 1, n + 1]);
  return [...new Set([...candidates, -1, -2, 1202, 2147483647, -2147483648])]
    .filter((n) => !names.has(n) && n <= 2147483647 && n >= -2147483648)
    .slice(0, 40);
}

/** Edge values of any type: every listed number of an enum, an empty and a plain message. */
export function elementEdges(schema: Schema, type: ElementType): readonly CanonicalValue[] {
  if (type.kind === 'scalar') return scalarEdges(type.info);
  if (type.kind === 'enum') return [...type.info.names.keys()];
  const message = schema.message(type.name);
  if (message.wellKnown !== undefined) return wellKnownSamples(schema, message);
  return [{}, plainMessage(schema, message)];
}

/** A value of a type that is not its default, the `index`th of them, so that fields can be told apart. */
export function telling(schema: Schema, type: ElementType, index: number): CanonicalValue {
  if (type.kind === 'enum') {
    const numbers = [...type.info.names.keys()].filter((n) => n !== type.info.first);
    return numbers[index % Math.max(numbers.length, 1)] ?? type.info.first;
  }
  if (type.kind === 'message') {
    const message = schema.message(type.name);
    return message.wellKnown === undefined ? requiredPart(schema, message) : wellKnownSamples(schema, message)[0]!;
  }
  return tellingScalar(type.info, index);
}

/** The least that a message may hold: its required fields. A message that requires itself has no value at all. */
function requiredPart(schema: Schema, message: MessageInfo): CanonicalMessage {
  const fields = message.fields.filter(({ presence }) => presence === 'required');
  return Object.fromEntries(fields.map((field, i) => [field.name, telling(schema, field.type, i)]));
}

/** A telling value for a whole field: two elements of a list, two entries of a map. */
export function tellingField(schema: Schema, field: FieldInfo, index: number): CanonicalValue {
  const one = (i: number): CanonicalValue => telling(schema, field.type, i);
  if (field.cardinality === 'list') return [one(index), one(index + 1)];
  if (field.cardinality === 'singular') return one(index);
  const keys =
    field.key!.family === 'bool' ? ['false', 'true'] : field.key!.family === 'string' ? ['k1', 'k2'] : ['1', '2'];
  return { entries: keys.map((key, i) => [key, one(index + i)] as const) };
}

/** A message with every field telling; of each oneof the first member. */
export function plainMessage(schema: Schema, message: MessageInfo): CanonicalMessage {
  const value: Record<string, CanonicalValue> = {};
  const seen = new Set<string>();
  for (const [i, field] of message.fields.entries()) {
    if (field.oneof !== undefined && seen.has(field.oneof)) continue;
    if (field.oneof !== undefined) seen.add(field.oneof);
    const held = tellingField(schema, field, i);
    if (!isImplicitDefault(field, held)) value[field.name] = held;
  }
  return value;
}

/** Is the value what a field without presence leaves out? An enum of one member has no other. */
export function isImplicitDefault(field: FieldInfo, value: CanonicalValue): boolean {
  return (
    field.presence === 'implicit' && field.cardinality === 'singular' && sameScalar(value, elementDefault(field.type))
  );
}

const sameScalar = (a: CanonicalValue, b: CanonicalValue): boolean =>
  typeof a === 'object' && 'b64' in a ? typeof b === 'object' && 'b64' in b && a.b64 === b.b64 : a === b;

/** The default of an element type, declared defaults apart. */
export function elementDefault(type: ElementType): CanonicalValue {
  if (type.kind === 'enum') return type.info.first;
  if (type.kind === 'message') return {};
  const { family, wide } = type.info;
  if (family === 'bytes') return { b64: '' };
  return family === 'string' ? '' : family === 'bool' ? false : wide ? '0' : 0;
}
