/** Faults in Timestamp and Duration that show at one value or one spelling alone. */
import type { ExactJson } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { asciiDigits } from './json-values-tools.ts';
import { accepts, inText, isString, prints, reads, refuses, row } from './well-known-tools.ts';

const isLeapDay = (value: ExactJson): boolean => isString(value) && value.includes('-02-29T');

export const timeCornersFaults: readonly Fault[] = [
  row('timestamp-leap-day-refused', ['json.timestamp.form'], 'timestamp', refuses('timestamp', isLeapDay)),
  row(
    'timestamp-leap-day-of-1900-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/^(1900|2100|1800|2200)-02-29T/, '$1-03-01T')),
  ),
  row(
    'timestamp-leap-day-of-any-year-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/-02-29T/, '-03-01T')),
  ),
  row(
    'timestamp-30-february-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/-02-30T/, '-03-01T')),
  ),
  row(
    'timestamp-day-31-of-any-month-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/-(04|06|09|11)-31T/, '-$1-30T')),
  ),
  row(
    'timestamp-month-zero-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/^(\d{4})-00-/, '$1-01-')),
  ),
  row(
    'timestamp-day-zero-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/-00T/, '-01T')),
  ),
  row(
    'timestamp-leap-second-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/:60(?=[.Z+-])/, ':59')),
  ),
  row('timestamp-comma-accepted', ['json.timestamp.range'], 'timestamp', accepts('timestamp', inText(/,(?=\d+)/, '.'))),
  row(
    'timestamp-text-after-the-zone-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/(?<=Z).+$/, '')),
  ),
  row(
    'timestamp-offset-of-a-day-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/[+-](?:2[4-9]|[3-9]\d):\d\d$/, 'Z')),
  ),
  row(
    'timestamp-offset-minutes-unchecked',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/([+-]\d\d):[6-9]\d$/, '$1:00')),
  ),
  row(
    'timestamp-offset-of-hours-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/([+-]\d\d)$/, '$1:00')),
  ),
  row(
    'timestamp-zone-twice-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/Z[+-]\d\d:\d\d$/, 'Z')),
  ),
  row(
    'timestamp-digits-of-other-scripts-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', asciiDigits),
  ),
  row(
    'timestamp-out-of-range-by-its-offset-accepted',
    ['json.timestamp.range'],
    'timestamp',
    accepts('timestamp', inText(/^(0001-01-01T\d\d:\d\d:\d\d|9999-12-31T\d\d:\d\d:\d\d)(\.\d+)?[+-]\d\d:\d\d$/, '$1Z')),
  ),
  row(
    'timestamp-nanos-of-early-times-turned',
    ['json.timestamp.form'],
    'timestamp',
    prints('timestamp', inText(/^(19[0-6]\d.*)\.(\d+)Z$/, '$1Z')),
  ),
  row(
    'timestamp-early-fraction-lost-on-reading',
    ['json.timestamp.form'],
    'timestamp',
    reads('timestamp', inText(/^(19[0-6]\d.*|0.*|1[0-8].*)\.\d+(?=Z|[+-])/, '$1')),
  ),
  row(
    'timestamp-leading-zeros-of-nanos-lost',
    ['json.timestamp.form'],
    'timestamp',
    prints('timestamp', inText(/\.0+(\d+)Z$/, '.$1Z')),
  ),
  row(
    'timestamp-read-to-micros',
    ['json.timestamp.form'],
    'timestamp',
    reads('timestamp', inText(/(\.\d{6})\d+/, '$1')),
  ),
  row(
    'duration-digits-of-other-scripts-accepted',
    ['json.duration.range'],
    'duration',
    accepts('duration', asciiDigits),
  ),
  row(
    'duration-text-after-s-accepted',
    ['json.duration.range'],
    'duration',
    accepts('duration', inText(/(?<=\ds).+$/, '')),
  ),
  row('duration-comma-accepted', ['json.duration.range'], 'duration', accepts('duration', inText(/,(?=\d+s$)/, '.'))),
  row('duration-underscores-accepted', ['json.duration.range'], 'duration', accepts('duration', inText(/_/g, ''))),
  row(
    'duration-leading-zeros-of-nanos-lost',
    ['json.duration.form'],
    'duration',
    prints('duration', inText(/\.0+(\d+)s$/, '.$1s')),
  ),
  row(
    'duration-read-to-millis',
    ['json.duration.form'],
    'duration',
    reads('duration', inText(/(\.\d{3})\d+s$/, '$1s')),
  ),
  row(
    'duration-limit-refused',
    ['json.duration.form', 'json.duration.range'],
    'duration',
    refuses('duration', (value) => isString(value) && /^-?315576000000(?:\.0+)?s$/.test(value)),
  ),
  row(
    'duration-empty-accepted',
    ['json.duration.range'],
    'duration',
    accepts('duration', (value) => (value === '' ? '0s' : value)),
  ),
];
