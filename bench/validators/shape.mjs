/**
 * Walks the table of messages, so that each peer's schema of a type is built from the same facts: every field is there and
 * of its type, integers are in range, a message may be absent, other properties may stand beside.
 *
 * @param make - What the peer has for `string`, `bool`, `int32`, `int64` (as safe numbers), `double`, `bytes`, and
 *   `list(item)`, `map(value)`, `object(fields)`, `optional(object)`.
 */
import { schema } from '../schema.mjs';

export function shapeOf(type, make) {
  const [kind, inner] = type.split(' ');
  if (inner !== undefined) return make[kind](shapeOf(inner, make));
  if (schema[type] === undefined) return make[type];
  const fields = Object.entries(schema[type]).map(([name, field]) => {
    const shape = shapeOf(field, make);
    return [name, schema[field] === undefined ? shape : make.optional(shape)];
  });
  return make.object(Object.fromEntries(fields));
}
