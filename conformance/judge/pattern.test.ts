import { expect, test } from 'vitest';
import { clauseMatcher, matcher } from './pattern.ts';

test.each([
  ['a/b', 'a/b', true],
  ['a/b', 'a/b/c', false],
  ['a/*', 'a/b', true],
  ['a/*', 'a/b/c', false],
  ['a/*/c', 'a/b/c', true],
  ['a/b*', 'a/bcd', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'a', true],
  ['a/**', 'ab', false],
  ['**/c', 'a/b/c', true],
  ['**/c', 'c', true],
  ['a/**/d', 'a/b/c/d', true],
  ['**', 'anything/at/all', true],
  ['a.b/c', 'axb/c', false],
  ['a(b)+/c', 'a(b)+/c', true],
])('%s on %s: %s', (pattern, id, expected) => {
  expect(matcher(pattern)(id)).toBe(expected);
});

test('ids of clauses have segments between dots', () => {
  expect(clauseMatcher('binary.*')('binary.zigzag')).toBe(true);
  expect(clauseMatcher('binary.*')('binary.varint.bool')).toBe(false);
  expect(clauseMatcher('binary.**')('binary.varint.bool')).toBe(true);
});
