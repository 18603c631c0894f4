/**
 * `google.protobuf.Timestamp` and `Duration` in ProtoJSON. Source: the comments of google/protobuf/timestamp.proto and
 * duration.proto; RFC 3339, section 5.6.
 */
import { JsonError } from './errors.ts';
import { wrongType } from './json-error.ts';

/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, in seconds from 1970. */
const firstSecond = -62135596800;
const lastSecond = 253402300799;

/** Ten thousand years, in seconds. */
const longestDuration = 315576000000;

/** A time or a span of it; seconds are whole, and safe as a number. */
interface Time {
  seconds: number;
  nanos: number;
}

/** A message that holds one: seconds surface as the package has them. */
interface TimeMessage {
  readonly seconds: bigint | number | string;
  readonly nanos: number;
}

/** `"1972-01-01T10:00:20.021Z"`. @throws {JsonError} `out-of-range`. */
export function timestampText({ seconds, nanos }: TimeMessage): string {
  const time = checkTimestamp(Number(seconds), nanos);
  return `"${new Date(time.seconds * 1000).toISOString().slice(0, 19)}${fraction(nanos)}Z"`;
}

/** @throws {JsonError} `wrong-type`; `bad-timestamp` when it has not the form of RFC 3339; `out-of-range`. */
export function asTimestamp(json: unknown): Time {
  if (typeof json !== 'string') throw wrongType('a time as a string', json);
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/.exec(json);
  const [, local = '', digits = '', sign = '+', hours = '0', minutes = '0'] = match ?? [];
  const milliseconds = Date.parse(`${local}Z`);
  // A day that its month does not have is taken for one of the next month.
  if (match === null || Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(local)) {
    throw new JsonError('bad-timestamp', 'not a time as RFC 3339 writes it');
  }
  const offset = (Number(hours) * 60 + Number(minutes)) * 60;
  return checkTimestamp(milliseconds / 1000 + (sign === '+' ? -offset : offset), nanosOf(digits));
}

/** The same time for a message whose seconds surface as bigint. */
export function withBigintSeconds({ seconds, nanos }: Time): { seconds: bigint; nanos: number } {
  return { seconds: BigInt(seconds), nanos };
}

/** The same time for a message whose seconds surface as a string. */
export function withStringSeconds({ seconds, nanos }: Time): { seconds: string; nanos: number } {
  return { seconds: String(seconds), nanos };
}

/** `"1.500s"`. @throws {JsonError} `out-of-range`; `bad-duration` when the signs of seconds and nanos differ. */
export function durationText({ seconds, nanos }: TimeMessage): string {
  const time = checkDuration(Number(seconds), nanos);
  if (time.seconds * nanos < 0) throw new JsonError('bad-duration', 'seconds and nanos differ in sign');
  const sign = time.seconds < 0 || nanos < 0 ? '-' : '';
  return `"${sign}${Math.abs(time.seconds)}${fraction(Math.abs(nanos))}s"`;
}

/** @throws {JsonError} `wrong-type`; `bad-duration` when it has not the form `1.5s`; `out-of-range`. */
export function asDuration(json: unknown): Time {
  if (typeof json !== 'string') throw wrongType('a duration as a string', json);
  const match = /^(-?)(\d+)(?:\.(\d{1,9}))?s$/.exec(json);
  if (match === null) throw new JsonError('bad-duration', 'not a duration such as "1.5s"');
  const [, minus, seconds, digits = ''] = match;
  const sign = minus === '' ? 1 : -1;
  return checkDuration(sign * Number(seconds) + 0, sign * nanosOf(digits) + 0);
}

function checkTimestamp(seconds: number, nanos: number): Time {
  if (!isWithin(seconds, firstSecond, lastSecond) || !isWithin(nanos, 0, 999_999_999)) {
    throw new JsonError('out-of-range', 'a time before the year 1, or after the year 9999');
  }
  return { seconds, nanos };
}

function checkDuration(seconds: number, nanos: number): Time {
  if (!isWithin(seconds, -longestDuration, longestDuration) || !isWithin(nanos, -999_999_999, 999_999_999)) {
    throw new JsonError('out-of-range', 'a duration of more than 10,000 years');
  }
  return { seconds, nanos };
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** The nanoseconds of a fraction's digits. */
function nanosOf(digits: string): number {
  return Number(digits.padEnd(9, '0'));
}

/** A point and 3, 6 or 9 digits, as few as will do; `''` for none. */
function fraction(nanos: number): string {
  if (nanos === 0) return '';
  const digits = String(nanos).padStart(9, '0');
  return `.${digits.endsWith('000000') ? digits.slice(0, 3) : digits.endsWith('000') ? digits.slice(0, 6) : digits}`;
}
