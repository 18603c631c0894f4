/** Arbitraries of plain values, for examples: of the type, and such as a reader knows at a glance. */
import type { Arbitrary } from 'fast-check';
import type fastCheck from 'fast-check';
import { scalars, type Scalar } from '../../../../ir/scalar.ts';

/** The library as it was loaded: only who wants examples pays for it. */
export type FastCheck = typeof fastCheck;

const words = ['hello', 'Ada', 'draft', 'spring', 'blue', 'Hong Kong', 'news', 'north', '你好', 'été'] as const;

/** An integer that a double would round: examples show that its digits survive. */
const wide = 9007199254740993n;

/** A scalar in JSON. `text`: integers of 64 bits are strings, as ProtoJSON writes them. */
export function scalarExample(fc: FastCheck, scalar: Scalar, wideAs: 'text' | 'number' | 'safe'): Arbitrary<unknown> {
  const { kind, signed } = scalars[scalar];
  switch (kind) {
    case 'string':
      return textExample(fc);
    case 'bytes':
      return fc.uint8Array({ minLength: 3, maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    case 'bool':
      return fc.boolean();
    case 'float':
      return fc.integer({ min: signed ? -40 : 0, max: 400 }).map((quarters) => quarters / 4);
    case 'int':
      return fc.integer({ min: 0, max: 100 });
    case 'int64': {
      const small = fc.integer({ min: 1, max: 9999 }).map(BigInt);
      const value = wideAs === 'safe' ? small : fc.oneof(small, fc.constant(wide));
      return value.map((one) => (wideAs === 'text' ? String(one) : one));
    }
    default:
      return kind satisfies never;
  }
}

export const textExample = (fc: FastCheck): Arbitrary<string> => fc.constantFrom(...words);

/** Keys of a map. */
export const keyExample = (fc: FastCheck, key: Scalar): Arbitrary<string> => scalarExample(fc, key, 'safe').map(String);

/** Members as an object, with `__proto__` a member like any other. */
export function objectExample(
  fc: FastCheck,
  members: readonly (readonly [name: string, value: Arbitrary<unknown>])[],
): Arbitrary<object> {
  return fc
    .tuple(...members.map(([, value]) => value))
    .map((values) => Object.fromEntries(members.map(([name], at) => [name, values[at]])));
}

/** A list or a map has one item or two. */
export const listExample = (fc: FastCheck, item: Arbitrary<unknown>): Arbitrary<unknown[]> =>
  fc.array(item, { minLength: 1, maxLength: 2 });

export const mapExample = (fc: FastCheck, key: Scalar, value: Arbitrary<unknown>): Arbitrary<object> =>
  fc
    .uniqueArray(fc.tuple(keyExample(fc, key), value), { minLength: 1, maxLength: 2, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
