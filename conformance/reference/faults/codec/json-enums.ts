/** Faults in enums of ProtoJSON. */
import { type ExactJson, isNumber } from '../../oracle/json-text.ts';
import type { FieldInfo } from '../../oracle/schema.ts';
import type { Fault } from '../fault.ts';
import { accepts, isString, prints, reads, refuses } from './json-values-tools.ts';
import { any, closedEnum, isEnum, openEnum } from './places.ts';
import { codec } from './row.ts';

const knownName = (value: ExactJson, { type }: FieldInfo): boolean =>
  type.kind === 'enum' && isString(value) && type.info.numbers.has(value);

export const jsonEnumsFaults: readonly Fault[] = [
  codec(
    'enum-printed-as-number',
    ['json.enum.output'],
    any(isEnum),
    prints(isEnum, (value, { type }) =>
      type.kind === 'enum' && isString(value) ? (type.info.numbers.get(value) ?? value) : value,
    ),
  ),
  codec(
    'enum-printed-in-lower-case',
    ['json.enum.output'],
    any(isEnum),
    prints(isEnum, (value) => (isString(value) ? value.toLowerCase() : value)),
  ),
  codec(
    'enum-alias-printed',
    ['json.enum.output'],
    any(aliased),
    prints(isEnum, (value, { type }) =>
      type.kind === 'enum' && isString(value)
        ? ([...type.info.numbers].findLast(([, number]) => number === type.info.numbers.get(value))?.[0] ?? value)
        : value,
    ),
  ),
  codec(
    'enum-alias-refused',
    ['json.enum.input'],
    any(aliased),
    refuses(
      isEnum,
      (value, { type }) =>
        type.kind === 'enum' &&
        isString(value) &&
        type.info.numbers.has(value) &&
        type.info.names.get(type.info.numbers.get(value)!) !== value,
    ),
  ),
  codec('enum-numbers-refused', ['json.enum.input'], any(isEnum), refuses(isEnum, isNumber)),
  codec('enum-names-refused', ['json.enum.input'], any(isEnum), refuses(isEnum, isString)),
  codec(
    'unknown-enum-numbers-refused',
    ['json.enum.unknown-number'],
    any(openEnum),
    refuses(
      openEnum,
      (value, { type }) => type.kind === 'enum' && isNumber(value) && !type.info.names.has(Number(value)),
    ),
  ),
  codec(
    'unknown-enum-numbers-to-zero',
    ['json.enum.unknown-number'],
    any(openEnum),
    reads(openEnum, (value, { type }) =>
      type.kind === 'enum' && isNumber(value) && !type.info.names.has(Number(value)) ? 0 : value,
    ),
  ),
  codec(
    'unknown-enum-numbers-printed-as-null',
    ['json.enum.unknown-number', 'values.enum.unlisted'],
    any(openEnum),
    prints(openEnum, (value) => (isNumber(value) ? null : value)),
  ),
  codec(
    'unknown-enum-numbers-printed-as-text',
    ['json.enum.unknown-number', 'values.enum.unlisted'],
    any(openEnum),
    prints(openEnum, (value) => (isNumber(value) ? String(value) : value)),
  ),
  codec(
    'unknown-enum-names-to-zero',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value, field) => (isString(value) && !knownName(value, field) ? 0 : value)),
  ),
  codec(
    'enum-names-without-case',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value, { type }) =>
      type.kind === 'enum' && isString(value)
        ? ([...type.info.numbers.keys()].find((name) => name.toLowerCase() === value.toLowerCase()) ?? value)
        : value,
    ),
  ),
  codec(
    'enum-names-trimmed',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value) => (isString(value) ? value.trim() : value)),
  ),
  codec(
    'enum-fractions-cut',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
  ),
  codec(
    'bool-is-enum',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  ),
  codec(
    'wide-enum-numbers-wrap',
    ['json.enum.unknown-name'],
    any(openEnum),
    accepts(openEnum, (value) => (isNumber(value) ? Number(value) | 0 : value)),
  ),
  codec(
    'inherited-enum-names-accepted',
    ['json.enum.unknown-name'],
    any(isEnum),
    accepts(isEnum, (value) => (isString(value) && value in {} ? 0 : value)),
  ),
  codec(
    'closed-enum-numbers-accepted',
    ['json.enum.unknown-number', 'json.enum.unknown-name'],
    any(closedEnum),
    accepts(closedEnum, (value, { type }) => (isNumber(value) && type.kind === 'enum' ? type.info.first : value)),
  ),
];

function aliased({ type }: FieldInfo): boolean {
  return type.kind === 'enum' && type.info.numbers.size > type.info.names.size;
}
