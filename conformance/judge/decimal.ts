/** Numbers as JSON spells them, compared by value without a double in between. */

/**
 * @param text - A JSON number.
 * @returns The same text for the same value: sign, digits without needless zeros, exponent of ten. Zero keeps its sign,
 *   which floating-point fields carry.
 */
export function canonicalDecimal(text: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)!;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const bare = digits.replace(/0+$/, '');
  if (bare === '') return `${sign}0`;
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - bare.length);
  return `${sign}${bare}e${power}`;
}

/** The digits of an integer, exponents and zero fractions undone; undefined when it is none, or has over 40 digits. */
export function integerOf(text: string): string | undefined {
  const [, sign = '', digits = '', power = ''] = /^(-?)(\d+)(?:e(-?\d+))?$/.exec(canonicalDecimal(text)) ?? [];
  if (digits === '0') return '0';
  const zeros = Number(power);
  return zeros < 0 || zeros > 40 ? undefined : `${sign}${digits}${'0'.repeat(zeros)}`;
}
