/** Faults in well-known types that show at one value or one spelling alone. */
import { isObject, type ExactJson } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { accepts, anyValue, inText, isString, prints, reads, refuses, row } from './well-known-tools.ts';

const inList =
  (change: (value: ExactJson) => ExactJson) =>
  (value: ExactJson): ExactJson =>
    Array.isArray(value) ? value.map((item) => change(item as ExactJson)) : value;

/** Every JSON value inside of one. */
const deeply =
  (change: (value: ExactJson) => ExactJson) =>
  (value: ExactJson): ExactJson => {
    if (Array.isArray(value)) return value.map((item) => deeply(change)(item as ExactJson));
    if (isObject(value))
      return record(Object.entries(value).map(([name, item]) => [name, deeply(change)(item)] as const));
    return change(value);
  };

const withoutNulls = (value: ExactJson): ExactJson =>
  Array.isArray(value) ? value.filter((item) => item !== null).map((item) => withoutNulls(item as ExactJson)) : value;

export const wellKnownCornersFaults: readonly Fault[] = [
  row(
    'mask-camel-after-dot-unread',
    ['json.field-mask'],
    'field-mask',
    reads('field-mask', inText(/\.([a-z]+)([A-Z])/g, '.$1')),
  ),
  row(
    'mask-capitals-lost',
    ['json.field-mask'],
    'field-mask',
    prints('field-mask', (value) => (isString(value) ? value.toLowerCase() : value)),
  ),
  row('mask-last-path-lost', ['json.field-mask'], 'field-mask', reads('field-mask', inText(/,[^,]*$/, ''))),
  row(
    'mask-null-path-list-refused',
    ['json.null.field'],
    'field-mask',
    refuses('field-mask', (value) => value === null),
  ),
  row('value-list-nulls-lost', ['json.struct'], 'value', prints('value', withoutNulls)),
  row('list-value-nulls-lost', ['json.struct'], 'list-value', prints('list-value', withoutNulls)),
  row(
    'struct-values-null-lost',
    ['json.struct'],
    'struct',
    reads(
      'struct',
      anyValue((object) => record(Object.entries(object).filter(([, item]) => item !== null))),
    ),
  ),
  row(
    'value-empty-string-is-null',
    ['json.struct'],
    'value',
    prints(
      'value',
      deeply((value) => (value === '' ? null : value)),
    ),
  ),
  row(
    'value-false-is-null',
    ['json.struct'],
    'value',
    prints(
      'value',
      deeply((value) => (value === false ? null : value)),
    ),
  ),
  row(
    'value-zero-is-null',
    ['json.struct'],
    'value',
    prints(
      'value',
      deeply((value) => (value === 0 || value === 0n ? null : value)),
    ),
  ),
  row(
    'value-null-word-is-null',
    ['json.struct'],
    'value',
    reads(
      'value',
      deeply((value) => (value === 'null' ? null : value)),
    ),
  ),
  row(
    'value-special-words-are-numbers',
    ['json.struct'],
    'value',
    refuses('value', (value) => value === 'NaN' || value === 'Infinity'),
  ),
  row(
    'value-empty-object-is-null',
    ['json.struct'],
    'value',
    prints('value', (value) => (isObject(value) && Object.keys(value).length === 0 ? null : value)),
  ),
  row(
    'value-empty-list-is-null',
    ['json.struct'],
    'value',
    prints('value', (value) => (Array.isArray(value) && value.length === 0 ? null : value)),
  ),
  row(
    'value-list-of-objects-emptied',
    ['json.struct'],
    'value',
    reads(
      'value',
      inList((value) => (isObject(value) ? record([]) : value)),
    ),
  ),
  row(
    'struct-keys-in-camel',
    ['json.struct'],
    'struct',
    prints(
      'struct',
      anyValue((object) =>
        record(
          Object.entries(object).map(
            ([name, item]) =>
              [name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), item] as const,
          ),
        ),
      ),
    ),
  ),
  row(
    'struct-empty-key-lost',
    ['json.struct', 'json.map.hostile-key'],
    'struct',
    prints(
      'struct',
      anyValue((object) => record(Object.entries(object).filter(([name]) => name !== ''))),
    ),
  ),
  row(
    'any-other-prefix-refused',
    ['json.any'],
    'any',
    refuses(
      'any',
      (value) =>
        isObject(value) &&
        isString(value['@type'] ?? 0) &&
        !(value['@type'] as string).startsWith('type.googleapis.com/'),
    ),
  ),
  row(
    'any-type-that-is-no-string-accepted',
    ['json.any'],
    'any',
    accepts(
      'any',
      anyValue((object) => (isString(object['@type'] ?? '') ? object : record([]))),
    ),
  ),
  row(
    'any-well-known-with-more-accepted',
    ['json.any'],
    'any',
    accepts(
      'any',
      anyValue((object) => record(Object.entries(object).filter(([name]) => name === '@type' || name === 'value'))),
    ),
  ),
  row(
    'any-empty-refused',
    ['json.any'],
    'any',
    refuses('any', (value) => isObject(value) && Object.keys(value).length === 0),
  ),
  row(
    'empty-null-is-unset',
    ['json.null.field', 'json.empty'],
    'empty',
    refuses('empty', (value) => value === null),
  ),
  row(
    'empty-not-printed',
    ['json.empty', 'json.presence.kept', 'values.field.carried'],
    'empty',
    prints('empty', () => null),
  ),
];
