/** Takes a JSON value that should be a message, gives the first place that no ProtoJSON reader may accept. Source: the ProtoJSON guide. */
import { isNumber, isObject, type ExactJson, type JsonObject } from './json-text.ts';
import type { ScalarInfo } from './scalars.ts';
import type { ElementType, FieldInfo, MessageInfo, Schema } from './schema.ts';
import { escapePointer } from './value.ts';
import { durationLimit, timestampRange } from './well-known-text.ts';

export interface JsonFault {
  /** RFC 6901 pointer. */
  readonly path: string;
  readonly problem: string;
}

/** @param path - Where the value stands. */
export function faultOfJson(schema: Schema, message: MessageInfo, value: ExactJson, path = ''): JsonFault | undefined {
  const fault = (problem: string): JsonFault => ({ path, problem });
  switch (message.wellKnown) {
    case undefined:
      return isObject(value) ? faultOfFields(schema, message, { value, path }) : fault('it is not an object');
    case 'timestamp':
      return isTimestamp(value) ? undefined : fault('it is no timestamp as RFC 3339 has it');
    case 'duration':
      return isDuration(value) ? undefined : fault('it is no duration in seconds');
    case 'field-mask':
      return typeof value === 'string' && !value.includes('_') ? undefined : fault('it is no list of paths');
    case 'wrapper':
      return value === null ? undefined : faultOfElement(schema, message.fields[0]!.type, { value, path });
    case 'any':
      return isObject(value) ? faultOfAny(schema, value, path) : fault('it is not an object');
    case 'empty':
      return isObject(value) && Object.keys(value).length === 0 ? undefined : fault('it is no empty object');
    case 'struct':
      if (!isObject(value)) return fault('it is not an object');
      return isFinite(value) ? undefined : fault('a number in it is no double');
    case 'list-value':
      if (!Array.isArray(value)) return fault('it is not an array');
      return isFinite(value) ? undefined : fault('a number in it is no double');
    case 'value':
      return isFinite(value) ? undefined : fault('a number in it is no double');
    default:
      return message.wellKnown satisfies never;
  }
}

const timestampForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const durationForm = /^-?(\d+)(?:\.\d{1,9})?s$/;

function isTimestamp(value: ExactJson): boolean {
  const [, date] = typeof value === 'string' ? (timestampForm.exec(value) ?? []) : [];
  if (date === undefined) return false;
  // Parsed as UTC and printed again, a day that no month has becomes another.
  const millis = Date.parse(`${date}Z`);
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 19) !== date) return false;
  const instant = Date.parse(String(value));
  // An offset of a day or more, or of sixty minutes, is none.
  if (Number.isNaN(instant)) return false;
  const seconds = BigInt(Math.floor(instant / 1000));
  return seconds >= timestampRange.min && seconds <= timestampRange.max;
}

function isDuration(value: ExactJson): boolean {
  const [, seconds] = typeof value === 'string' ? (durationForm.exec(value) ?? []) : [];
  return seconds !== undefined && BigInt(seconds) <= durationLimit;
}

/** Every number in the value, as the doubles that a Struct holds. */
function isFinite(value: ExactJson): boolean {
  if (isNumber(value)) return Number.isFinite(Number(value));
  if (Array.isArray(value)) return (value as readonly ExactJson[]).every(isFinite);
  return !isObject(value) || Object.values(value).every(isFinite);
}

interface Place<T extends ExactJson = ExactJson> {
  readonly value: T;
  readonly path: string;
}

function faultOfFields(
  schema: Schema,
  message: MessageInfo,
  { value, path }: Place<JsonObject>,
): JsonFault | undefined {
  const fields = new Set<FieldInfo>();
  const taken = new Set<string>();
  for (const [name, item] of Object.entries(value)) {
    const place = { value: item, path: `${path}/${escapePointer(name)}` };
    const field = message.byJsonName.get(name);
    if (field === undefined) return { path: place.path, problem: 'no field has this name' };
    if (fields.has(field)) return { path: place.path, problem: 'the field has its other name there as well' };
    fields.add(field);
    if (field.oneof !== undefined && item !== null) {
      if (taken.has(field.oneof)) return { path: place.path, problem: `the oneof "${field.oneof}" is set twice` };
      taken.add(field.oneof);
    }
    const fault = faultOfField(schema, field, place);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfField(schema: Schema, field: FieldInfo, { value, path }: Place): JsonFault | undefined {
  // Null stands for the default, whatever the field is.
  if (value === null) return undefined;
  switch (field.cardinality) {
    case 'singular':
      return faultOfElement(schema, field.type, { value, path });
    case 'list':
      if (!Array.isArray(value)) return { path, problem: 'it is not an array' };
      return first(
        (value as readonly ExactJson[]).map(
          (item, i) => () => faultOfItem(schema, field.type, { value: item, path: `${path}/${i}` }),
        ),
      );
    case 'map':
      if (!isObject(value)) return { path, problem: 'it is not an object' };
      return first(
        Object.entries(value).map(([key, item]) => () => {
          const inner = `${path}/${escapePointer(key)}`;
          const wrong = field.key === undefined ? undefined : faultOfKey(field.key, key);
          return wrong === undefined
            ? faultOfItem(schema, field.type, { value: item, path: inner })
            : { path: inner, problem: wrong };
        }),
      );
    default:
      return field.cardinality satisfies never;
  }
}

const first = (checks: readonly (() => JsonFault | undefined)[]): JsonFault | undefined => {
  for (const check of checks) {
    const fault = check();
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/** Of a list or map: null is no element, but where it is a value of its own. */
function faultOfItem(schema: Schema, type: ElementType, place: Place): JsonFault | undefined {
  const wrapped = type.kind === 'message' && schema.message(type.name).wellKnown === 'wrapper';
  if (wrapped && place.value === null) return { path: place.path, problem: 'null is no element' };
  return faultOfElement(schema, type, place);
}

function faultOfElement(schema: Schema, type: ElementType, { value, path }: Place): JsonFault | undefined {
  switch (type.kind) {
    case 'message':
      return faultOfJson(schema, schema.message(type.name), value, path);
    case 'enum': {
      const known = typeof value === 'string' ? type.info.numbers.has(value) : isInteger(value, int32);
      const empty = type.info.name === 'google.protobuf.NullValue' && value === null;
      return known || empty ? undefined : { path, problem: `it is no member of ${type.info.name}` };
    }
    case 'scalar': {
      const problem = faultOfScalar(type.info, value);
      return problem === undefined ? undefined : { path, problem };
    }
    default:
      return type satisfies never;
  }
}

const int32: Pick<ScalarInfo, 'min' | 'max'> = { min: -(2n ** 31n), max: 2n ** 31n - 1n };
const base64Form = /^[A-Za-z0-9+/_-]*={0,2}$/;
const specialFloats: readonly string[] = ['NaN', 'Infinity', '-Infinity'];

function faultOfScalar(info: ScalarInfo, value: ExactJson): string | undefined {
  const fits = (): boolean => {
    switch (info.family) {
      case 'int':
        return isInteger(value, info);
      case 'float':
        if (typeof value === 'string' && !numberForm.test(value)) return specialFloats.includes(value);
        return (isNumber(value) || typeof value === 'string') && isInRange(info, Number(value));
      case 'bool':
        return typeof value === 'boolean';
      case 'string':
        return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
      case 'bytes':
        return typeof value === 'string' && base64Form.test(value) && value.replaceAll('=', '').length % 4 !== 1;
      default:
        return info.family satisfies never;
    }
  };
  return fits() ? undefined : `it is no ${info.scalar}`;
}

/** Beyond the largest value there is no float, and a reader may not make it infinite. */
const isInRange = ({ scalar }: ScalarInfo, value: number): boolean =>
  Number.isFinite(scalar === 'float' ? Math.fround(value) : value);

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number without fraction in the range, as a number or a string. */
function isInteger(value: ExactJson, { min, max }: Pick<ScalarInfo, 'min' | 'max'>): boolean {
  if (!isNumber(value) && !(typeof value === 'string' && numberForm.test(value))) return false;
  const text = String(value);
  if (/^-?\d+$/.test(text)) return BigInt(text) >= min && BigInt(text) <= max;
  const number = Number(text);
  return Number.isInteger(number) && number >= Number(min) && number <= Number(max);
}

function faultOfKey(key: ScalarInfo, text: string): string | undefined {
  if (key.family === 'bool') return text === 'true' || text === 'false' ? undefined : 'the key is no bool';
  if (key.family === 'int' && !isInteger(text, key)) return `the key is no ${key.scalar}`;
  return undefined;
}

function faultOfAny(schema: Schema, value: JsonObject, path: string): JsonFault | undefined {
  const { '@type': url, ...rest } = value;
  if (url === undefined) return Object.keys(rest).length === 0 ? undefined : { path, problem: 'there is no "@type"' };
  if (typeof url !== 'string') return { path, problem: '"@type" is not a string' };
  const inner = schema.findMessage(url.slice(url.lastIndexOf('/') + 1));
  if (inner === undefined || inner.wellKnown === 'any') return undefined;
  if (inner.wellKnown === undefined) return faultOfFields(schema, inner, { value: rest, path });
  return rest['value'] === undefined ? undefined : faultOfJson(schema, inner, rest['value'], `${path}/value`);
}
