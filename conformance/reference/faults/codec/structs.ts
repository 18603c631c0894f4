/** Faults in the JSON forms of FieldMask, Struct, Value and ListValue. */
import { type ExactJson, isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { both, holds, singular } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, eachElement, readsJson } from './ways.ts';
import { accepts, has, inText, isString, prints, reads, refuses } from './well-known-tools.ts';

export const structsFaults: readonly Fault[] = [
  codec(
    'mask-printed-in-snake',
    ['json.field-mask'],
    has('field-mask'),
    prints('field-mask', (value) =>
      isString(value) ? value.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : value,
    ),
  ),
  codec(
    'mask-printed-as-list',
    ['json.field-mask'],
    has('field-mask'),
    prints('field-mask', (value) => (isString(value) ? value.split(',') : value)),
  ),
  codec(
    'mask-printed-as-object',
    ['json.field-mask'],
    has('field-mask'),
    prints('field-mask', (value) => record([['paths', value]])),
  ),
  codec('mask-printed-with-spaces', ['json.field-mask'], has('field-mask'), prints('field-mask', inText(/,/g, ', '))),
  codec('mask-first-path-alone', ['json.field-mask'], has('field-mask'), prints('field-mask', inText(/,.*$/, ''))),
  codec(
    'mask-snake-accepted',
    ['json.field-mask'],
    has('field-mask'),
    accepts('field-mask', (value) =>
      isString(value) ? value.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()) : value,
    ),
  ),
  codec(
    'mask-list-accepted',
    ['json.field-mask'],
    has('field-mask'),
    accepts('field-mask', (value) => (Array.isArray(value) ? value.join() : value)),
  ),
  codec(
    'mask-object-accepted',
    ['json.field-mask'],
    has('field-mask'),
    accepts('field-mask', (value) => (isObject(value) ? '' : value)),
  ),
  codec(
    'mask-camel-unread',
    ['json.field-mask'],
    has('field-mask'),
    reads('field-mask', (value) => (isString(value) ? value.toLowerCase() : value)),
  ),
  codec(
    'mask-first-letter-alone',
    ['json.field-mask'],
    has('field-mask'),
    reads('field-mask', (value) =>
      isString(value)
        ? value.replace(/([A-Z])(.*)/s, (_, first: string, rest: string) => first + rest.toLowerCase())
        : value,
    ),
  ),
  codec(
    'mask-empty-refused',
    ['json.field-mask'],
    has('field-mask'),
    refuses('field-mask', (value) => value === ''),
  ),
  codec(
    'struct-null-dropped',
    ['json.struct'],
    has('struct', 'value'),
    prints('struct', (value) =>
      isObject(value) ? record(Object.entries(value).filter(([, item]) => item !== null)) : value,
    ),
  ),
  codec(
    'value-null-is-unset',
    ['json.struct', 'json.null.field'],
    has('value'),
    readsJson({
      object: (object, { byJsonName }) =>
        record(
          Object.entries(object).filter(
            ([name, value]) =>
              value !== null ||
              byJsonName.get(name) === undefined ||
              !both(singular, holds('value'))(byJsonName.get(name)!),
          ),
        ),
    }),
  ),
  codec(
    'value-null-refused',
    ['json.struct', 'json.null.field'],
    has('value'),
    refuses('value', (value) => value === null),
  ),
  codec(
    'value-numbers-cut',
    ['json.struct'],
    has('value'),
    prints('value', (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
  ),
  codec(
    'value-numbers-as-strings',
    ['json.struct'],
    has('value'),
    prints('value', (value) => (isNumber(value) ? String(value) : value)),
  ),
  codec(
    'value-strings-as-numbers',
    ['json.struct'],
    has('value'),
    reads('value', (value) => (value === 'NaN' ? 0 : value)),
  ),
  codec(
    'value-bool-as-string',
    ['json.struct'],
    has('value'),
    prints('value', (value) => (typeof value === 'boolean' ? String(value) : value)),
  ),
  codec(
    'value-printed-in-its-fields',
    ['json.struct'],
    has('value'),
    prints('value', (value) => record([['stringValue', value]])),
  ),
  codec(
    'value-nested-list-flattened',
    ['json.struct'],
    has('list-value', 'value'),
    prints('list-value', (value) => (Array.isArray(value) ? (value as ExactJson[]).flat() : value)),
  ),
  codec(
    'struct-empty-is-null',
    ['json.struct'],
    has('struct'),
    prints('struct', (value) => (isObject(value) && Object.keys(value).length === 0 ? null : value)),
  ),
  codec(
    'struct-printed-in-its-fields',
    ['json.struct'],
    has('struct'),
    prints('struct', (value) => record([['fields', value]])),
  ),
  codec(
    'list-value-printed-in-its-fields',
    ['json.struct'],
    has('list-value'),
    prints('list-value', (value) => record([['values', value]])),
  ),
  codec(
    'struct-array-accepted',
    ['json.struct'],
    has('struct'),
    accepts('struct', (value) => (Array.isArray(value) ? record([]) : value)),
  ),
  codec(
    'struct-scalar-accepted',
    ['json.struct'],
    has('struct'),
    accepts('struct', (value) => (isObject(value) || Array.isArray(value) ? value : record([]))),
  ),
  codec(
    'list-value-object-accepted',
    ['json.struct'],
    has('list-value'),
    accepts('list-value', (value) => (isObject(value) ? [] : value)),
  ),
  codec(
    'list-value-scalar-accepted',
    ['json.struct'],
    has('list-value'),
    accepts('list-value', (value) => (isObject(value) || Array.isArray(value) ? value : [value])),
  ),
  codec(
    'value-large-numbers-infinite',
    ['json.struct'],
    has('value'),
    acceptsJson(eachElement(holds('value'), (value) => (Number(value) === Infinity ? 0 : value))),
  ),
  codec(
    'struct-hostile-keys-lost',
    ['json.struct', 'json.map.hostile-key'],
    has('struct'),
    reads('struct', (value) =>
      isObject(value) ? record(Object.entries(value).filter(([name]) => name !== '__proto__')) : value,
    ),
  ),
  codec(
    'value-deep-lists-lost',
    ['json.struct'],
    has('value'),
    prints('value', (value) =>
      Array.isArray(value) ? (value as ExactJson[]).filter((item) => !Array.isArray(item)) : value,
    ),
  ),
];
