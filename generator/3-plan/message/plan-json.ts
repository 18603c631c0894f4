/** Plans the ProtoJSON codec of a message and of its fields. Source: protobuf.dev/programming-guides/json. */
import type { Literal } from '../../ir/printable.ts';
import type { Field, Message } from '../../ir/protocol.ts';
import { type Scalar, scalars } from '../../ir/scalar.ts';
import type { Expression, Statement, TypeCode } from '../../ir/view/code.ts';
import type { FieldJsonView, MessageJsonView } from '../../ir/view/message-json-view.ts';
import type { FieldBase } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';
import { literal, propertyKey } from '../text.ts';
import { atom, call, code, infix, runtime } from './code.ts';
import { type JsonValuePlan, planJsonValue } from './json-value.ts';
import { anyName, isExtendable } from './nesting.ts';
import { planSpecialJson } from './plan-json-special.ts';
import { jsonObject, readsWithOptions } from './well-known.ts';

export function planMessageJson(message: Message, context: PlanContext): MessageJsonView {
  const special = planSpecialJson(message, context);
  const extendable = isExtendable(message);
  const inner = message.fields.flatMap(({ shape }) => (shape.type.kind === 'message' ? [shape.type.fullName] : []));
  return {
    kind: 'json',
    special: special !== undefined,
    specialType: special?.type ?? jsonObject,
    specialRead: special?.read ?? atom(code('json')),
    specialWrite: special?.write ?? atom(code("''")),
    extendable,
    hasMembers: extendable || message.fields.length > 0,
    nests: extendable || inner.some((name) => context.unbounded.has(name)),
    readOptions: readsWithOptions(message),
    writeOptions: context.unbounded.has(message.fullName),
    anyType: context.messages.has(anyName),
  };
}

/** @param node - The field, and the JSON names of all fields of its message. */
export function planFieldJson(
  { field, jsonNames }: { readonly field: Field; readonly jsonNames: ReadonlySet<string> },
  base: FieldBase,
  context: PlanContext,
): FieldJsonView {
  const { shape, jsonName, name, presence } = field;
  const value = planJsonValue(shape.type, field.int64, context);
  // Strings are most of what there is: their quotes come with what stands around them.
  const isString = shape.kind === 'singular' && shape.type.kind === 'scalar' && shape.type.scalar === 'string';
  const start = `${JSON.stringify(jsonName)}:${isString ? '"' : ''}`;
  const source = atom(`message${base.oneof === undefined ? base.access : `${base.oneof.access}.value`}` as Literal);
  const written = isString ? [call(runtime('escaped'), source), atom(literal('"'))] : [writeOf(field, value, source)];
  return {
    kind: 'json',
    name: literal(jsonName),
    key: propertyKey(jsonName),
    otherName: jsonNames.has(name) ? '' : literal(name),
    required: presence === 'required',
    type: typeOf(field, value),
    readPartial: `message-json-read-${field.oneof === undefined ? 'plain' : 'oneof'}`,
    readStatement: readStatement(field, base, value),
    read: readOf(field, value),
    nullable: value.nullable,
    mayVanish: vanishes(field, value),
    writeStatement: {
      kind: 'statement',
      condition: condition(field, base),
      body: infix('=', json, infix('+', begin(start), ...written)),
    },
  };
}

const json = atom(code('json'));

/**
 * The text so far with the beginning of a member. Both of them are constants: joining a brace or comma to it would be one more
 * piece of text for each member.
 */
function begin(start: string): Expression {
  return atom(`(json === '' ? ${literal(`{${start}`)} : json + ${literal(`,${start}`)})` as Literal);
}

function vanishes({ shape }: Field, { nullable }: JsonValuePlan): boolean {
  return shape.kind === 'singular' && shape.type.kind === 'enum' && !nullable;
}

/** Null leaves a field with presence as it is, absent; without presence it stands for the default. */
function readStatement(field: Field, { access }: FieldBase, value: JsonValuePlan): Statement {
  const target = atom(`message${access}` as Literal);
  const read = readOf(field, value);
  const hasPresence = field.shape.kind === 'singular' && field.presence !== 'implicit';
  return {
    kind: 'statement',
    condition: hasPresence && !value.nullable ? atom(code('value != null')) : undefined,
    body: infix('=', target, vanishes(field, value) ? infix('??', read, target) : read),
  };
}

function typeOf({ shape }: Field, { type }: JsonValuePlan): TypeCode {
  switch (shape.kind) {
    case 'singular':
      return type;
    case 'list':
      return { kind: 'list', of: type };
    case 'map':
      return { kind: 'map', value: type };
    default:
      return shape satisfies never;
  }
}

/** Reads the field from `value`. */
export function readOf({ shape, presence, oneof }: Field, value: JsonValuePlan): Expression {
  const given = atom(code('value'));
  const or = (zero: Literal): Expression => infix('??', given, atom(zero));
  const reader = value.readerOptions === undefined ? [value.reader] : [value.reader, value.readerOptions];
  switch (shape.kind) {
    case 'singular':
      return value.read(presence === 'implicit' && oneof === undefined && !value.nullable ? or(value.zero) : given);
    case 'list':
      return value.readList?.(or(code('[]'))) ?? call(runtime('asList'), or(code('[]')), ...reader);
    case 'map': {
      const map = call(runtime('asMap'), or(code('{}')), ...reader);
      const key = keyFunctions(shape.key);
      return key === undefined ? map : call(runtime('withKeys'), map, runtime(key.read));
    }
    default:
      return shape satisfies never;
  }
}

/** Writes the field's value as JSON text. */
export function writeOf({ shape }: Field, value: JsonValuePlan, source: Expression): Expression {
  switch (shape.kind) {
    case 'singular':
      return value.write(source);
    case 'list':
      return value.writeList?.(source) ?? call(runtime('listText'), source, value.writer);
    case 'map': {
      const key = keyFunctions(shape.key);
      const map = key === undefined ? source : call(runtime('checkKeys'), source, runtime(key.check));
      return call(runtime('mapText'), map, value.writer);
    }
    default:
      return shape satisfies never;
  }
}

/** Reader and check of map keys, which are text in JSON and in memory; undefined where any text will do. */
function keyFunctions(key: Scalar): { readonly read: string; readonly check: string } | undefined {
  const { kind, signed } = scalars[key];
  if (kind === 'bool') return { read: 'asBoolKey', check: 'isBooleanKey' };
  if (kind === 'int') {
    return signed ? { read: 'asInt32', check: 'isInt32Key' } : { read: 'asUint32', check: 'isUint32Key' };
  }
  if (kind !== 'int64') return undefined;
  return signed ? { read: 'asInt64', check: 'isInt64String' } : { read: 'asUint64', check: 'isUint64String' };
}

/** When a field is written; undefined for always. */
function condition({ shape, presence, oneof, int64 }: Field, { access }: FieldBase): Expression | undefined {
  const value = `message${access}`;
  const compared = (text: string): Expression => atom(text as Literal);
  if (oneof !== undefined || presence === 'required') return undefined;
  if (shape.kind === 'list') return compared(`${value}.length > 0`);
  if (shape.kind === 'map') return call(runtime('hasEntries'), compared(value));
  if (presence === 'explicit') return compared(`${value} !== undefined`);
  const kind = shape.type.kind === 'scalar' ? scalars[shape.type.scalar].kind : 'int';
  switch (kind) {
    case 'int':
      return compared(`${value} !== 0`);
    case 'float':
      // Minus zero is not the default.
      return compared(`!Object.is(${value}, 0)`);
    case 'int64':
      return compared(`${value} !== ${int64 === 'bigint' ? '0n' : int64 === 'number' ? '0' : "'0'"}`);
    case 'bool':
      return compared(`${value} !== false`);
    case 'string':
      return compared(`${value} !== ''`);
    case 'bytes':
      return compared(`${value}.length > 0`);
    default:
      return kind satisfies never;
  }
}
