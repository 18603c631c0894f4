/**
 * A schema in the form that it is compiled in: reduced to what judges a value, as titles and descriptions would only swell the
 * code, and with the names of closed objects in a list of their own.
 */
import type { JsonSchema, SchemaObject } from '../schema/json-schema.ts';

const annotations = new Set(['$schema', '$id', 'title', 'description', 'deprecated', 'default', 'contentEncoding']);
/** Keywords whose value maps names to schemas, is a list of schemas, or is a schema. */
const maps = new Set(['properties', 'patternProperties', '$defs']);
const lists = new Set(['anyOf', 'allOf', 'oneOf', 'prefixItems']);
const single = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then']);

export function toCompile(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const entries = Object.entries(schema)
    .filter(([keyword]) => !annotations.has(keyword))
    .map(([keyword, value]): [string, unknown] => {
      if (maps.has(keyword)) {
        const named = Object.entries(value as Record<string, JsonSchema>);
        return [keyword, Object.fromEntries(named.map(([name, inner]) => [name, toCompile(inner)]))];
      }
      if (lists.has(keyword)) return [keyword, (value as readonly JsonSchema[]).map(toCompile)];
      return [keyword, single.has(keyword) ? toCompile(value as JsonSchema) : value];
    });
  return closed(Object.fromEntries(entries) as SchemaObject);
}

/** The only pattern that our closed objects have is that of the key `__proto__`. */
function closed(schema: SchemaObject): SchemaObject {
  if (schema.additionalProperties !== false) return schema;
  const { additionalProperties: _, ...rest } = schema;
  const odd = Object.keys(schema.patternProperties ?? {}).map((pattern) => pattern.slice(1, -1));
  return { ...rest, listed: [...Object.keys(schema.properties ?? {}), ...odd] };
}
