/** Suppressions: what they apply to, and what is said of those that apply to nothing. */
import { expect, test } from 'vitest';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { matches } from './pattern.ts';
import { suppress } from './suppress.ts';

test.each([
  ['*', '', true],
  ['a*c', 'abc', true],
  ['a*c', 'abd', false],
  ['*.proto', 'x/y.proto', true],
  ['a', 'ab', false],
  ['', '', true],
  ['**b*', 'aab', true],
  [`${'*a'.repeat(50)}b`, 'a'.repeat(5000), false],
])('%s on %s: %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

const place = { file: 'a.proto', line: 3, column: 1, length: 1 };
const finding = diagnose('RPC_NO_DELETE', place, { kind: 'method', name: 'Call', where: 'the service S' });
const reason = 'Nobody calls it.';

test.each([
  [{ rule: 'RPC_NO_DELETE', reason }, 1],
  [{ rule: 'FIELD_NO_DELETE', reason }, 0],
  [{ rule: 'RPC_NO_DELETE', file: '*.proto', reason }, 1],
  [{ rule: 'RPC_NO_DELETE', file: 'b.proto', reason }, 0],
  [{ rule: 'RPC_NO_DELETE', message: '*"Call"*', reason }, 1],
  [{ rule: 'RPC_NO_DELETE', message: 'Call', reason }, 0],
])('%j takes %i away', (suppression, taken) => {
  const { left, suppressed, unused } = suppress([finding], [{ suppression, place }], () => []);
  expect([left.length, suppressed, unused.length]).toEqual([1 - taken, taken, 1 - taken]);
});
