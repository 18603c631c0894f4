/** Faults of ProtoJSON that one place alone has: lists, values of maps, members of oneofs, keys. */
import { isNumber, isObject, type ExactJson } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { accepts, data, isString, narrow, prints, reads, refuses } from './json-values-tools.ts';
import { placeNames, standing } from './placed-tools.ts';
import {
  type FieldTest,
  any,
  both,
  float,
  holds,
  integer,
  isEnum,
  list,
  map,
  openEnum,
  scalar,
  wide,
} from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, readsJson, refusesJson, writesJson } from './ways.ts';

/** One row, three faults. */
const everyPlace = (
  name: string,
  clauses: readonly string[],
  { wanted, wrap }: { wanted: FieldTest; wrap: (here: FieldTest) => Fault['wrap'] },
): readonly Fault[] =>
  placeNames.map((place) => {
    const here = both(standing[place], wanted);
    return codec(`${name}-in-${place}`, clauses, any(here), wrap(here));
  });

const specials: readonly ExactJson[] = ['NaN', 'Infinity', '-Infinity'];

const wrapped = (value: ExactJson, min: bigint, max: bigint): ExactJson => {
  const whole =
    isString(value) && /^-?\d+$/.test(value)
      ? BigInt(value)
      : isNumber(value) && Number.isInteger(Number(value))
        ? BigInt(value)
        : undefined;
  if (whole === undefined || (whole >= min && whole <= max)) return value;
  const width = max - min + 1n;
  return (((((whole - min) % width) + width) % width) + min).toString();
};

/** Keys of maps, changed. */
const keys = (wanted: (field: Parameters<FieldTest>[0]) => boolean, change: (key: string) => string) => ({
  whole: (value: ExactJson, field: Parameters<FieldTest>[0]): ExactJson =>
    map(field) && wanted(field) && isObject(value)
      ? record(Object.entries(value).map(([key, item]) => [change(key), item] as const))
      : value,
});

const hasKey =
  (...names: readonly string[]): FieldTest =>
  ({ key }) =>
    key !== undefined && names.includes(key.scalar);

export const placedJsonFaults: readonly Fault[] = [
  ...everyPlace('int-strings-refused', ['json.int.form'], { wanted: narrow, wrap: (here) => refuses(here, isString) }),
  ...everyPlace('int64-numbers-refused', ['json.int.form'], { wanted: wide, wrap: (here) => refuses(here, isNumber) }),
  ...everyPlace('range-wraps', ['json.int.range'], {
    wanted: integer,
    wrap: (here) =>
      accepts(here, (value, { type }) =>
        type.kind === 'scalar' ? wrapped(value, type.info.min, type.info.max) : value,
      ),
  }),
  ...everyPlace('fractions-cut', ['json.int.fraction'], {
    wanted: integer,
    wrap: (here) => accepts(here, (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
  }),
  ...everyPlace('bool-is-int', ['json.int.type'], {
    wanted: integer,
    wrap: (here) => accepts(here, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  }),
  ...everyPlace('int64-printed-as-number', ['json.int64.output', 'json.int64.exact'], {
    wanted: wide,
    wrap: (here) => prints(here, (value) => (isString(value) ? BigInt(value) : value)),
  }),
  ...everyPlace('enum-numbers-refused', ['json.enum.input', 'json.enum.unknown-number'], {
    wanted: isEnum,
    wrap: (here) => refuses(here, isNumber),
  }),
  ...everyPlace('unknown-enum-names-to-zero', ['json.enum.unknown-name'], {
    wanted: isEnum,
    wrap: (here) => accepts(here, (value) => (isString(value) ? 0 : value)),
  }),
  ...everyPlace('enum-printed-as-number', ['json.enum.output', 'values.enum.member'], {
    wanted: openEnum,
    wrap: (here) =>
      prints(here, (value, { type }) =>
        isString(value) && type.kind === 'enum' ? (type.info.numbers.get(value) ?? value) : value,
      ),
  }),
  ...everyPlace('special-floats-refused', ['json.float.special'], {
    wanted: float,
    wrap: (here) => refuses(here, (value) => specials.includes(value)),
  }),
  ...everyPlace('special-floats-printed-as-null', ['json.float.special'], {
    wanted: float,
    wrap: (here) => prints(here, (value) => (specials.includes(value) ? null : value)),
  }),
  ...everyPlace('float-strings-refused', ['json.float.form'], {
    wanted: float,
    wrap: (here) => refuses(here, (value) => isString(value) && !specials.includes(value)),
  }),
  ...everyPlace('quoted-bool-accepted', ['json.bool.quoted'], {
    wanted: scalar('bool'),
    wrap: (here) => accepts(here, (value) => (value === 'true' ? true : value === 'false' ? false : value)),
  }),
  ...everyPlace('url-safe-base64-refused', ['json.bytes.input'], {
    wanted: data,
    wrap: (here) => refuses(here, (value) => isString(value) && /[-_]/.test(value)),
  }),
  ...everyPlace('unpadded-base64-refused', ['json.bytes.input'], {
    wanted: data,
    wrap: (here) => refuses(here, (value) => isString(value) && value.length % 4 > 0),
  }),
  ...everyPlace('base64-printed-url-safe', ['json.bytes.output'], {
    wanted: data,
    wrap: (here) =>
      prints(here, (value) => (isString(value) ? value.replaceAll('+', '-').replaceAll('/', '_') : value)),
  }),
  ...everyPlace('number-is-string', ['json.string'], {
    wanted: scalar('string'),
    wrap: (here) => accepts(here, (value) => (isNumber(value) ? String(value) : value)),
  }),
  ...everyPlace('lone-surrogates-accepted', ['json.string.surrogates'], {
    wanted: scalar('string'),
    wrap: (here) => accepts(here, (value) => (isString(value) ? value.replaceAll(/\p{Surrogate}/gu, '\ufffd') : value)),
  }),
  ...everyPlace('scalar-is-message', ['json.message.type'], {
    wanted: holds(),
    wrap: (here) => accepts(here, (value) => (isObject(value) || value === null ? value : record([]))),
  }),
  ...everyPlace('timestamp-fraction-cut', ['json.timestamp.form'], {
    wanted: holds('timestamp'),
    wrap: (here) => prints(here, (value) => (isString(value) ? value.replace(/(\.\d{3})\d+Z$/, '$1Z') : value)),
  }),
  ...everyPlace('duration-sign-lost', ['json.duration.form'], {
    wanted: holds('duration'),
    wrap: (here) => reads(here, (value) => (isString(value) ? value.replace(/^-/, '') : value)),
  }),
  ...everyPlace('value-null-lost', ['json.struct'], {
    wanted: holds('value'),
    wrap: (here) => prints(here, (value) => (value === null ? record([]) : value)),
  }),
  ...everyPlace('wrapper-printed-as-object', ['json.wrappers'], {
    wanted: holds('wrapper'),
    wrap: (here) => prints(here, (value) => record([['value', value]])),
  }),
  codec(
    'null-enum-element-is-default',
    ['json.null.element'],
    any(both(list, isEnum)),
    accepts(both(list, isEnum), (value) => (value === null ? 0 : value)),
  ),
  codec(
    'null-enum-map-value-is-default',
    ['json.null.element'],
    any(both(map, isEnum)),
    accepts(both(map, isEnum), (value) => (value === null ? 0 : value)),
  ),
  codec(
    'null-message-map-value-is-empty',
    ['json.null.element'],
    any(both(map, holds())),
    accepts(both(map, holds()), (value) => (value === null ? record([]) : value)),
  ),
  codec(
    'null-timestamp-element-is-epoch',
    ['json.null.element'],
    any(both(list, holds('timestamp'))),
    accepts(both(list, holds('timestamp')), (value) => (value === null ? '1970-01-01T00:00:00Z' : value)),
  ),
  codec(
    'null-wrapper-element-is-default',
    ['json.null.element', 'json.wrappers'],
    any(both(list, holds('wrapper'))),
    accepts(both(list, holds('wrapper')), (value) => (value === null ? '0' : value)),
  ),
  codec(
    'wide-keys-through-a-double',
    ['json.map', 'json.int64.exact', 'values.field.carried'],
    any(hasKey('int64', 'uint64')),
    readsJson(
      keys(hasKey('int64', 'uint64'), (key) => (/^-?\d{16,}$/.test(key) ? BigInt(Number(key)).toString() : key)),
    ),
  ),
  codec(
    'wide-keys-printed-rounded',
    ['json.map', 'json.int64.exact', 'values.field.carried'],
    any(hasKey('int64', 'uint64')),
    writesJson(keys(hasKey('int64', 'uint64'), (key) => BigInt(Number(key)).toString())),
  ),
  codec(
    'unsigned-keys-printed-signed',
    ['json.map', 'values.field.carried'],
    any(hasKey('uint32', 'fixed32')),
    writesJson(keys(hasKey('uint32', 'fixed32'), (key) => String(Number(key) | 0))),
  ),
  codec(
    'bool-keys-printed-as-numbers',
    ['json.map', 'values.field.carried'],
    any(hasKey('bool')),
    writesJson(keys(hasKey('bool'), (key) => (key === 'true' ? '1' : '0'))),
  ),
  codec(
    'spaces-around-keys-accepted',
    ['json.map.key'],
    any(hasKey('int32', 'int64')),
    acceptsJson(keys(hasKey('int32', 'int64', 'uint32'), (key) => key.trim())),
  ),
  codec(
    'words-of-other-cases-are-bool-keys',
    ['json.map.key'],
    any(hasKey('bool')),
    acceptsJson(keys(hasKey('bool'), (key) => key.toLowerCase())),
  ),
  codec(
    'numbers-are-bool-keys',
    ['json.map.key'],
    any(hasKey('bool')),
    acceptsJson(keys(hasKey('bool'), (key) => (key === '1' ? 'true' : key === '0' ? 'false' : key))),
  ),
  codec(
    'string-keys-trimmed',
    ['values.field.carried', 'json.map', 'json.map.hostile-key', 'values.roundtrip.json'],
    any(hasKey('string')),
    readsJson(keys(hasKey('string'), (key) => key.trim())),
  ),
  codec(
    'string-keys-in-lower-case',
    ['values.field.carried', 'json.map', 'json.map.hostile-key', 'values.roundtrip.json'],
    any(hasKey('string')),
    readsJson(keys(hasKey('string'), (key) => key.toLowerCase())),
  ),
  codec(
    'map-of-two-entries-refused',
    ['json.map'],
    any(map),
    refusesJson((value, field) => map(field) && isObject(value) && Object.keys(value).length > 1),
  ),
];
