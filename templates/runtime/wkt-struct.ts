/**
 * `google.protobuf.Struct`, `Value` and `ListValue` in ProtoJSON: any JSON there is. Source: the comments of
 * google/protobuf/struct.proto.
 */
import { JsonError } from './errors.ts';
import { asDouble, asString } from './json-read-scalar.ts';
import type { JsonReadOptions, JsonWriteOptions } from './json-options.ts';
import { asList, asMap, inner } from './json-read.ts';
import { boolText, doubleText, stringText } from './json-write-scalar.ts';
import { below, listText, mapText } from './json-write.ts';

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

interface StructMessage {
  fields: { [key: string]: ValueMessage };
}

interface ListMessage {
  values: ValueMessage[];
}

interface ValueMessage {
  kind?:
    | { case: 'nullValue'; value: number }
    | { case: 'numberValue'; value: number }
    | { case: 'stringValue'; value: string }
    | { case: 'boolValue'; value: boolean }
    | { case: 'structValue'; value: StructMessage }
    | { case: 'listValue'; value: ListMessage }
    | undefined;
}

/** A JSON object. @throws {JsonError} As `valueText`. */
export function structText(struct: StructMessage, options?: JsonWriteOptions): string {
  const inside = below(options);
  return mapText(struct.fields, (value) => valueText(value, inside));
}

/** A JSON array. @throws {JsonError} As `valueText`. */
export function listValueText(list: ListMessage, options?: JsonWriteOptions): string {
  const inside = below(options);
  return listText(list.values, (value) => valueText(value, inside));
}

/** Any JSON. @throws {JsonError} `no-value` when none is set; `not-finite`: JSON has no NaN, and a string would be a string. */
export function valueText({ kind }: ValueMessage, options?: JsonWriteOptions): string {
  switch (kind?.case) {
    case 'nullValue':
      return 'null';
    case 'numberValue':
      if (!Number.isFinite(kind.value)) throw new JsonError('not-finite', 'JSON has no NaN and no infinity');
      return doubleText(kind.value);
    case 'stringValue':
      return stringText(kind.value);
    case 'boolValue':
      return boolText(kind.value);
    case 'structValue':
      return structText(kind.value, options);
    case 'listValue':
      return listValueText(kind.value, options);
    default:
      throw new JsonError('no-value', 'a Value needs its kind');
  }
}

/** @throws {JsonError} `wrong-type`, `too-deep`; what `asValue` throws. */
export function asStruct(json: unknown, options?: JsonReadOptions): StructMessage {
  return { fields: asMap(json, asValue, inner(options)) };
}

/** @throws {JsonError} `wrong-type`, `too-deep`; what `asValue` throws. */
export function asListValue(json: unknown, options?: JsonReadOptions): ListMessage {
  return { values: asList(json, asValue, inner(options)) };
}

/** @throws {JsonError} `lone-surrogate`, `out-of-range`, `too-deep`. */
export function asValue(json: unknown, options?: JsonReadOptions): ValueMessage {
  return { kind: kindOf(json, options) };
}

function kindOf(json: unknown, options: JsonReadOptions | undefined): ValueMessage['kind'] {
  switch (typeof json) {
    case 'string':
      return { case: 'stringValue', value: asString(json) };
    case 'boolean':
      return { case: 'boolValue', value: json };
    case 'number':
    case 'bigint':
      return { case: 'numberValue', value: asDouble(json) };
    default:
      if (json === null) return { case: 'nullValue', value: 0 };
      if (Array.isArray(json)) return { case: 'listValue', value: asListValue(json, options) };
      return { case: 'structValue', value: asStruct(json, options) };
  }
}
