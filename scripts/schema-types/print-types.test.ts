import { expect, test } from 'vitest';
import { printTypes } from './print-types.ts';

/** The declarations alone, blanks squeezed. */
const print = (schema: Parameters<typeof printTypes>[0]): string =>
  printTypes(schema, 's.json').replace(/^.*\n/, '').replace(/\s+/g, ' ').trim();

test('an object becomes an interface with doc comments; what is not required may be undefined', () => {
  const text = print({
    title: 'Thing',
    description: 'A */ thing.',
    type: 'object',
    properties: { id: { type: 'integer', description: 'Its id.' }, 'x-y': { enum: ['a', "b'"] }, any: true },
    required: ['id'],
    additionalProperties: false,
  });
  expect(text).toBe(
    `/** A * / thing. */ export interface Thing { /** Its id. */ readonly id: number; ` +
      `readonly 'x-y'?: 'a' | 'b\\'' | undefined; readonly any?: unknown; }`,
  );
});

test('oneOf becomes a union, tuples and maps keep their types', () => {
  const text = print({
    $defs: {
      'Some-shape': {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'a' } }, required: ['kind'] },
          { type: 'object', additionalProperties: { $ref: '#/$defs/Pair' } },
        ],
      },
      Pair: { type: 'array', prefixItems: [{ type: ['string', 'null'] }, { const: 1 }], items: false },
    },
  });
  expect(text).toBe(
    `export type SomeShape = { readonly kind: 'a'; } | { readonly [key: string]: Pair; }; ` +
      `export type Pair = readonly [string | null, 1];`,
  );
});

test('a schema beside this one is imported', () => {
  const text = print({ title: 'T', type: 'array', items: { $ref: './report.schema.json#/$defs/Verdict' } });
  expect(text).toBe(`import type { Verdict } from './report.gen.ts'; export type T = readonly (Verdict)[];`);
});

test('what has no TypeScript form is refused with its place', () => {
  const odd = { type: 'object', dependentSchemas: {} } as unknown as Parameters<typeof printTypes>[0];
  expect(() => print({ $defs: { A: odd } })).toThrow('#/$defs/A: the keyword "dependentSchemas"');
  expect(() => print({ $defs: { A: { $ref: '#/$defs/B' } } })).toThrow('there is no definition "B"');
});
