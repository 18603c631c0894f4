/** The codec of any type expression: leaves from the table, the rest from the codecs of its parts. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { Scalar } from '../../ir/scalar.ts';
import { array, asFunction, call, object, runtime } from './build.ts';
import { type Codec, nullableCodec } from './codec.ts';
import { enumCodec, literalsCodec, prefixCodec, protoEnumCodec } from './enum-codec.ts';
import { alternativesOf, type Slot, type TypedSlot } from './expressions.ts';
import { messageCodec, typeCodec } from './reference-codec.ts';
import type { EventRuntimeName } from './runtime-names.ts';
import { jsonCodec, jsonObjectCodec, longCodec, scalarCodec, unstatedNumber } from './scalar-codecs.ts';
import type { SpecContext } from './spec-context.ts';
import { choiceCodec } from './choice-codec.ts';

/** The codec of a slot's values; absence is not its business. */
export function slotCodec(slot: Slot, context: SpecContext): Codec {
  const codec = codecOf(slot, context);
  return slot.nullable && !codec.kinds.includes('null') ? nullableCodec(codec) : codec;
}

export function codecOf({ type, int64 }: TypedSlot, context: SpecContext): Codec {
  const of = (inner: TypeExpr): Codec => codecOf({ type: inner, int64 }, context);
  switch (type.kind) {
    case 'scalar':
      return scalarCodec(type.scalar, int64);
    case 'number':
      return unstatedNumber;
    case 'json':
      return jsonCodec;
    case 'json-object':
      return jsonObjectCodec;
    case 'long-object':
      return longCodec;
    case 'literal':
      return literalsCodec([type.value]);
    case 'prefix':
      return prefixCodec(type.value);
    case 'list':
      return listCodec(of(type.of));
    case 'map':
      return mapCodec(of(type.value), type.key);
    case 'undefined':
      return choiceCodec([]);
    case 'union':
      return unionCodec(alternativesOf(type), of);
    case 'type':
      return typeCodec(type, context);
    case 'spec-enum':
      return enumCodec(type, context);
    case 'message':
      return messageCodec(type.fullName, context);
    case 'enum':
      return protoEnumCodec(type.fullName, context);
    default:
      return type satisfies never;
  }
}

/** Alternatives; literals among them are one, as they differ in nothing but the value. */
function unionCodec(alternatives: readonly TypeExpr[], of: (type: TypeExpr) => Codec): Codec {
  const literals = alternatives.flatMap((type) => (type.kind === 'literal' ? [type.value] : []));
  const others = alternatives.filter(({ kind }) => kind !== 'literal' && kind !== 'undefined').map(of);
  return choiceCodec([...(literals.length > 0 ? [literalsCodec(literals)] : []), ...others]);
}

function listCodec(item: Codec): Codec {
  return {
    type: { kind: 'list', of: item.type },
    json: { kind: 'list', of: item.json },
    fromJson: (json) => call('listFromJson', json, asFunction(item.fromJson, 'item')),
    toJson: (value) => call('listToJson', value, asFunction(item.toJson, 'item')),
    toText: (value) => call('listToText', value, asFunction(item.toText, 'item')),
    is: (value) => call('everyItem', value, asFunction(item.is, 'item')),
    rule: call('listRule', item.rule),
    initial: () => array([]),
    kinds: ['array'],
    jsonKinds: ['array'],
  };
}

function mapCodec(item: Codec, key: Scalar): Codec {
  const { isKey, rule } = keyChecks[key];
  const test = isKey === undefined ? [] : [runtime(isKey)];
  return {
    type: { kind: 'map', value: item.type },
    json: { kind: 'map', value: item.json },
    fromJson: (json) => call('mapFromJson', json, asFunction(item.fromJson, 'item'), ...test),
    toJson: (value) => call('mapToJson', value, asFunction(item.toJson, 'item'), ...test),
    toText: (value) => call('mapToText', value, asFunction(item.toText, 'item'), ...test),
    is: (value) => call('everyEntry', value, asFunction(item.is, 'item'), ...test),
    rule: call('mapRule', item.rule, ...(rule === undefined ? [] : [runtime(rule)])),
    initial: () => object([]),
    kinds: ['object'],
    jsonKinds: ['object'],
  };
}

interface KeyCheck {
  readonly isKey: EventRuntimeName | undefined;
  readonly rule: EventRuntimeName | undefined;
}

const anyKey: KeyCheck = { isKey: undefined, rule: undefined };
const int32Key: KeyCheck = { isKey: 'isInt32Key', rule: 'int32KeyRule' };
const uint32Key: KeyCheck = { isKey: 'isUint32Key', rule: 'uint32KeyRule' };
const int64Key: KeyCheck = { isKey: 'isInt64String', rule: 'int64KeyRule' };
const uint64Key: KeyCheck = { isKey: 'isUint64String', rule: 'uint64KeyRule' };

/** How keys are checked, which are text in memory as in JSON. */
const keyChecks: Readonly<Record<Scalar, KeyCheck>> = {
  string: anyKey,
  bytes: anyKey,
  double: anyKey,
  float: anyKey,
  bool: { isKey: 'isBooleanKey', rule: 'booleanKeyRule' },
  int32: int32Key,
  sint32: int32Key,
  sfixed32: int32Key,
  uint32: uint32Key,
  fixed32: uint32Key,
  int64: int64Key,
  sint64: int64Key,
  sfixed64: int64Key,
  uint64: uint64Key,
  fixed64: uint64Key,
};
