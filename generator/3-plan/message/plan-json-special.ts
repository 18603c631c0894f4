/**
 * Plans the well-known types whose JSON is not the object of their fields. A message that merely has such a name, but other
 * fields, is an ordinary one. Source: protobuf.dev/programming-guides/json, and the comments of google/protobuf/*.proto.
 */
import type { Literal } from '../../ir/printable.ts';
import type { Field, Message } from '../../ir/protocol.ts';
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import type { PlanContext } from '../context.ts';
import { atom, call, code, fixedType, runtime } from './code.ts';
import { planJsonValue } from './json-value.ts';

export interface SpecialJson {
  readonly type: TypeCode;
  /** From `json`, with `options` in scope. */
  readonly read: Expression;
  /** From `message`, with `options` in scope where it may nest without end. */
  readonly write: Expression;
}

interface WellKnown {
  readonly fields: string;
  readonly type: TypeCode;
  /** Runtime functions. */
  readonly read: string;
  readonly write: string;
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

export function planSpecialJson({ fullName, fields }: Message, context: PlanContext): SpecialJson | undefined {
  const names = fields.map(({ name }) => name).join(' ');
  if (wrapper.test(fullName) && names === 'value') return planWrapper(fields[0]!, context);
  const known = wellKnown.get(fullName);
  if (known?.fields !== names) return undefined;
  const options = known.options ? [atom(code('options'))] : [];
  const read = call(runtime(known.read), atom(code('json')), ...options);
  return {
    type: known.type,
    read: names === 'seconds nanos' ? withSeconds(read, fields[0]!) : read,
    write: call(runtime(known.write), atom(code('message')), ...options),
  };
}

/** Times are read with seconds as a number; the field may want another type. */
function withSeconds(time: Expression, { int64 }: Field): Expression {
  if (int64 === 'number') return time;
  return call(runtime(int64 === 'bigint' ? 'withBigintSeconds' : 'withStringSeconds'), time);
}

function planWrapper({ shape, int64 }: Field, context: PlanContext): SpecialJson {
  const value = planJsonValue(shape.type, int64, context);
  return {
    type: value.type,
    read: { kind: 'object', entries: [{ key: code('value'), value: value.read(atom(code('json'))) }] },
    write: value.write(atom('message.value' as string as Literal)),
  };
}
