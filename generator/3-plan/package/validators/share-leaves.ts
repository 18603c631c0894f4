/** Gives simple schemas, which occur again and again, such as a string of digits, validators of their own to be called instead. */
import type { JsonSchema, SchemaObject } from '../schema/json-schema.ts';
import type { NamedSchema } from './compile.ts';

const inner = ['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then'] as const;
const lists = ['anyOf', 'allOf', 'oneOf', 'prefixItems'] as const;
const maps = ['properties', 'patternProperties'] as const;
/** Keywords of a leaf: what the type is, and its bounds. */
const leafKeywords = new Set(['type', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']);

/**
 * @param schemas - As they are compiled, free of annotations.
 * @param claim - Makes a free name of a wanted one.
 * @returns The schemas with calls in place of what they share, and the shared ones behind them.
 */
export function shareLeaves(schemas: readonly NamedSchema[], claim: (name: string) => string): NamedSchema[] {
  const leaves = new Set(schemas.flatMap(({ schema }) => leavesOf(schema)));
  const names = new Map<string, string>();
  for (const leaf of leaves) {
    const { type } = JSON.parse(leaf) as SchemaObject;
    names.set(leaf, claim(`${[type].flat().join('Or')}Form`));
  }
  const replace = (schema: JsonSchema): JsonSchema => {
    const call = names.get(leafText(schema) ?? '');
    return call === undefined ? mapInner(schema, replace) : { call };
  };
  return [
    // A schema that is a leaf as a whole stays: it has a function already.
    ...schemas.map(({ name, schema }) => ({ name, schema: mapInner(schema, replace) as SchemaObject })),
    ...[...names].map(([leaf, name]) => ({ name, schema: JSON.parse(leaf) as SchemaObject })),
  ];
}

function leafText(schema: JsonSchema): string | undefined {
  if (typeof schema === 'boolean' || schema.type === undefined) return undefined;
  return Object.keys(schema).every((keyword) => leafKeywords.has(keyword)) ? JSON.stringify(schema) : undefined;
}

function leavesOf(schema: JsonSchema): string[] {
  const found: string[] = [];
  const visit = (node: JsonSchema): void => {
    const leaf = leafText(node);
    if (leaf === undefined) eachInner(node, visit);
    else found.push(leaf);
  };
  eachInner(schema, visit);
  return found;
}

/** Visits each schema directly inside a schema. */
function eachInner(schema: JsonSchema, visit: (inner: JsonSchema) => void): void {
  if (typeof schema === 'boolean') return;
  for (const keyword of inner) if (schema[keyword] !== undefined) visit(schema[keyword]);
  for (const keyword of lists) schema[keyword]?.forEach(visit);
  for (const keyword of maps) for (const value of Object.values(schema[keyword] ?? {})) visit(value);
}

/** The schema with each schema directly inside it replaced. */
export function mapInner(schema: JsonSchema, replace: (inner: JsonSchema) => JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const result: Record<string, unknown> = { ...schema };
  for (const keyword of inner) if (schema[keyword] !== undefined) result[keyword] = replace(schema[keyword]);
  for (const keyword of lists) if (schema[keyword] !== undefined) result[keyword] = schema[keyword].map(replace);
  for (const keyword of maps) {
    if (schema[keyword] === undefined) continue;
    const named = Object.entries(schema[keyword]).map(([name, value]) => [name, replace(value)] as const);
    result[keyword] = Object.fromEntries(named);
  }
  return result as SchemaObject;
}
