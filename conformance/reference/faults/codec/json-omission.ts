/** Faults in what ProtoJSON leaves out, and what it must not. */
import { type ExactJson, isObject } from '../../oracle/json-text.ts';
import type { FieldInfo } from '../../oracle/schema.ts';
import type { Fault } from '../fault.ts';
import { all, writesNames } from './json-names-tools.ts';
import { record } from './json-tree.ts';
import {
  type FieldTest,
  any,
  both,
  explicit,
  holds,
  implicit,
  isEnum,
  list,
  map,
  not,
  oneof,
  scalar,
  singular,
} from './places.ts';
import { codec } from './row.ts';
import { writesJson, writesText } from './ways.ts';

/** Fields of a message that a writer adds while they are unset. */
const writesUnset = (wanted: FieldTest, value: (field: FieldInfo) => ExactJson) =>
  writesJson({
    object: (object, { fields }) =>
      record([
        ...Object.entries(object),
        ...fields
          .filter((field) => wanted(field) && !Object.hasOwn(object, field.jsonName))
          .map((field) => [field.jsonName, value(field)] as const),
      ]),
  });

/** Is it what a reader takes an absent member for? */
const isDefault = (value: ExactJson): boolean =>
  value === 0 || value === '' || value === '0' || value === false || (Array.isArray(value) && value.length === 0);

export const jsonOmissionFaults: readonly Fault[] = [
  codec(
    'default-printed',
    ['json.default.omitted'],
    any(both(singular, implicit, scalar('string'))),
    writesUnset(both(singular, implicit, scalar('string')), () => ''),
  ),
  codec(
    'zero-printed',
    ['json.default.omitted'],
    any(both(singular, implicit, scalar('int32'))),
    writesUnset(both(singular, implicit, scalar('int32')), () => 0),
  ),
  codec(
    'enum-default-printed',
    ['json.default.omitted'],
    any(both(singular, implicit, isEnum)),
    writesUnset(both(singular, implicit, isEnum), ({ type }) =>
      type.kind === 'enum' ? (type.info.names.get(type.info.first) ?? 0) : 0,
    ),
  ),
  codec(
    'empty-list-printed',
    ['json.default.omitted'],
    any(list),
    writesUnset(list, () => []),
  ),
  codec(
    'empty-map-printed',
    ['json.default.omitted'],
    any(map),
    writesUnset(map, () => record([])),
  ),
  codec(
    'unset-printed-as-null',
    ['json.presence.kept', 'json.default.omitted'],
    any(both(singular, not(implicit))),
    writesUnset(both(singular, not(implicit), not(oneof)), () => null),
  ),
  codec(
    'explicit-default-not-printed',
    ['json.presence.kept'],
    any(explicit),
    writesNames((name, field, value) =>
      field !== undefined && both(singular, explicit)(field) && isDefault(value) ? undefined : name,
    ),
  ),
  codec(
    'oneof-default-not-printed',
    ['json.presence.kept', 'binary.oneof.default'],
    any(both(oneof, scalar('string', 'int32'))),
    writesNames((name, field, value) => (field?.oneof !== undefined && isDefault(value) ? undefined : name)),
  ),
  codec(
    'empty-message-not-printed',
    ['binary.message.empty', 'json.presence.kept'],
    any(both(singular, holds())),
    writesNames((name, field, value) =>
      field !== undefined && both(singular, holds())(field) && isObject(value) && Object.keys(value).length === 0
        ? undefined
        : name,
    ),
  ),
  codec(
    'one-field-not-printed',
    ['values.field.carried'],
    all,
    writesJson({ object: (object) => record(Object.entries(object).slice(1)) }),
  ),
  codec('unknown-fields-printed', ['json.unknown.dropped'], all, writesUnknown()),
];

/** A member for what the message has beside its fields, as some writers keep it. */
function writesUnknown(): Fault['wrap'] {
  return (testee, pkg) => {
    let given = '';
    const inner = writesText((text) =>
      given.length > 0 && text.startsWith('{') && text !== '{}' ? `{"$unknown":1,${text.slice(1)}` : undefined,
    )(testee, pkg);
    return {
      handle(request, emit) {
        given =
          request.cmd === 'transcode' && 'b64' in request.data && hasHighNumber(request.data.b64) ? 'unknown' : '';
        return inner.handle(request, emit);
      },
    };
  };
}

/** Does the input begin with, or end in, the highest number there is? */
const hasHighNumber = (b64: string): boolean => Buffer.from(b64, 'base64').toString('hex').includes('ffffff0f');
