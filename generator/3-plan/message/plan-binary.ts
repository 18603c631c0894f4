/** Plans the binary codec of a message and of its fields. */
import type { Identifier } from '../../ir/package-plan.ts';
import type { Field, Message, ValueType } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';
import type { FieldBinaryView, MessageBinaryView } from '../../ir/view/message-binary-view.ts';
import type { FieldBase, FieldView } from '../../ir/view/message-view.ts';
import type { PlanContext } from '../context.ts';
import { enumFamily } from '../enum.ts';
import { planBinaryValue, planMapKey } from './plan-binary-value.ts';
import { scalarCodec } from './scalar-codec.ts';
import { isPackable, tagOf, wireTypeOf } from './tag.ts';
import { zeroText } from './type-text.ts';

export function planMessageBinary(
  message: Message,
  planned: readonly FieldView[],
  { symbols }: PlanContext,
): MessageBinaryView {
  const order: string[] = [];
  for (const [index, field] of message.fields.entries()) {
    const { number, oneof } = field;
    const { isMap, packedTag, entryReader } = planned[index]!.binary;
    if (isMap) order.push(`[${number}, ${entryReader}]`);
    else if (oneof === undefined) order.push(String(packedTag === 0 ? number : -number));
    else if (firstOfOneof(field, message)) order.push(`[${numbersOfOneof(oneof, message).join(', ')}]`);
  }
  return {
    inField: `${symbols.proto(message.fullName).name}$inField` as Identifier,
    wide: message.fields.some((field) => field.shape.kind !== 'map' && codecOf(field).wide),
    order: order.join(', '),
  };
}

function firstOfOneof(field: Field, message: Message): boolean {
  return message.fields.find(({ oneof }) => oneof === field.oneof) === field;
}

function numbersOfOneof(name: string, message: Message): readonly number[] {
  return message.fields.filter(({ oneof }) => oneof === name).map(({ number }) => number);
}

/** @param node - The field with the message it is part of. */
export function planFieldBinary(
  { field, message }: { readonly field: Field; readonly message: Message },
  base: FieldBase,
  context: PlanContext,
): FieldBinaryView {
  const { shape, number } = field;
  const isMap = shape.kind === 'map';
  const { packedReader, packedElement } = codecOf(field);
  const mapKey = planMapKey(field);
  const closedNames = closedNamesOf(shape.type, context);
  // Absent until it is read: everything with presence of its own.
  const absent = shape.kind === 'singular' && field.presence !== 'implicit';
  const empty = !absent && shape.kind === 'singular' && shape.type.kind === 'scalar' && shape.type.scalar === 'bytes';
  return {
    readPartial: `message-read-${readKind(field, closedNames !== '')}`,
    writePartial: `message-write-${writeKind(field)}`,
    value: planBinaryValue(
      { ...field, ...(isMap ? mapValue : {}), type: shape.type, typeText: base.elementType },
      context,
    ),
    tag: tagOf(number, isMap ? 2 : wireTypeOf(shape.type, field.delimited)),
    packedTag: shape.kind === 'list' && isPackable(shape.type) ? tagOf(number, 2) : 0,
    packedReader,
    packedElement,
    packedWriter: packedWriterOf(field),
    isMap,
    mapKey,
    entryReader: isMap ? (`read${context.symbols.proto(message.fullName).name}$${base.key}` as Identifier) : '',
    entryWide: mapKey.wide || codecOf(field).wide,
    absentValue: absentValue(field, context),
    closed: closedNames !== '',
    closedNames,
    required: field.presence === 'required',
    source: base.oneof === undefined ? `message${base.access}` : `message${base.oneof.access}.value`,
    oneofInto: oneofInto(field, base),
    filledWriter: filledWriterOf(field),
    filled: filledText(field, base.access),
    start: absent ? 'undefined' : base.initial,
    startsEmpty: empty,
    target: `message${(base.oneof ?? base).access}`,
  };
}

/** A map's value is field 2 of its entries, and never a group. */
const mapValue = { number: 2, delimited: false } as const;

function readKind({ shape, oneof }: Field, closed: boolean): string {
  if (shape.kind === 'map') return 'map';
  if (shape.kind === 'list') return closed ? 'enum-list' : isPackable(shape.type) ? 'packable' : 'list';
  if (oneof !== undefined) return closed ? 'oneof-enum' : 'oneof';
  return closed ? 'enum' : 'singular';
}

function writeKind({ shape, presence, oneof, packed }: Field): string {
  if (shape.kind === 'map') return 'map';
  if (shape.kind === 'list') return packed ? 'packed' : 'list';
  if (oneof !== undefined) return 'oneof';
  return presence === 'required' ? 'always' : presence;
}

/** Of a field's value, or of its elements; messages have none. */
function codecOf({ shape: { type }, int64, verifyUtf8 }: Field) {
  if (type.kind === 'message') return { wide: false, packedReader: '', packedElement: '' };
  return scalarCodec(type.kind === 'enum' ? 'int32' : type.scalar, { int64, verifyUtf8 });
}

function packedWriterOf({ shape: { type } }: Field): string {
  if (type.kind !== 'scalar' || scalars[type.scalar].kind !== 'float') return '';
  return type.scalar === 'double' ? 'writePackedDouble' : 'writePackedFloat';
}

/** Names table of a closed enum: what it does not name is not one of its numbers. */
function closedNamesOf(type: ValueType, { symbols, imports }: PlanContext): Identifier | '' {
  if (type.kind !== 'enum' || type.open) return '';
  const { module, name } = symbols.proto(type.fullName);
  return imports.add(module, enumFamily(name)[1]!, false);
}

/** A map entry without a value has the zero of its type. Source: the language guide, "Maps". */
function absentValue({ shape, int64 }: Field, context: PlanContext): string {
  if (shape.kind !== 'map') return '';
  if (shape.type.kind !== 'message') return zeroText(shape.type, int64, context);
  const { module, name } = context.symbols.proto(shape.type.fullName);
  return `${context.imports.add(module, `create${name}`, false)}()`;
}

function oneofInto({ shape }: Field, { oneof, text }: FieldBase): string {
  if (oneof === undefined || shape.type.kind !== 'message') return '';
  return `message${oneof.access}?.case === ${text} ? message${oneof.access}.value : undefined`;
}

function filledWriterOf({ shape: { type } }: Field): string {
  const kind = type.kind === 'scalar' ? scalars[type.scalar].kind : 'int';
  return kind === 'string' ? 'putString' : '';
}

/** The condition under which a field with implicit presence is written; also true for what is not of its type. */
function filledText({ shape, int64 }: Field, access: string): string {
  const value = `message${access}`;
  const { type } = shape;
  if (type.kind !== 'scalar') return `${value} !== 0`;
  const { kind } = scalars[type.scalar];
  switch (kind) {
    case 'int':
      return `${value} !== 0`;
    case 'float':
      // Minus zero is not the default: its bytes are not all zero.
      return `!Object.is(${value}, 0)`;
    case 'int64':
      return `${value} !== ${int64 === 'bigint' ? '0n' : int64 === 'number' ? '0' : "'0'"}`;
    case 'bool':
      return `${value} !== false`;
    case 'bytes':
      return `${value}?.length !== 0`;
    case 'string':
      return '';
    default:
      return kind satisfies never;
  }
}
