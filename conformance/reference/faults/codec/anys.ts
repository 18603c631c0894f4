/** Faults in the JSON forms of Any, Empty and NullValue. */
import { isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { type FieldTest, any, both, not, singular } from './places.ts';
import { codec } from './row.ts';
import { eachElement, writesJson } from './ways.ts';
import { accepts, anyValue, has, isString, prints, reads, refuses, without } from './well-known-tools.ts';

const has2 = has('any');

export const anysFaults: readonly Fault[] = [
  codec('any-printed-without-type', ['json.any'], has2, prints('any', without('@type'))),
  codec(
    'any-printed-as-bytes',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue((object) =>
        '@type' in object
          ? record([
              ['typeUrl', object['@type']!],
              ['value', ''],
            ])
          : object,
      ),
    ),
  ),
  codec(
    'any-well-known-printed-inline',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue((object) =>
        Object.keys(object).join() === '@type,value' && isObject(object['value'])
          ? record([['@type', object['@type']!], ...Object.entries(object['value'])])
          : object,
      ),
    ),
  ),
  codec(
    'any-content-wrapped',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue(({ '@type': url, ...rest }) =>
        url === undefined || 'value' in rest
          ? record([['@type', url ?? ''], ...Object.entries(rest)])
          : record([
              ['@type', url],
              ['value', record(Object.entries(rest))],
            ]),
      ),
    ),
  ),
  codec(
    'any-content-lost',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue((object) => ('@type' in object ? record([['@type', object['@type']!]]) : object)),
    ),
  ),
  codec(
    'any-url-shortened',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue((object) =>
        isString(object['@type']!)
          ? record([
              ...Object.entries(object).filter(([name]) => name !== '@type'),
              ['@type', object['@type'].replace(/^.*\//, '')],
            ])
          : object,
      ),
    ),
  ),
  codec(
    'any-empty-printed-as-null',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue((object) => (Object.keys(object).length === 0 ? null : object)),
    ),
  ),
  codec(
    'any-type-must-come-first',
    ['json.any'],
    has2,
    refuses('any', (value) => isObject(value) && '@type' in value && Object.keys(value)[0] !== '@type'),
  ),
  codec(
    'any-without-type-accepted',
    ['json.any'],
    has2,
    accepts(
      'any',
      anyValue((object) => ('@type' in object ? object : record([]))),
    ),
  ),
  codec(
    'any-unknown-type-accepted',
    ['json.any'],
    has2,
    accepts(
      'any',
      anyValue((object) => (isString(object['@type'] ?? null) ? record([]) : object)),
    ),
  ),
  codec(
    'any-type-of-another-kind-accepted',
    ['json.any'],
    has2,
    accepts(
      'any',
      anyValue((object) => (isString(object['@type'] ?? null) ? object : record([]))),
    ),
  ),
  codec(
    'any-stranger-accepted',
    ['json.any'],
    has2,
    accepts(
      'any',
      anyValue((object) =>
        '@type' in object && 'noSuchField' in object
          ? record(Object.entries(object).filter(([name]) => name !== 'noSuchField'))
          : object,
      ),
    ),
  ),
  codec(
    'any-value-missing-accepted',
    ['json.any'],
    has2,
    accepts(
      'any',
      anyValue((object) => (Object.keys(object).join() === '@type' ? record([]) : object)),
    ),
  ),
  codec(
    'any-content-unread',
    ['json.any'],
    has2,
    reads(
      'any',
      anyValue((object) =>
        isString(object['@type'] ?? null) && !('value' in object) ? record([['@type', object['@type']!]]) : object,
      ),
    ),
  ),
  codec(
    'any-array-accepted',
    ['json.any'],
    has2,
    accepts('any', (value) => (Array.isArray(value) || isNumber(value) ? record([]) : value)),
  ),
  codec(
    'any-nested-lost',
    ['json.any'],
    has2,
    prints(
      'any',
      anyValue((object) =>
        isObject(object['value'] ?? null) && '@type' in (object['value'] as object)
          ? record([
              ['@type', object['@type']!],
              ['value', record([])],
            ])
          : object,
      ),
    ),
  ),
  codec(
    'empty-printed-as-null',
    ['json.empty'],
    has('empty'),
    prints('empty', () => null),
  ),
  codec(
    'empty-with-fields-accepted',
    ['json.empty'],
    has('empty'),
    accepts('empty', (value) => (isObject(value) ? record([]) : value)),
  ),
  codec(
    'empty-array-accepted',
    ['json.empty'],
    has('empty'),
    accepts('empty', (value) => (Array.isArray(value) ? record([]) : value)),
  ),
  codec(
    'empty-scalar-accepted',
    ['json.empty'],
    has('empty'),
    accepts('empty', (value) => (isObject(value) || Array.isArray(value) ? value : record([]))),
  ),
  codec(
    'null-value-printed-as-name',
    ['json.enum.output', 'json.null.field'],
    any(both(not(singular), isNullValue)),
    writesJson(eachElement(isNullValue, (value) => value ?? 'NULL_VALUE')),
  ),
];

function isNullValue({ type }: Parameters<FieldTest>[0]): boolean {
  return type.kind === 'enum' && type.info.name === 'google.protobuf.NullValue';
}
