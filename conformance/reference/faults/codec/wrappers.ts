/** Faults in the JSON forms of the wrappers. */
import { type ExactJson, isNumber, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { type FieldTest, any, both, holds, singular } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, eachElement, readsJson, refusesJson, writesJson } from './ways.ts';
import { accepts, has, inText, isString, prints } from './well-known-tools.ts';

const named =
  (name: string): FieldTest =>
  ({ type }) =>
    type.kind === 'message' && type.name === `google.protobuf.${name}`;

export const wrappersFaults: readonly Fault[] = [
  codec(
    'wrapper-printed-as-object',
    ['json.wrappers'],
    has('wrapper'),
    prints('wrapper', (value) => record([['value', value]])),
  ),
  codec(
    'wrapper-object-accepted',
    ['json.wrappers'],
    has('wrapper'),
    accepts('wrapper', (value) => (isObject(value) ? ((value['value'] as ExactJson | undefined) ?? null) : value)),
  ),
  codec(
    'wrapper-default-not-printed',
    ['json.wrappers'],
    has('wrapper'),
    writesJson({
      object: (object, { byJsonName }) =>
        record(
          Object.entries(object).filter(([name, value]) => {
            const field = byJsonName.get(name);
            return (
              field === undefined ||
              !both(singular, holds('wrapper'))(field) ||
              !(value === 0 || value === '' || value === false || value === '0')
            );
          }),
        ),
    }),
  ),
  codec(
    'wrapper-null-sets-default',
    ['json.wrappers', 'json.null.field'],
    has('wrapper'),
    readsJson({
      element: (value, field) =>
        value === null && named('StringValue')(field)
          ? ''
          : value === null && named('BoolValue')(field)
            ? false
            : value,
    }),
  ),
  codec(
    'wrapper-int64-printed-as-number',
    ['json.wrappers'],
    any(named('Int64Value')),
    writesJson(eachElement(named('Int64Value'), (value) => (isString(value) ? BigInt(value) : value))),
  ),
  codec(
    'wrapper-uint64-rounded',
    ['json.wrappers'],
    any(named('UInt64Value')),
    writesJson(
      eachElement(named('UInt64Value'), (value) => (isString(value) ? BigInt(Number(value)).toString() : value)),
    ),
  ),
  codec(
    'wrapper-bytes-url-safe',
    ['json.wrappers'],
    any(named('BytesValue')),
    writesJson(eachElement(named('BytesValue'), inText(/\+/g, '-'))),
  ),
  codec(
    'wrapper-nan-as-null',
    ['json.wrappers'],
    any(named('DoubleValue')),
    writesJson(eachElement(named('DoubleValue'), (value) => (value === 'NaN' ? null : value))),
  ),
  codec(
    'wrapper-range-unchecked',
    ['json.wrappers'],
    any(named('Int32Value')),
    acceptsJson(
      eachElement(named('Int32Value'), (value) => (isNumber(value) || isString(value) ? Number(value) | 0 : value)),
    ),
  ),
  codec(
    'wrapper-bool-string-accepted',
    ['json.wrappers'],
    any(named('BoolValue')),
    acceptsJson(eachElement(named('BoolValue'), (value) => (value === 'true' ? true : value))),
  ),
  codec(
    'wrapper-string-number-accepted',
    ['json.wrappers'],
    any(named('StringValue')),
    acceptsJson(eachElement(named('StringValue'), (value) => (isNumber(value) ? String(value) : value))),
  ),
  codec(
    'wrapper-base64-url-safe-refused',
    ['json.wrappers'],
    any(named('BytesValue')),
    refusesJson((value, field) => named('BytesValue')(field) && isString(value) && /[-_]/.test(value)),
  ),
  codec(
    'wrapper-int-string-refused',
    ['json.wrappers'],
    any(named('Int32Value')),
    refusesJson((value, field) => named('Int32Value')(field) && isString(value)),
  ),
];
