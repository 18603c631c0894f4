/** Rewrites our schemas, which are of 2020-12, in the terms of draft-07, which AsyncAPI's Schema Object extends. */
import type { JsonSchema, SchemaObject } from '../schema/json-schema.ts';

/** A schema of draft-07. */
export type Draft07 = boolean | { readonly [keyword: string]: unknown };

/** Keywords whose value is one schema, a list of schemas, or schemas by name. */
const single = ['additionalProperties', 'propertyNames', 'not', 'if', 'then'] as const;
const lists = ['anyOf', 'allOf', 'oneOf'] as const;
const named = ['properties', 'patternProperties'] as const;

/** Tuples are `items` and `additionalItems`; what stands beside `$ref` would be passed over, so the reference moves into `allOf`. */
export function draft07(schema: JsonSchema): Draft07 {
  if (typeof schema === 'boolean') return schema;
  const result: Record<string, unknown> = { ...schema };
  for (const key of single) if (schema[key] !== undefined) result[key] = draft07(schema[key]);
  for (const key of lists) if (schema[key] !== undefined) result[key] = schema[key].map(draft07);
  for (const key of named) if (schema[key] !== undefined) result[key] = eachOf(schema[key]);
  if (schema.prefixItems !== undefined) {
    delete result['prefixItems'];
    result['items'] = schema.prefixItems.map(draft07);
    if (schema.items !== undefined) result['additionalItems'] = draft07(schema.items);
  } else if (schema.items !== undefined) result['items'] = draft07(schema.items);
  const { $ref, ...rest } = result;
  if ($ref === undefined || Object.keys(rest).length === 0) return result;
  return { ...rest, allOf: [{ $ref }, ...((rest['allOf'] as readonly Draft07[] | undefined) ?? [])] };
}

function eachOf(schemas: NonNullable<SchemaObject['properties']>): Readonly<Record<string, Draft07>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, draft07(schema)]));
}
