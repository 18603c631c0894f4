/** Takes the schema of an object and gathers what it says under `allOf` of the presence of members, to be looked through in a loop. */
import type { Constraint, JsonSchema, SchemaObject } from '../schema/json-schema.ts';

/** The schema with `constraints` in place of `allOf`; as it is when `allOf` says anything else. */
export function withConstraints(schema: SchemaObject): SchemaObject {
  const { allOf, ...rest } = schema;
  if (schema.type !== 'object' || allOf === undefined) return schema;
  const constraints = allOf.map(constraintOf).filter((one) => one !== undefined);
  return constraints.length === allOf.length ? { ...rest, constraints } : schema;
}

function constraintOf(schema: JsonSchema): Constraint | undefined {
  if (typeof schema === 'boolean' || Object.keys(schema).length !== 1) return undefined;
  const { not, required, anyOf, oneOf } = schema;
  if (not !== undefined) {
    const names = requiredBy(not);
    return names && { keyword: 'not', names };
  }
  if (required?.length === 1) return { keyword: 'required', names: required };
  if (anyOf !== undefined) {
    const names = anyOf.map((one) => nameOf(one, { nullCounts: true }));
    return names.every((name) => name !== undefined) ? { keyword: 'anyOf', names } : undefined;
  }
  return oneOf === undefined ? undefined : atMostOne(oneOf);
}

/** Exactly one of "this one is there", for each, and "none is". */
function atMostOne(schemas: readonly JsonSchema[]): Constraint | undefined {
  const [each, none] = [schemas.slice(0, -1), schemas.at(-1)];
  if (typeof none !== 'object' || JSON.stringify(none) !== JSON.stringify({ not: { anyOf: each } })) return undefined;
  const names: string[] = [];
  const nullCounts: string[] = [];
  for (const one of each) {
    const [name, orNull] = [nameOf(one, { nullCounts: false }), nameOf(one, { nullCounts: true })];
    if (name === undefined && orNull === undefined) return undefined;
    names.push((name ?? orNull)!);
    if (orNull !== undefined) nullCounts.push(orNull);
  }
  return { keyword: 'oneOf', names, nullCounts };
}

/** The member that a schema requires and says nothing else of, but perhaps that it is not null. */
function nameOf(schema: JsonSchema, { nullCounts }: { readonly nullCounts: boolean }): string | undefined {
  if (nullCounts) {
    const names = requiredBy(schema);
    return names?.length === 1 ? names[0] : undefined;
  }
  if (typeof schema === 'boolean') return undefined;
  const { required, properties, patternProperties, ...rest } = schema;
  const [name] = required ?? [];
  const notNull = properties?.[name!] ?? patternProperties?.['^__proto__$'];
  if (required?.length !== 1 || Object.keys(rest).length > 0) return undefined;
  return JSON.stringify(notNull) === '{"not":{"type":"null"}}' ? name : undefined;
}

/** The members that a schema requires, when it says nothing else. */
function requiredBy(schema: JsonSchema): readonly string[] | undefined {
  return typeof schema === 'object' && Object.keys(schema).length === 1 ? schema.required : undefined;
}
