import { expect, it } from 'vitest';
import { checkLong, longToText } from './spec-json.ts';
import { checkInt32, checkNumber, checkSafeInt64, checkUint32 } from './spec-scalar.ts';

it('integers have no negative zero; other numbers do', () => {
  for (const check of [checkInt32, checkUint32, checkSafeInt64]) expect(check(-0)).toBe(0);
  const long = checkLong({ low: -1, high: -0, unsigned: false });
  expect(long).toStrictEqual(checkLong(JSON.parse(longToText(long))));
  expect(checkNumber(-0)).toBe(-0);
});
