/** Takes two JSON values of a type of an event spec, gives the first place where they mean something else. */
import { differenceOfMessages } from './compare-json.ts';
import { isNumber, isObject, sameJson, sameNumber, type ExactJson } from './json-text.ts';
import type { Schema } from './schema.ts';
import { scalars } from './scalars.ts';
import type { Slot, SpecTypes } from './spec-types.ts';
import { escapePointer, show, type Difference } from './value.ts';

/** Where two values are compared. */
export interface Comparison {
  readonly types: SpecTypes;
  readonly schema: Schema;
  /** A 64-bit integer may be a number or a decimal string: what an application is handed depends on its language. */
  readonly surface: boolean;
}

/** A pair of values at a place; undefined for absence. */
export interface SpecPair {
  readonly expected: ExactJson | undefined;
  readonly actual: ExactJson | undefined;
  readonly path: string;
}

const parted = ({ expected, actual, path }: SpecPair, reason = 'The values differ.'): Difference => ({
  path,
  reason,
  expected: show(expected),
  actual: show(actual),
});

export function differenceOfSlots(comparison: Comparison, slot: Slot, pair: SpecPair): Difference | undefined {
  const { expected, actual } = pair;
  const { type } = slot;
  if (expected === undefined || actual === undefined || expected === null || actual === null) {
    return expected === actual ? undefined : parted(pair);
  }
  switch (type.kind) {
    case 'scalar':
      return sameScalar(comparison, type.scalar, pair) ? undefined : parted(pair);
    case 'number':
      return isNumber(expected) && isNumber(actual) && sameNumber(expected, actual) ? undefined : parted(pair);
    case 'list': {
      if (!Array.isArray(expected) || !Array.isArray(actual)) return parted(pair);
      if (expected.length !== actual.length) return parted(pair, 'The lengths differ.');
      return first(expected.keys(), (i) =>
        differenceOfSlots(
          comparison,
          { ...slot, type: type.of },
          { expected: expected[i], actual: actual[i], path: `${pair.path}/${i}` },
        ),
      );
    }
    case 'map':
      return differenceOfNames(pair, () => ({ ...slot, type: type.value }), comparison);
    case 'union': {
      const member = comparison.types.memberOf(slot, type.of, expected);
      return member === undefined ? plain(pair) : differenceOfSlots(comparison, { ...slot, type: member }, pair);
    }
    case 'message': {
      const message = comparison.schema.findMessage(type.name);
      return message === undefined ? plain(pair) : differenceOfMessages(comparison.schema, message, pair);
    }
    case 'type':
      return differenceOfNamed(comparison, { slot, name: type.name }, pair);
    case 'json':
    case 'json-object':
    case 'long-object':
    case 'undefined':
    case 'literal':
    case 'prefix':
    case 'enum':
      return plain(pair);
    default:
      return type satisfies never;
  }
}

const plain = (pair: SpecPair): Difference | undefined =>
  sameJson(pair.expected, pair.actual) ? undefined : parted(pair);

function differenceOfNamed(
  comparison: Comparison,
  { slot, name }: { readonly slot: Slot; readonly name: string },
  pair: SpecPair,
): Difference | undefined {
  const { types } = comparison;
  const type = types.find(name);
  if (type?.kind === 'alias') return differenceOfSlots(comparison, { ...slot, type: type.type }, pair);
  if (type?.kind === 'object') {
    const fields = new Map(type.fields.map((field) => [field.name, types.slotOf(field)]));
    return differenceOfNames(pair, (key) => fields.get(key) ?? { ...slot, type: { kind: 'json' } }, comparison);
  }
  if (type?.kind === 'union') {
    const variant = types.variantOf(type, pair.expected);
    if (variant !== undefined) return differenceOfNamed(comparison, { slot, name: variant }, pair);
  }
  return plain(pair);
}

function differenceOfNames(
  pair: SpecPair,
  slotOf: (name: string) => Slot,
  comparison: Comparison,
): Difference | undefined {
  const { expected, actual, path } = pair;
  if (!isObject(expected) || !isObject(actual)) return parted(pair);
  return first(new Set([...Object.keys(expected), ...Object.keys(actual)]), (name) => {
    const inner = {
      expected: Object.hasOwn(expected, name) ? expected[name] : undefined,
      actual: Object.hasOwn(actual, name) ? actual[name] : undefined,
      path: `${path}/${escapePointer(name)}`,
    };
    if (inner.expected === undefined) return parted(inner, 'This is not to be there.');
    if (inner.actual === undefined) return parted(inner, 'This is missing.');
    return differenceOfSlots(comparison, slotOf(name), inner);
  });
}

function first<T>(items: Iterable<T>, find: (item: T) => Difference | undefined): Difference | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sameScalar({ surface }: Comparison, scalar: keyof typeof scalars, { expected, actual }: SpecPair): boolean {
  const info = scalars[scalar];
  if (info.family === 'float' && isNumber(expected) && isNumber(actual)) {
    const round = scalar === 'float' ? Math.fround : Number;
    return Object.is(round(Number(expected)), round(Number(actual)));
  }
  if (info.wide && surface && isWhole(expected) && isWhole(actual)) return String(expected) === String(actual);
  return sameJson(expected, actual);
}

/** An integer that lost no digit: a bigint, a safe number, or its decimal text. */
const isWhole = (value: ExactJson | undefined): boolean =>
  typeof value === 'bigint' ||
  Number.isSafeInteger(value) ||
  (typeof value === 'string' && /^-?(?:0|[1-9][0-9]*)$/.test(value));
