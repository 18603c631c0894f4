/** The part of JSON Schema 2020-12 that generated schemas are written in, and how one is written as text. */
export type JsonSchema = boolean | SchemaObject;

export interface SchemaObject {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** Bounds that no double holds are bigint: they are written with all their digits. */
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  /** Not JSON Schema: in the form that validators are compiled from, the name of the function that checks the value. */
  readonly call?: string;
  /** As `call`, for any value but null. */
  readonly callUnlessNull?: string;
  /** As `call`, with a function that is chosen by what stands in the value. */
  readonly callByName?: CallByName;
  /** Members of an object that other functions check. */
  readonly memberCalls?: MemberCalls;
  /** Which members of an object must be there, and which not together. */
  readonly constraints?: readonly Constraint[];
}

/** Checks what stands at `args` with the function that belongs to what stands at `name`, where there is one. */
export interface CallByName {
  readonly name: readonly string[];
  readonly args: readonly string[];
  readonly functions: readonly (readonly [name: string, call: string])[];
}

/** In place of `properties` whose schemas are calls, and of `additionalProperties: false`. */
export interface MemberCalls {
  readonly calls: readonly ({ readonly name: string } & MemberCall)[];
  /** Members that remain under `properties`. */
  readonly others: readonly string[];
  /** Are there no members beyond both? */
  readonly closed: boolean;
}

/** How a member is checked by a function: itself, or each element of the list or map that it is. */
export interface MemberCall {
  readonly call: string;
  readonly orNull: boolean;
  readonly elementsOf: 'array' | 'object' | undefined;
}

/** In place of a schema under `allOf` that speaks of nothing but the presence of members; in their order. */
export type Constraint =
  /** They are not all there. */
  | { readonly keyword: 'not'; readonly names: readonly string[] }
  /** One of them is there: by `required` where there is but one. */
  | { readonly keyword: 'required' | 'anyOf'; readonly names: readonly string[] }
  /** At most one of them is there; null is as if not there, but for some. */
  | { readonly keyword: 'oneOf'; readonly names: readonly string[]; readonly nullCounts: readonly string[] };

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** What the schema accepts, and null. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema || { type: 'null' };
  const { call, type, $ref, anyOf, ...rest } = schema;
  if (call !== undefined) return { ...rest, callUnlessNull: call };
  if (typeof type === 'string' && $ref === undefined && anyOf === undefined && !('const' in rest || 'enum' in rest)) {
    return { ...rest, type: [type, 'null'] };
  }
  if (anyOf !== undefined && Object.keys(schema).length === 1) return { anyOf: [...anyOf, { type: 'null' }] };
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] };
}

/** One of several; a single one stands for itself. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  return schemas.length === 1 ? schemas[0]! : { anyOf: schemas };
}

/**
 * Listed members of an object, with the key `__proto__` given by a pattern: validators keep their schemas in plain objects,
 * where that key means something else.
 */
export function members(
  entries: readonly (readonly [name: string, schema: JsonSchema])[],
): Pick<SchemaObject, 'properties' | 'patternProperties'> {
  const listed = entries.filter(([name]) => name !== '__proto__');
  const odd = entries.filter(([name]) => name === '__proto__');
  return {
    ...(listed.length === 0 ? {} : { properties: Object.fromEntries(listed) }),
    ...(odd.length === 0 ? {} : { patternProperties: Object.fromEntries(odd.map(([, s]) => ['^__proto__$', s])) }),
  };
}

/** Text of a description; no key at all where there is nothing to say. */
export function described(...parts: readonly string[]): Pick<SchemaObject, 'description'> {
  const text = parts.filter((part) => part !== '').join('\n\n');
  return text === '' ? {} : { description: text };
}

export const deprecation = (deprecated: boolean): Pick<SchemaObject, 'deprecated'> =>
  deprecated ? { deprecated: true } : {};

/**
 * JSON text with two spaces of indentation and a final newline. Integers beyond 2^53 are written with all their digits. A
 * reader that rounds them, as JavaScript does, rounds the values that it compares with them as well.
 */
export function schemaText(schema: JsonSchema | object): string {
  return `${print(schema, '')}\n`;
}

function print(value: unknown, indent: string): string {
  if (typeof value === 'bigint') return String(value);
  const inner = `${indent}  `;
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return String(BigInt(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => print(item, inner));
    const line = `[${items.join(', ')}]`;
    if (line.length < 80 && !line.includes('\n')) return line;
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
