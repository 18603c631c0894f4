/** The string forms of Timestamp, Duration and FieldMask, printed and read. Source: the ProtoJSON guide. */

export interface SecondsAndNanos {
  readonly seconds: bigint;
  readonly nanos: number;
}

/** Years 1 to 9999, in seconds since 1970; inclusive. */
export const timestampRange = { min: -62_135_596_800n, max: 253_402_300_799n } as const;
/** About 10,000 years, in seconds; inclusive, either sign. */
export const durationLimit = 315_576_000_000n;

/** The shortest of 0, 3, 6 and 9 digits, with the point. */
function fraction(nanos: number): string {
  if (nanos === 0) return '';
  const digits = String(nanos).padStart(9, '0');
  return `.${digits.replace(/(?:000){1,2}$/, '')}`;
}

/** @returns RFC 3339 in UTC; undefined outside of the range. */
export function printTimestamp({ seconds, nanos }: SecondsAndNanos): string | undefined {
  if (seconds < timestampRange.min || seconds > timestampRange.max || nanos < 0 || nanos > 999_999_999)
    return undefined;
  const date = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${date}${fraction(nanos)}Z`;
}

/** @returns Seconds with a sign for the whole and `s`; undefined outside of the range. */
export function printDuration({ seconds, nanos }: SecondsAndNanos): string | undefined {
  if (seconds < -durationLimit || seconds > durationLimit || Math.abs(nanos) > 999_999_999) return undefined;
  if ((seconds > 0n && nanos < 0) || (seconds < 0n && nanos > 0)) return undefined;
  const sign = seconds < 0n || nanos < 0 ? '-' : '';
  return `${sign}${seconds < 0n ? -seconds : seconds}${fraction(Math.abs(nanos))}s`;
}

/** @returns Paths in lowerCamelCase, joined by commas; undefined when one would not come back as it was. */
export function printFieldMask(paths: readonly string[]): string | undefined {
  const printed: string[] = [];
  for (const path of paths) {
    const camel = path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (
      camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) !== path ||
      /[A-Z_]/.test(path.replace(/_[a-z]/g, ''))
    ) {
      return undefined;
    }
    printed.push(camel);
  }
  return printed.join(',');
}

const timestampForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{3}|\d{6}|\d{9}))?Z$/;
const durationForm = /^(-?)(\d+)(?:\.(\d{3}|\d{6}|\d{9}))?s$/;

/** Nanoseconds since 1970 of a string that a conformant writer may print; undefined for any other. */
export function writtenTimestamp(text: string): bigint | undefined {
  const [, date, digits = ''] = timestampForm.exec(text) ?? [];
  if (date === undefined) return undefined;
  const millis = Date.parse(`${date}Z`);
  return Number.isNaN(millis) ? undefined : BigInt(millis) * 1_000_000n + BigInt(digits.padEnd(9, '0'));
}

/** Nanoseconds of a string that a conformant writer may print; undefined for any other. */
export function writtenDuration(text: string): bigint | undefined {
  const [, sign, seconds, digits = ''] = durationForm.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const nanos = BigInt(seconds) * 1_000_000_000n + BigInt(digits.padEnd(9, '0'));
  return sign === '-' ? -nanos : nanos;
}
