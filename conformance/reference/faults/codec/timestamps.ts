/** Faults in the JSON form of Timestamp. */
import { isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { codec } from './row.ts';
import { accepts, has, inText, isString, prints, reads, refuses } from './well-known-tools.ts';

export const timestampsFaults: readonly Fault[] = [
  codec(
    'timestamp-printed-with-offset',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', inText(/Z$/, '+00:00')),
  ),
  codec(
    'timestamp-printed-without-zone',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', inText(/Z$/, '')),
  ),
  codec(
    'timestamp-zeros-stripped',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', inText(/(\.\d*?)0+Z$/, '$1Z')),
  ),
  codec(
    'timestamp-cut-to-millis',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', inText(/(\.\d{3})\d+Z$/, '$1Z')),
  ),
  codec(
    'timestamp-cut-to-micros',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', inText(/(\.\d{6})\d+Z$/, '$1Z')),
  ),
  codec(
    'timestamp-fraction-lost',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', inText(/\.\d+Z$/, 'Z')),
  ),
  codec('timestamp-year-not-padded', ['json.timestamp.form'], has('timestamp'), prints('timestamp', inText(/^0+/, ''))),
  codec('timestamp-with-a-space', ['json.timestamp.form'], has('timestamp'), prints('timestamp', inText(/T/, ' '))),
  codec(
    'timestamp-printed-as-object',
    ['json.timestamp.form'],
    has('timestamp'),
    prints('timestamp', () => record([['seconds', '1']])),
  ),
  codec(
    'timestamp-small-z-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/z$/, 'Z')),
  ),
  codec(
    'timestamp-small-t-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/t/, 'T')),
  ),
  codec(
    'timestamp-space-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/(\d) (\d)/, '$1T$2')),
  ),
  codec(
    'timestamp-date-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/^(\d{4}-\d\d-\d\d)$/, '$1T00:00:00Z')),
  ),
  codec(
    'timestamp-without-zone-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/(:\d\d)$/, '$1Z')),
  ),
  codec(
    'timestamp-short-numbers-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/^1970-1-1T/, '1970-01-01T')),
  ),
  codec(
    'timestamp-days-roll-over',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/-02-(?:29|30|31)T/, '-03-01T')),
  ),
  codec(
    'timestamp-months-roll-over',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/-(?:13|00)-01T/, '-01-01T')),
  ),
  codec(
    'timestamp-hour-24-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/T2[4-9]:/, 'T00:')),
  ),
  codec(
    'timestamp-minute-60-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/:60:/, ':00:')),
  ),
  codec(
    'timestamp-second-61-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/:6[1-9](Z|\.)/, ':00$1')),
  ),
  codec(
    'timestamp-offset-unread',
    ['json.timestamp.form'],
    has('timestamp'),
    reads('timestamp', inText(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  codec(
    'timestamp-offset-turned',
    ['json.timestamp.form'],
    has('timestamp'),
    reads('timestamp', (value) =>
      isString(value)
        ? value.replace(/([+-])(\d\d:\d\d)$/, (_, sign: string, rest: string) => (sign === '+' ? '-' : '+') + rest)
        : value,
    ),
  ),
  codec(
    'timestamp-offset-minutes-lost',
    ['json.timestamp.form'],
    has('timestamp'),
    reads('timestamp', inText(/([+-]\d\d):\d\d$/, '$1:00')),
  ),
  codec(
    'timestamp-offset-refused',
    ['json.timestamp.form'],
    has('timestamp'),
    refuses('timestamp', (value) => isString(value) && /[+-]\d\d:\d\d$/.test(value)),
  ),
  codec(
    'timestamp-offset-without-colon-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/([+-]\d\d)(\d\d)$/, '$1:$2')),
  ),
  codec(
    'timestamp-ten-digits-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/(\.\d{9})\d+/, '$1')),
  ),
  codec(
    'timestamp-point-without-digits-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/\.Z$/, 'Z')),
  ),
  codec(
    'timestamp-fraction-is-nanos',
    ['json.timestamp.form'],
    has('timestamp'),
    reads('timestamp', (value) =>
      isString(value) ? value.replace(/\.(\d+)/, (_, digits: string) => `.${digits.padStart(9, '0')}`) : value,
    ),
  ),
  codec(
    'timestamp-short-fraction-refused',
    ['json.timestamp.form'],
    has('timestamp'),
    refuses('timestamp', (value) => isString(value) && /\.(?:\d|\d\d|\d{4,5}|\d{7,8})(?!\d)/.test(value)),
  ),
  codec(
    'timestamp-year-zero-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/^0000/, '0001')),
  ),
  codec(
    'timestamp-year-10000-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/^\+?10000/, '9999')),
  ),
  codec(
    'timestamp-before-the-first-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/^0001-01-01T00:00:00\+\d\d:\d\d$/, '0001-01-01T00:00:00Z')),
  ),
  codec(
    'timestamp-after-the-last-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', inText(/^9999-12-31T23:59:59(\.\d+)?-\d\d:\d\d$/, '9999-12-31T23:59:59Z')),
  ),
  codec(
    'timestamp-number-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', (value) => (isNumber(value) ? '1970-01-01T00:00:00Z' : value)),
  ),
  codec(
    'timestamp-object-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', (value) => (isObject(value) ? '1970-01-01T00:00:00Z' : value)),
  ),
  codec(
    'timestamp-spaces-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', (value) => (isString(value) ? value.trim() : value)),
  ),
  codec(
    'timestamp-empty-accepted',
    ['json.timestamp.range'],
    has('timestamp'),
    accepts('timestamp', (value) => (value === '' ? '1970-01-01T00:00:00Z' : value)),
  ),
  codec(
    'timestamp-before-1970-refused',
    ['json.timestamp.form'],
    has('timestamp'),
    refuses(
      'timestamp',
      (value) => isString(value) && /^(?:0|1[0-8]|19[0-6])/.test(value) && !value.startsWith('0000'),
    ),
  ),
];
