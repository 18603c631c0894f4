/** Faults in lists, maps and messages of ProtoJSON. */
import { type ExactJson, isObject } from '../../oracle/json-text.ts';
import type { FieldInfo } from '../../oracle/schema.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { accepts, data } from './json-values-tools.ts';
import { any, both, holds, list, map, singular } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, readsJson, writesJson } from './ways.ts';

const keys = (change: (key: string, field: FieldInfo) => string | undefined) => ({
  whole: (value: ExactJson, field: FieldInfo): ExactJson =>
    map(field) && isObject(value)
      ? record(
          Object.entries(value).flatMap(([key, item]) => {
            const other = change(key, field);
            return other === undefined ? [] : [[other, item] as const];
          }),
        )
      : value,
});

const inKeys = (wanted: (field: FieldInfo) => boolean, change: (key: string) => string) =>
  keys((key, field) => (wanted(field) ? change(key) : key));

const keyFamily =
  (family: string) =>
  (field: FieldInfo): boolean =>
    field.key?.family === family;

export const jsonContainersFaults: readonly Fault[] = [
  codec(
    'list-is-bytes',
    ['json.bytes.invalid'],
    any(both(data, singular)),
    accepts(both(data, singular), (value) => (Array.isArray(value) ? '' : value)),
  ),

  codec(
    'bare-element-is-list',
    ['json.list'],
    any(list),
    acceptsJson({
      whole: (value, field) =>
        list(field) && !Array.isArray(value) && value !== null && !isObject(value) ? [value] : value,
    }),
  ),
  codec(
    'object-is-list',
    ['json.list'],
    any(list),
    acceptsJson({ whole: (value, field) => (list(field) && isObject(value) ? Object.values(value) : value) }),
  ),
  codec(
    'nested-list-flattened',
    ['json.list'],
    any(list),
    acceptsJson({
      whole: (value, field) => (list(field) && Array.isArray(value) ? (value as ExactJson[]).flat() : value),
    }),
  ),
  codec(
    'string-is-list',
    ['json.list'],
    any(list),
    acceptsJson({ whole: (value, field) => (list(field) && typeof value === 'string' ? [] : value) }),
  ),
  codec(
    'list-turned',
    ['json.list'],
    any(list),
    writesJson({
      whole: (value, field) => (list(field) && Array.isArray(value) ? (value as ExactJson[]).toReversed() : value),
    }),
  ),
  codec(
    'list-of-one-printed-bare',
    ['json.list'],
    any(list),
    writesJson({
      whole: (value, field) =>
        list(field) && Array.isArray(value) && value.length === 1 ? (value[0] as ExactJson) : value,
    }),
  ),
  codec(
    'array-is-map',
    ['json.map'],
    any(map),
    acceptsJson({ whole: (value, field) => (map(field) && Array.isArray(value) ? record([]) : value) }),
  ),
  codec(
    'scalar-is-map',
    ['json.map'],
    any(map),
    acceptsJson({
      whole: (value, field) => (map(field) && !isObject(value) && !Array.isArray(value) ? record([]) : value),
    }),
  ),
  codec(
    'map-printed-as-entries',
    ['json.map'],
    any(map),
    writesJson({
      whole: (value, field) =>
        map(field) && isObject(value)
          ? Object.entries(value).map(([key, item]) =>
              record([
                ['key', key],
                ['value', item],
              ]),
            )
          : value,
    }),
  ),
  codec(
    'map-last-entry-not-printed',
    ['json.map'],
    any(map),
    writesJson({
      whole: (value, field) => (map(field) && isObject(value) ? record(Object.entries(value).slice(0, -1)) : value),
    }),
  ),
  codec(
    'any-bool-key-accepted',
    ['json.map.key'],
    any(keyFamily('bool')),
    acceptsJson(inKeys(keyFamily('bool'), (key) => String(key === '1' || key.toLowerCase() === 'true'))),
  ),
  codec(
    'int-keys-wrap',
    ['json.map.key'],
    any(keyFamily('int')),
    acceptsJson(
      keys((key, field) =>
        field.key?.family === 'int' &&
        /^-?\d+$/.test(key) &&
        (BigInt(key) > field.key.max || BigInt(key) < field.key.min)
          ? '0'
          : key,
      ),
    ),
  ),
  codec(
    'int-keys-read-to-a-letter',
    ['json.map.key'],
    any(keyFamily('int')),
    acceptsJson(inKeys(keyFamily('int'), (key) => (/^\s*\d/.test(key) ? String(Number.parseInt(key, 10)) : key))),
  ),
  codec(
    'empty-key-is-zero',
    ['json.map.key'],
    any(keyFamily('int')),
    acceptsJson(inKeys(keyFamily('int'), (key) => (key === '' ? '0' : key))),
  ),
  codec(
    'fractions-in-keys-cut',
    ['json.map.key'],
    any(keyFamily('int')),
    acceptsJson(inKeys(keyFamily('int'), (key) => key.replace(/\.\d+$/, ''))),
  ),
  codec(
    'bad-entries-dropped',
    ['json.map.key'],
    any(keyFamily('int')),
    acceptsJson(keys((key, field) => (field.key?.family === 'int' && !/^-?\d+$/.test(key) ? undefined : key))),
  ),
  codec(
    'hostile-keys-lost',
    ['json.map.hostile-key'],
    any(keyFamily('string')),
    readsJson(keys((key) => (key === '__proto__' ? undefined : key))),
  ),
  codec(
    'inherited-keys-lost',
    ['json.map.hostile-key'],
    any(keyFamily('string')),
    writesJson(keys((key) => (key !== '__proto__' && key in {} ? undefined : key))),
  ),
  codec(
    'empty-key-lost',
    ['json.map.hostile-key'],
    any(keyFamily('string')),
    readsJson(keys((key, field) => (field.key?.family === 'string' && key === '' ? undefined : key))),
  ),
  codec(
    'scalar-is-message',
    ['json.message.type'],
    any(holds()),
    accepts(holds(), (value) => (isObject(value) || Array.isArray(value) ? value : record([]))),
  ),
  codec(
    'array-is-message',
    ['json.message.type'],
    any(both(singular, holds())),
    accepts(both(singular, holds()), (value) => (Array.isArray(value) ? record([]) : value)),
  ),
  codec(
    'empty-string-is-message',
    ['json.message.type'],
    any(holds()),
    accepts(holds(), (value) => (value === '' ? record([]) : value)),
  ),
];
