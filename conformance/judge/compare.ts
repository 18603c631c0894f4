/**
 * Compares two JSON trees and says where they part first. Order of keys means nothing; numbers are compared by value,
 * as exactly as the type at their place demands.
 */
import { canonicalDecimal } from './decimal.ts';
import { JsonNumber, type JsonTree } from './json-tree.ts';
import type { Shape } from './shape.ts';

/** The first place where two values differ. */
export interface Parting {
  /** RFC 6901 pointer. */
  readonly path: string;
  readonly reason: string;
}

/**
 * @param shape - What is known of the types; `anyShape` when nothing is: all numbers are then compared exactly.
 * @returns Undefined when they are the same.
 */
export function compareTrees(expected: JsonTree, actual: JsonTree, shape: Shape): Parting | undefined {
  return compare(expected, actual, { path: '', shape });
}

interface Position {
  readonly path: string;
  readonly shape: Shape;
}

function compare(expected: JsonTree, actual: JsonTree, { path, shape }: Position): Parting | undefined {
  const part = (reason: string): Parting => ({ path, reason });
  if (shape.sameScalar !== undefined && isScalar(expected) && isScalar(actual)) {
    const verdict = shape.sameScalar(textOf(expected), textOf(actual));
    if (verdict === true) return undefined;
    if (verdict === false) return part('another value');
  }
  if (kindOf(expected) !== kindOf(actual)) return part(`${kindOf(actual)} instead of ${kindOf(expected)}`);
  if (expected instanceof JsonNumber) {
    const same = canonicalDecimal(expected.text) === canonicalDecimal((actual as JsonNumber).text);
    return same ? undefined : part('another number');
  }
  if (expected instanceof Map)
    return compareObjects(expected, actual as ReadonlyMap<string, JsonTree>, { path, shape });
  if (Array.isArray(expected)) return compareArrays(expected, actual as readonly JsonTree[], { path, shape });
  return expected === actual ? undefined : part('another value');
}

function compareObjects(
  expected: ReadonlyMap<string, JsonTree>,
  actual: ReadonlyMap<string, JsonTree>,
  { path, shape }: Position,
): Parting | undefined {
  const at = (key: string): string => `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  for (const [key, value] of expected) {
    const other = actual.get(key);
    if (other === undefined) return { path: at(key), reason: 'missing' };
    const parting = compare(value, other, { path: at(key), shape: shape.member(key) });
    if (parting !== undefined) return parting;
  }
  for (const key of actual.keys()) if (!expected.has(key)) return { path: at(key), reason: 'not expected' };
  return undefined;
}

function compareArrays(
  expected: readonly JsonTree[],
  actual: readonly JsonTree[],
  { path, shape }: Position,
): Parting | undefined {
  for (const [index, value] of expected.entries()) {
    const other = actual[index];
    if (other === undefined) return { path: `${path}/${index}`, reason: 'missing' };
    const parting = compare(value, other, { path: `${path}/${index}`, shape: shape.item(index) });
    if (parting !== undefined) return parting;
  }
  if (actual.length > expected.length) return { path: `${path}/${expected.length}`, reason: 'not expected' };
  return undefined;
}

const isScalar = (tree: JsonTree): tree is string | JsonNumber =>
  typeof tree === 'string' || tree instanceof JsonNumber;
const textOf = (tree: string | JsonNumber): { readonly text: string; readonly quoted: boolean } =>
  typeof tree === 'string' ? { text: tree, quoted: true } : { text: tree.text, quoted: false };

function kindOf(tree: JsonTree): string {
  if (tree === null) return 'null';
  if (tree instanceof JsonNumber) return 'a number';
  if (tree instanceof Map) return 'an object';
  if (Array.isArray(tree)) return 'an array';
  return typeof tree === 'string' ? 'a string' : 'a boolean';
}
