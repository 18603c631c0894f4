/** Faults in the JSON form of Duration. */
import { isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { codec } from './row.ts';
import { accepts, has, inText, isString, prints, reads, refuses } from './well-known-tools.ts';

export const durationsFaults: readonly Fault[] = [
  codec(
    'duration-zeros-stripped',
    ['json.duration.form'],
    has('duration'),
    prints('duration', inText(/(\.\d*?)0+s$/, '$1s')),
  ),
  codec(
    'duration-cut-to-millis',
    ['json.duration.form'],
    has('duration'),
    prints('duration', inText(/(\.\d{3})\d+s$/, '$1s')),
  ),
  codec('duration-fraction-lost', ['json.duration.form'], has('duration'), prints('duration', inText(/\.\d+s$/, 's'))),
  codec(
    'duration-sign-of-nanos-lost',
    ['json.duration.form'],
    has('duration'),
    prints('duration', inText(/^-0\./, '0.')),
  ),
  codec('duration-sign-lost', ['json.duration.form'], has('duration'), prints('duration', inText(/^-/, ''))),
  codec(
    'duration-printed-as-number',
    ['json.duration.form'],
    has('duration'),
    prints('duration', (value) => Number.parseFloat(value as string)),
  ),
  codec('duration-without-s-printed', ['json.duration.form'], has('duration'), prints('duration', inText(/s$/, ''))),
  codec(
    'duration-read-sign-of-nanos-lost',
    ['json.duration.form'],
    has('duration'),
    reads('duration', inText(/^-0\./, '0.')),
  ),
  codec(
    'duration-without-s-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^(-?\d+)$/, '$1s')),
  ),
  codec(
    'duration-number-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', (value) => (isNumber(value) ? `${value}s` : value)),
  ),
  codec(
    'duration-object-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', (value) => (isObject(value) ? '1s' : value)),
  ),
  codec(
    'duration-capital-s-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/S$/, 's')),
  ),
  codec('duration-minutes-accepted', ['json.duration.range'], has('duration'), accepts('duration', inText(/m$/, 's'))),
  codec('duration-spaces-accepted', ['json.duration.range'], has('duration'), accepts('duration', inText(/ /g, ''))),
  codec(
    'duration-exponent-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/1e3s/, '1000s')),
  ),
  codec(
    'duration-point-without-digits-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^(\d+)\.s$/, '$1s')),
  ),
  codec(
    'duration-digits-before-the-point-optional',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^\.s?(\d*)s?$/, '0s')),
  ),
  codec(
    'duration-nothing-but-s-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^s?$/, '0s')),
  ),
  codec(
    'duration-ten-digits-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/(\.\d{9})\d+s/, '$1s')),
  ),
  codec(
    'duration-beyond-the-limit-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/315576000001/, '315576000000')),
  ),
  codec(
    'duration-hexadecimal-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^0x/, '')),
  ),
  codec(
    'duration-nan-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^(?:NaN|Infinity)s$/, '0s')),
  ),
  codec(
    'duration-two-signs-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/^--/, '')),
  ),
  codec(
    'duration-sign-inside-accepted',
    ['json.duration.range'],
    has('duration'),
    accepts('duration', inText(/\.-/, '.')),
  ),
  codec(
    'duration-fraction-is-nanos',
    ['json.duration.form'],
    has('duration'),
    reads('duration', (value) =>
      isString(value) ? value.replace(/\.(\d+)/, (_, digits: string) => `.${digits.padStart(9, '0')}`) : value,
    ),
  ),
  codec(
    'duration-negative-refused',
    ['json.duration.form'],
    has('duration'),
    refuses('duration', (value) => isString(value) && value.startsWith('-')),
  ),
];
