/** Values of event-spec types: any number of places changed at once, each to a value that the place accepts. */
import type { Arbitrary } from 'fast-check';
import type { TypeContext } from '../cases/types/plain.ts';
import { variantsOf } from '../cases/types/variants.ts';
import { isObject, type ExactJson } from '../reference/oracle/json-text.ts';
import type { Slot } from '../reference/oracle/spec-types.ts';
import type { FastCheck } from './fast-check.ts';

/** Values that are put together at once. */
const maxMerged = 6;

/** Variants of one value, merged property by property as long as the result is legal; the first alone when it shrinks. */
export function typeArbitrary(fc: FastCheck, context: TypeContext, slot: Slot): Arbitrary<ExactJson> {
  const variants = variantsOf(context, slot).map(({ value }) => value);
  return fc.array(fc.constantFrom(...variants), { minLength: 1, maxLength: maxMerged }).map((chosen) =>
    chosen.reduce((whole, value) => {
      const merged = mergedWith(whole, value);
      return context.types.accepts(slot, merged) ? merged : whole;
    }),
  );
}

/** Properties of the second value that the first lacks or that differ replace those of the first, one in two. */
function mergedWith(first: ExactJson, second: ExactJson): ExactJson {
  if (!isObject(first) || !isObject(second)) return second;
  const names = Object.keys(second).filter((_, i) => i % 2 === Object.keys(first).length % 2);
  return { ...first, ...Object.fromEntries(names.map((name) => [name, second[name]!])) };
}
