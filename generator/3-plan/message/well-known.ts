/**
 * The well-known types whose JSON is not the object of their fields. A message that merely has such a name, but other
 * fields, is an ordinary one. Source: protobuf.dev/programming-guides/json, and the comments of google/protobuf/*.proto.
 */
import type { Message } from '../../ir/protocol.ts';
import type { TypeCode } from '../../ir/view/code.ts';
import { fixedType } from './code.ts';

export interface WellKnown {
  /** Names of its fields. */
  readonly fields: string;
  readonly type: TypeCode;
  /** Functions of the runtime. */
  readonly read: string;
  readonly write: string;
  /** The functions take options: other messages may lie inside. */
  readonly options: boolean;
}

const string = fixedType('string');
const jsonValue: TypeCode = { kind: 'runtime', name: 'JsonValue', args: [] };
/** Any JSON object. */
export const jsonObject: TypeCode = { kind: 'map', value: jsonValue };
const jsonArray: TypeCode = { kind: 'list', of: jsonValue };

const wellKnown = new Map<string, WellKnown>(
  Object.entries({
    Timestamp: { fields: 'seconds nanos', type: string, read: 'asTimestamp', write: 'timestampText', options: false },
    Duration: { fields: 'seconds nanos', type: string, read: 'asDuration', write: 'durationText', options: false },
    FieldMask: { fields: 'paths', type: string, read: 'asFieldMask', write: 'fieldMaskText', options: false },
    Struct: { fields: 'fields', type: jsonObject, read: 'asStruct', write: 'structText', options: true },
    ListValue: { fields: 'values', type: jsonArray, read: 'asListValue', write: 'listValueText', options: true },
    Value: {
      fields: 'null_value number_value string_value bool_value struct_value list_value',
      type: jsonValue,
      read: 'asValue',
      write: 'valueText',
      options: true,
    },
    Any: { fields: 'type_url value', type: jsonObject, read: 'asAny', write: 'anyText', options: true },
  }).map(([name, facts]) => [`google.protobuf.${name}`, facts]),
);

/** `DoubleValue`, `Int64Value`, ...: messages of one field `value`. */
const wrapper = /^google\.protobuf\.(?:Double|Float|U?Int(?:64|32)|Bool|String|Bytes)Value$/;

/** Undefined for ordinary messages, and for wrappers. */
export function wellKnownOf({ fullName, fields }: Message): WellKnown | undefined {
  const known = wellKnown.get(fullName);
  return known?.fields === fields.map(({ name }) => name).join(' ') ? known : undefined;
}

export function isWrapper({ fullName, fields }: Message): boolean {
  return wrapper.test(fullName) && fields.length === 1 && fields[0]!.name === 'value';
}

/** May the message's reader need to know of options, or of depth? */
export function readsWithOptions(message: Message): boolean {
  return !isWrapper(message) && (wellKnownOf(message)?.options ?? true);
}
