/** A legal value of any event-spec type, every place of it filled. */
import { plainMessage } from '../codec/edges.ts';
import type { TypeRef } from '../../model/descriptor.gen.ts';
import type { ExactJson, JsonObject } from '../../reference/oracle/json-text.ts';
import type { Schema } from '../../reference/oracle/schema.ts';
import { scalars } from '../../reference/oracle/scalars.ts';
import type { ObjectType, Slot, SpecTypes } from '../../reference/oracle/spec-types.ts';
import { messageToJson } from '../../reference/oracle/to-json.ts';

/** What types are read from. */
export interface TypeContext {
  readonly types: SpecTypes;
  readonly schema: Schema;
}

/** Levels of types in types; deeper optional places are left out. */
export const maxDepth = 4;

/** The place of an item: of another type, and always filled. */
export const inside = (slot: Slot, type: TypeRef): Slot => ({ ...slot, type, presence: 'required', nullable: false });

/** A legal value with every place filled; undefined where only absence is legal. */
export function plainOf(context: TypeContext, slot: Slot, depth = 0): ExactJson | undefined {
  const { types, schema } = context;
  const { type } = slot;
  switch (type.kind) {
    case 'scalar': {
      const info = scalars[type.scalar];
      if (info.family === 'string') return 'text';
      if (info.family === 'bytes') return 'AQI=';
      if (info.family === 'bool') return true;
      if (info.family === 'float') return 1.5;
      return info.wide ? asWide(slot, 9007199254740993n) : 7;
    }
    case 'number':
      return 7;
    case 'json':
      return { a: [1, 'b', null, true] };
    case 'json-object':
      return { key: 'value' };
    case 'long-object':
      return { low: 1, high: 2097152, unsigned: false };
    case 'undefined':
      return undefined;
    case 'literal':
      return type.value;
    case 'prefix':
      return `${type.value}rest`;
    case 'list': {
      const item = plainOf(context, inside(slot, type.of), depth + 1);
      return item === undefined || depth > maxDepth ? [] : [item];
    }
    case 'map': {
      const item = plainOf(context, inside(slot, type.value), depth + 1);
      return item === undefined || depth > maxDepth
        ? {}
        : { [scalars[type.key].family === 'string' ? 'key' : '1']: item };
    }
    case 'union':
      return type.of
        .map((member) => plainOf(context, inside(slot, member), depth))
        .find((value) => value !== undefined);
    case 'message': {
      const message = schema.findMessage(type.name);
      return message === undefined
        ? {}
        : messageToJson(schema, message, message.wellKnown === undefined ? plainMessage(schema, message) : {});
    }
    case 'enum':
      return plainMember(types, type.name);
    case 'type':
      return plainNamed(context, slot, { name: type.name, depth });
    default:
      return type satisfies never;
  }
}

/** As the place has 64-bit integers travel. */
export const asWide = (slot: Slot, n: bigint): ExactJson => {
  if (slot.int64.travel === 'string') return n.toString();
  return Number.isSafeInteger(Number(n)) ? Number(n) : n;
};

function plainMember(types: SpecTypes, name: string): ExactJson {
  const node = types.enum(name);
  const member = node?.members.find((candidate) => !candidate.unspecified) ?? node?.members[0];
  if (node === undefined || member === undefined) return node?.kind === 'string' ? 'other' : 1;
  if (types.isProtoEnum(node)) return member.name;
  return member.match === 'prefix' ? `${member.value}rest` : member.value;
}

function plainNamed(
  context: TypeContext,
  slot: Slot,
  { name, depth }: { readonly name: string; readonly depth: number },
): ExactJson | undefined {
  const type = context.types.find(name);
  if (type === undefined || type.kind === 'enum') return plainMember(context.types, name);
  if (type.kind === 'alias') return plainOf(context, { ...slot, type: type.type }, depth);
  if (type.kind === 'object') return plainObject(context, type, { depth, all: depth <= maxDepth });
  if (type.kind === 'union') return plainNamed(context, slot, { name: type.variants[0]?.type ?? '', depth });
  return undefined;
}

/** With all of its properties, or with those that it must have. */
export function plainObject(
  { types, schema }: TypeContext,
  type: ObjectType,
  { depth, all }: { readonly depth: number; readonly all: boolean },
): JsonObject {
  const result: Record<string, ExactJson> = {};
  for (const field of type.fields) {
    const slot = types.slotOf(field);
    if (!all && slot.presence !== 'required') continue;
    const value = plainOf({ types, schema }, slot, depth + 1);
    if (value !== undefined) result[field.name] = value;
  }
  return result;
}
