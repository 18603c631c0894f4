/** What the faults of this kind have in common. */
import type { ExactJson } from '../../oracle/json-text.ts';
import type { FieldInfo, MessageInfo } from '../../oracle/schema.ts';
import { record } from './json-tree.ts';
import { any, everywhere } from './places.ts';
import { writesJson } from './ways.ts';

export type Members = { readonly [name: string]: ExactJson };

export const all = any(everywhere);

/** Members under other names; undefined takes one away. */
export const naming =
  (change: (name: string, field: FieldInfo | undefined, value: ExactJson) => string | undefined) =>
  (object: Members, message: MessageInfo): Members =>
    record(
      Object.entries(object).flatMap(([name, value]) => {
        const other = change(name, message.byJsonName.get(name), value);
        return other === undefined ? [] : [[other, value] as const];
      }),
    );

export const writesNames = (change: Parameters<typeof naming>[0]) => writesJson({ object: naming(change) });
