/** Faults in bools, strings and bytes of ProtoJSON. */
import { isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { accepts, bool, data, isString, narrow, prints, reads, refuses, text } from './json-values-tools.ts';
import { any, both, integer, singular } from './places.ts';
import { codec } from './row.ts';
import { acceptsPattern, acceptsText, refusesText, writesText } from './ways.ts';

const base64 = (value: string): string => value.replaceAll('-', '+').replaceAll('_', '/');

export const jsonScalarsFaults: readonly Fault[] = [
  codec(
    'empty-string-is-zero',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (value === '' ? 0 : value)),
  ),
  codec(
    'blank-string-is-zero',
    ['json.int.string'],
    any(integer),
    accepts(integer, (value) => (isString(value) && value.trim() === '' ? 0 : value)),
  ),
  codec(
    'bool-is-int',
    ['json.int.type'],
    any(integer),
    accepts(integer, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  ),
  codec('int32-printed-as-string', ['json.int32.output'], any(narrow), prints(narrow, String)),

  codec(
    'quoted-bool-accepted',
    ['json.bool.quoted'],
    any(bool),
    accepts(bool, (value) => (value === 'true' || value === 'false' ? value === 'true' : value)),
  ),
  codec(
    'number-is-bool',
    ['json.bool'],
    any(bool),
    accepts(bool, (value) => (isNumber(value) ? Number(value) !== 0 : value)),
  ),
  codec(
    'any-string-is-bool',
    ['json.bool'],
    any(bool),
    accepts(bool, (value) => (isString(value) ? value !== '' : value)),
  ),
  codec(
    'words-of-other-cases-accepted',
    ['json.bool', 'json.syntax'],
    any(bool),
    acceptsPattern(/([:[])(?:True|TRUE)/g, '$1true'),
  ),
  codec(
    'object-is-bool',
    ['json.bool'],
    any(bool),
    accepts(bool, (value) => (isObject(value) ? true : value)),
  ),
  codec('bool-printed-as-number', ['json.bool'], any(bool), prints(bool, Number)),
  codec(
    'number-is-string',
    ['json.string'],
    any(text),
    accepts(text, (value) => (isNumber(value) ? String(value) : value)),
  ),
  codec(
    'bool-is-string',
    ['json.string'],
    any(text),
    accepts(text, (value) => (typeof value === 'boolean' ? String(value) : value)),
  ),
  codec(
    'object-is-string',
    ['json.string'],
    any(text),
    accepts(text, (value) => (isObject(value) ? JSON.stringify(value) : value)),
  ),
  codec(
    'array-is-string',
    ['json.string'],
    any(both(text, singular)),
    accepts(both(text, singular), (value) => (Array.isArray(value) ? value.join() : value)),
  ),
  codec(
    'escapes-not-read',
    ['json.string'],
    any(text),
    reads(text, (value) => (isString(value) ? value.replaceAll('\b', 'b').replaceAll('\f', 'f') : value)),
  ),
  codec('slash-escape-refused', ['json.string'], any(text), refusesText(/\\\//)),
  codec('upper-case-escapes-refused', ['json.string'], any(text), refusesText(/\\uD83D/)),
  codec(
    'pairs-of-escapes-lost',
    ['json.string'],
    any(text),
    reads(text, (value) => (isString(value) ? value.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, '??') : value)),
  ),
  codec(
    'nul-lost',
    ['json.string'],
    any(text),
    reads(text, (value) => (isString(value) ? value.replaceAll('\u0000', '') : value)),
  ),
  codec(
    'line-separators-lost',
    ['json.string'],
    any(text),
    prints(text, (value) => (isString(value) ? value.replaceAll(/[\u2028\u2029]/g, '\n') : value)),
  ),
  codec(
    'markup-escaped',
    ['json.string'],
    any(text),
    prints(text, (value) => (isString(value) ? value.replaceAll('<', '&lt;') : value)),
  ),
  codec(
    'controls-printed-raw',
    ['json.string'],
    any(text),
    writesText((json) => json.replaceAll('\\u0001', '\u0001').replaceAll('\\n', '\n')),
  ),
  codec(
    'lone-surrogates-accepted',
    ['json.string.surrogates'],
    any(text),
    acceptsText((given) =>
      /\\u[dD][89abAB]/.test(given) ? given.replaceAll(/\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g, '\\ufffd') : undefined,
    ),
  ),
  codec(
    'surrogates-turned-accepted',
    ['json.string.surrogates'],
    any(text),
    acceptsPattern(/\\ude00\\ud83d/g, '\\ufffd'),
  ),

  codec(
    'url-safe-base64-refused',
    ['json.bytes.input'],
    any(data),
    refuses(data, (value) => isString(value) && /[-_]/.test(value)),
  ),
  codec(
    'unpadded-base64-refused',
    ['json.bytes.input'],
    any(data),
    refuses(data, (value) => isString(value) && value.length % 4 !== 0),
  ),
  codec(
    'url-safe-base64-misread',
    ['json.bytes.input'],
    any(data),
    reads(data, (value) => (isString(value) ? value.replaceAll('-', 'A').replaceAll('_', 'A') : value)),
  ),
  codec(
    'unpadded-base64-cut',
    ['json.bytes.input'],
    any(data),
    reads(data, (value) => (isString(value) ? value.slice(0, value.length - (value.length % 4)) : value)),
  ),
  codec(
    'stray-characters-in-base64-skipped',
    ['json.bytes.invalid'],
    any(data),
    accepts(data, (value) => (isString(value) ? value.replaceAll(/[^A-Za-z0-9+/=_-]/g, '') : value)),
  ),
  codec(
    'lone-base64-digit-dropped',
    ['json.bytes.invalid'],
    any(data),
    accepts(data, (value) => (isString(value) && value.length % 4 === 1 ? value.slice(0, -1) : value)),
  ),
  codec(
    'number-is-bytes',
    ['json.bytes.invalid'],
    any(data),
    accepts(data, (value) => (isNumber(value) || typeof value === 'boolean' ? '' : value)),
  ),
  codec(
    'base64-printed-url-safe',
    ['json.bytes.output'],
    any(data),
    prints(data, (value) => (value as string).replaceAll('+', '-').replaceAll('/', '_')),
  ),
  codec(
    'base64-printed-unpadded',
    ['json.bytes.output'],
    any(data),
    prints(data, (value) => base64(value as string).replaceAll('=', '')),
  ),
  codec(
    'bytes-printed-as-hex',
    ['json.bytes.output'],
    any(data),
    prints(data, (value) => Buffer.from(value as string, 'base64').toString('hex')),
  ),
];
