/** A schema reduced to what judges a value: titles, descriptions and the like would only swell the compiled code. */
import type { JsonSchema, SchemaObject } from '../schema/json-schema.ts';

const annotations = new Set(['$schema', '$id', 'title', 'description', 'deprecated', 'default', 'contentEncoding']);
/** Keywords whose value maps names to schemas, is a list of schemas, or is a schema. */
const maps = new Set(['properties', 'patternProperties', '$defs']);
const lists = new Set(['anyOf', 'allOf', 'oneOf', 'prefixItems']);
const single = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then']);

export function withoutAnnotations(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const entries = Object.entries(schema)
    .filter(([keyword]) => !annotations.has(keyword))
    .map(([keyword, value]): [string, unknown] => {
      if (maps.has(keyword)) {
        const named = Object.entries(value as Record<string, JsonSchema>);
        return [keyword, Object.fromEntries(named.map(([name, inner]) => [name, withoutAnnotations(inner)]))];
      }
      if (lists.has(keyword)) return [keyword, (value as readonly JsonSchema[]).map(withoutAnnotations)];
      // What it is compared with was rounded when it was parsed.
      if (typeof value === 'bigint') return [keyword, Number(value)];
      return [keyword, single.has(keyword) ? withoutAnnotations(value as JsonSchema) : value];
    });
  return Object.fromEntries(entries) as SchemaObject;
}
