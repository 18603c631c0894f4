import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { digitsBetween, digitsUpTo } from './digits.ts';

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');

test.prop([fc.bigInt({ min: 0n, max: 2n ** 70n }), fc.bigInt({ min: 0n, max: 2n ** 70n })])(
  'accepts just the integers up to the bound',
  (max, value) => {
    expect(whole(digitsUpTo(max)).test(String(value))).toBe(value <= max);
    expect(whole(digitsUpTo(max)).test(String(max))).toBe(true);
    expect(whole(digitsUpTo(max)).test(String(max + 1n))).toBe(false);
  },
);

test.each(['-0', '00', '01', '', '+1', '1.0', ' 1', '-9223372036854775809', '9223372036854775808'])(
  'the int64 pattern refuses %j',
  (text) => {
    expect(whole(digitsBetween(-(2n ** 63n), 2n ** 63n - 1n)).test(text)).toBe(false);
  },
);

test.each(['0', '-1', '9', '-9223372036854775808', '9223372036854775807'])('the int64 pattern accepts %j', (text) => {
  expect(whole(digitsBetween(-(2n ** 63n), 2n ** 63n - 1n)).test(text)).toBe(true);
});
