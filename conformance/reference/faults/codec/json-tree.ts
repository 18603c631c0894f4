/** Takes the JSON of a message, gives it with values changed, each by the field that it stands in. */
import { isObject, type ExactJson } from '../../oracle/json-text.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../oracle/schema.ts';

/** Changes an object of a message, after the values inside it. */
export type ChangeObject = (
  object: { readonly [name: string]: ExactJson },
  message: MessageInfo,
) => { readonly [name: string]: ExactJson };

/** Changes one element of a field, after what lies inside it; `whole` ones are whole lists and maps. */
export type ChangeElement = (value: ExactJson, field: FieldInfo) => ExactJson;

export interface Changes {
  readonly object?: ChangeObject;
  readonly element?: ChangeElement;
  /** Whole lists and maps. */
  readonly whole?: ChangeElement;
}

export function changeJson(
  schema: Schema,
  message: MessageInfo,
  { json, changes }: { readonly json: ExactJson; readonly changes: Changes },
): ExactJson {
  if (message.wellKnown !== undefined || !isObject(json)) return json;
  const element = (value: ExactJson, field: FieldInfo): ExactJson => {
    const inner =
      field.type.kind === 'message'
        ? changeJson(schema, schema.message(field.type.name), { json: value, changes })
        : value;
    return changes.element === undefined ? inner : changes.element(inner, field);
  };
  const whole = (value: ExactJson, field: FieldInfo): ExactJson =>
    changes.whole === undefined ? value : changes.whole(value, field);
  const entries = Object.entries(json).map(([name, value]): readonly [string, ExactJson] => {
    const field = message.byJsonName.get(name);
    if (field === undefined) return [name, value];
    if (field.cardinality === 'list')
      return [
        name,
        whole(Array.isArray(value) ? value.map((item) => element(item as ExactJson, field)) : value, field),
      ];
    if (field.cardinality === 'map')
      return [
        name,
        whole(
          isObject(value)
            ? record(Object.entries(value).map(([key, item]) => [key, element(item, field)] as const))
            : value,
          field,
        ),
      ];
    return [name, element(value, field)];
  });
  const object = record(entries);
  return changes.object?.(object, message) ?? object;
}

/** An object of entries, in which no name is special. */
export function record(entries: Iterable<readonly [string, ExactJson]>): { [name: string]: ExactJson } {
  const result = Object.create(null) as { [name: string]: ExactJson };
  for (const [name, value] of entries) result[name] = value;
  return result;
}
