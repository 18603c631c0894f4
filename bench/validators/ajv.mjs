/** Ajv, stand-alone code: compiled to a module and loaded from it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import Ajv, { _ } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { shapeOf } from './shape.mjs';

const integer = (limit, lowest = -limit) => ({ type: 'integer', minimum: lowest, maximum: limit });
const optional = Symbol('optional');
const make = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  int32: integer(2 ** 31 - 1, -(2 ** 31)),
  int64: integer(Number.MAX_SAFE_INTEGER),
  double: { type: 'number' },
  bytes: { bytes: true },
  list: (items) => ({ type: 'array', items }),
  map: (additionalProperties) => ({ type: 'object', additionalProperties }),
  object: (properties) => ({
    type: 'object',
    required: Object.keys(properties).filter((name) => properties[name][optional] === undefined),
    properties,
  }),
  optional: (shape) => ({ ...shape, [optional]: true }),
};

const keyword = { keyword: 'bytes', code: (context) => context.fail(_`!(${context.data} instanceof Uint8Array)`) };
const folder = fileURLToPath(new URL('../gen/ajv/', import.meta.url));

export default (type) => {
  const compile = (allErrors) => {
    const ajv = new Ajv({
      allErrors,
      strictNumbers: false,
      code: { source: true, optimize: true },
      keywords: [keyword],
    });
    const file = `${folder}${type}${allErrors ? '-all' : ''}.cjs`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, standalone(ajv, ajv.compile(shapeOf(type, make))));
    return createRequire(import.meta.url)(file);
  };
  const first = compile(false);
  const all = compile(true);
  return { is: (value) => first(value), explain: (value) => (all(value) ? [] : all.errors) };
};
