/** zod 4. It has no boolean answer: `safeParse` makes a copy, too. */
import { z } from 'zod';
import { shapeOf } from './shape.mjs';

const make = {
  string: z.string(),
  bool: z.boolean(),
  int32: z.int32(),
  int64: z.int(),
  double: z.number(),
  bytes: z.instanceof(Uint8Array),
  list: (items) => z.array(items),
  map: (values) => z.record(z.string(), values),
  object: (fields) => z.object(fields),
  optional: (shape) => shape.optional(),
};

export default (type) => {
  const shape = shapeOf(type, make);
  return {
    is: (value) => shape.safeParse(value).success,
    explain: (value) => shape.safeParse(value).error?.issues ?? [],
  };
};
