/** Patterns for the decimal digits of integers in a range: how JSON Schema can bound a number that is written as a string. */

/**
 * @param max - At least 0.
 * @returns A pattern, without anchors, for the integers from 0 to `max` without leading zeros.
 */
export function digitsUpTo(max: bigint): string {
  const digits = String(max);
  const length = digits.length;
  const alternatives = ['0'];
  if (length > 1) alternatives.push(length === 2 ? '[1-9]' : `[1-9][0-9]{0,${length - 2}}`);
  // As many digits as `max`: equal up to some place, smaller there, and anything behind it.
  for (let i = 0; i < length; i++) {
    const [low, high] = [i === 0 ? 1 : 0, Number(digits[i]) - 1];
    if (high < low) continue;
    const smaller = low === high ? String(low) : `[${low}-${high}]`;
    alternatives.push(digits.slice(0, i) + smaller + repeated(length - i - 1));
  }
  if (max > 0n) alternatives.push(digits);
  return `(?:${alternatives.join('|')})`;
}

const repeated = (count: number): string => (count === 0 ? '' : count === 1 ? '[0-9]' : `[0-9]{${count}}`);

/** As `digitsUpTo`, from `min` (0 or negative) on; `-0` is not among them. */
export function digitsBetween(min: bigint, max: bigint): string {
  return min === 0n ? digitsUpTo(max) : `(?:${digitsUpTo(max)}|-(?!0)${digitsUpTo(-min)})`;
}
