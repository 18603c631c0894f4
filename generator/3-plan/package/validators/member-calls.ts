/** Gathers the members of an object that other functions check in one table, which is looked through in a loop. */
import type { JsonSchema, MemberCall, MemberCalls, SchemaObject } from '../schema/json-schema.ts';
import { mapInner } from './share-leaves.ts';

/** The schema with `memberCalls` in place of properties that are calls, and of `additionalProperties: false`; all the way down. */
export function withMemberCalls(schema: JsonSchema): JsonSchema {
  const inner = mapInner(schema, withMemberCalls);
  if (typeof inner === 'boolean' || inner.type !== 'object') return inner;
  const { properties = {}, patternProperties = {}, additionalProperties, ...rest } = inner;
  // The only pattern that our schemas have is that of the key `__proto__`.
  const odd = Object.entries(patternProperties).map(([pattern, value]) => [pattern.slice(1, -1), value] as const);
  const calls: MemberCalls['calls'][number][] = [];
  const kept: (readonly [string, JsonSchema])[] = [];
  for (const [name, value] of [...Object.entries(properties), ...odd]) {
    const call = callOf(value);
    if (call === undefined) kept.push([name, value]);
    else calls.push({ name, ...call });
  }
  if (calls.length === 0 && additionalProperties !== false) return inner;
  const [listed, proto] = [
    kept.filter(([name]) => name !== '__proto__'),
    kept.filter(([name]) => name === '__proto__'),
  ];
  return {
    ...rest,
    ...(listed.length === 0 ? {} : { properties: Object.fromEntries(listed) }),
    ...(proto.length === 0
      ? {}
      : { patternProperties: Object.fromEntries(proto.map(([, value]) => ['^__proto__$', value])) }),
    ...(additionalProperties === undefined || additionalProperties === false ? {} : { additionalProperties }),
    memberCalls: { calls, others: kept.map(([name]) => name), closed: additionalProperties === false },
  } satisfies SchemaObject;
}

/** A schema that is nothing but a call, or a list or map each element of which is checked by one. */
function callOf(schema: JsonSchema): MemberCall | undefined {
  if (typeof schema === 'boolean') return undefined;
  const keywords = Object.keys(schema).length;
  if (keywords === 1 && schema.call !== undefined) return { call: schema.call, orNull: false, elementsOf: undefined };
  if (keywords === 1 && schema.callUnlessNull !== undefined) {
    return { call: schema.callUnlessNull, orNull: true, elementsOf: undefined };
  }
  const [type, other] = [schema.type].flat();
  const elements = type === 'array' ? schema.items : type === 'object' ? schema.additionalProperties : undefined;
  if (keywords !== 2 || typeof elements !== 'object' || Object.keys(elements).length !== 1) return undefined;
  if (elements.call === undefined || !(other === undefined || other === 'null')) return undefined;
  return { call: elements.call, orNull: other === 'null', elementsOf: type as 'array' | 'object' };
}
