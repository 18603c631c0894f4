/** Plans an extension: as a message that has it as its only field, whose codec is that of any message. */
import type { Field, Message, ValueType } from '../../ir/protocol.ts';
import type { ExtensionJsonView, ExtensionView } from '../../ir/view/extension-view.ts';
import type { PlanContext } from '../context.ts';
import { identifier } from '../names.ts';
import { comment, literal, place } from '../text.ts';
import { atom, code } from './code.ts';
import { holderName } from './extension-names.ts';
import { type JsonValuePlan, planJsonValue } from './json-value.ts';
import { readOf, writeOf } from './plan-json.ts';
import { planMessage } from './plan-message.ts';

/** Field of a message set's item that holds the message. Source: descriptor.proto, `message_set_wire_format`. */
const messageNumber = 3;

export function planExtension(field: Field, context: PlanContext): ExtensionView {
  const { symbols, imports } = context;
  const { name, module } = symbols.extension(field.fullName);
  const extendee = symbols.proto(field.extendee!);
  const inSet = context.messages.get(field.extendee!)?.messageSet === true;
  const holder = planMessage(holderOf(inSet ? { ...field, number: messageNumber } : field), {
    ...context,
    symbols: { ...symbols, proto: (fullName) => ownName(fullName) ?? symbols.proto(fullName) },
  });
  return {
    kind: 'extension',
    name,
    fullName: literal(field.fullName),
    number: field.number,
    inSet,
    extendee: imports.add(extendee.module, extendee.name, true),
    extendeeName: literal(field.extendee!),
    tsType: holder.fields[0]!.tsType,
    holder,
    json: planJson(field, context),
    doc: comment(field.comment || `Extension \`${field.fullName}\` of \`${field.extendee}\`.`),
    deprecated: field.deprecated,
    origin: field.origin,
    place: place(field.origin),
  };

  function ownName(fullName: string): ReturnType<typeof symbols.proto> | undefined {
    return fullName === field.fullName ? { module, name: identifier(holderName(name)) } : undefined;
  }
}

function holderOf(field: Field): Message {
  return {
    kind: 'message',
    name: field.name,
    fullName: field.fullName,
    file: '',
    parent: undefined,
    fields: [{ ...field, name: 'value', comment: '', extendee: undefined }],
    oneofs: [],
    extensionRanges: [],
    reservedRanges: [],
    reservedNames: [],
    messageSet: false,
    options: {},
    deprecated: false,
    comment: `What holds the extension ${field.fullName}.`,
    origin: field.origin,
  };
}

/** The name under which the reader's options are in scope; `''` when it has no use for them. */
function optionsOf(type: ValueType, { readerOptions, nullable }: JsonValuePlan): ExtensionJsonView['readOptions'] {
  if (readerOptions !== undefined) return readerOptions.text === 'nested' ? 'nested' : 'options';
  return type.kind === 'enum' && !nullable ? 'options' : '';
}

function planJson(field: Field, context: PlanContext): ExtensionJsonView {
  const { shape, int64 } = field;
  const { type } = shape;
  const value = planJsonValue(type, int64, context);
  return {
    kind: 'json',
    read: readOf(field, value),
    readOptions: optionsOf(type, value),
    nullable: value.nullable || shape.kind === 'list',
    write: writeOf(field, value, atom(code('value'))),
    writeOptions: type.kind === 'message' && context.unbounded.has(type.fullName),
    absent: shape.kind === 'list' ? code('value.length === 0') : code('value === undefined'),
  };
}
