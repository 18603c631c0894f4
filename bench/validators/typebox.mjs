/** TypeBox 1, compiled. */
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { shapeOf } from './shape.mjs';

const make = {
  string: Type.String(),
  bool: Type.Boolean(),
  int32: Type.Integer({ minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }),
  int64: Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
  double: Type.Number(),
  bytes: Type.Refine(Type.Unknown(), (value) => value instanceof Uint8Array),
  list: (items) => Type.Array(items),
  map: (values) => Type.Record(Type.String(), values),
  object: (fields) => Type.Object(fields),
  optional: (shape) => Type.Optional(shape),
};

export default (type) => {
  const shape = Compile(shapeOf(type, make));
  return { is: (value) => shape.Check(value), explain: (value) => shape.Errors(value) };
};
