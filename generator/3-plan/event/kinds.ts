/** Which kinds of values a type takes, without going around in circles. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { Codec, Kind } from './codec.ts';
import { usualInt64 } from './expressions.ts';
import { type SpecContext, typeKey } from './spec-context.ts';

/** @param path - Aliases that led here; one that leads to itself takes nothing. */
export function kindsOf(
  type: TypeExpr,
  context: SpecContext,
  path: readonly object[],
): Pick<Codec, 'kinds' | 'jsonKinds'> {
  switch (type.kind) {
    case 'type': {
      const node = context.specTypes.get(typeKey(type.spec, type.name));
      if (node === undefined || path.includes(node)) return only([]);
      return node.kind === 'alias' ? kindsOf(node.type, context, [...path, node]) : only(['object']);
    }
    case 'union': {
      const all = type.of.map((one) => kindsOf(one, context, path));
      return {
        kinds: [...new Set(all.flatMap(({ kinds }) => kinds))],
        jsonKinds: [...new Set(all.flatMap(({ jsonKinds }) => jsonKinds))],
      };
    }
    case 'list':
      return only(['array']);
    case 'map':
      return only(['object']);
    default:
      return context.codecOf({ type, int64: usualInt64 }, context);
  }
}

const only = (kinds: readonly Kind[]): Pick<Codec, 'kinds' | 'jsonKinds'> => ({ kinds, jsonKinds: kinds });
