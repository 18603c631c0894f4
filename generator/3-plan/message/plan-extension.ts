/** Plans an extension: as a message that has it as its only field, whose codec is that of any message. */
import type { Field, Message, Protocol, ProtoFile } from '../../ir/protocol.ts';
import type { ExtensionJsonView, ExtensionView } from '../../ir/view/extension-view.ts';
import type { PlanContext } from '../context.ts';
import { camelCase, identifier } from '../names.ts';
import { comment, literal, place } from '../text.ts';
import { atom, code } from './code.ts';
import { messageFamily } from './family.ts';
import { planJsonValue } from './json-value.ts';
import { readOf, writeOf } from './plan-json.ts';
import { planMessage } from './plan-message.ts';
import { readsWithOptions } from './well-known.ts';

/** Extensions of a file that become constants: all but those of message sets, which have a wire format of their own. */
export function plannedExtensions(file: ProtoFile, messages: ReadonlyMap<string, Message>): readonly Field[] {
  return file.extensions.filter(({ extendee }) => messages.get(extendee!)?.messageSet === false);
}

/** Messages of a protocol by full name. */
export function messagesOf({ files }: Protocol): ReadonlyMap<string, Message> {
  return new Map(files.flatMap((file) => file.messages.map((node) => [node.fullName, node])));
}

/** `Outer_some_name` -> `Outer_someName`: the constant is written like a property. */
export function extensionName(local: string): string {
  const start = local.lastIndexOf('.') + 1;
  return local.slice(0, start).replaceAll('.', '_') + camelCase(local.slice(start));
}

/** The message that holds an extension of that name. */
export const holderName = (base: string): string => `${base[0]!.toUpperCase()}${base.slice(1)}Field`;

/** Names that an extension takes in its module: its constant, and those of its holder. */
export const extensionFamily = (base: string): readonly string[] => [base, ...messageFamily(holderName(base))];

export function planExtension(field: Field, context: PlanContext): ExtensionView {
  const { symbols, imports } = context;
  const { name, module } = symbols.extension(field.fullName);
  const extendee = symbols.proto(field.extendee!);
  const holder = planMessage(holderOf(field), {
    ...context,
    symbols: { ...symbols, proto: (fullName) => ownName(fullName) ?? symbols.proto(fullName) },
  });
  return {
    kind: 'extension',
    name,
    fullName: literal(field.fullName),
    number: field.number,
    extendee: imports.add(extendee.module, extendee.name, true),
    extendeeName: literal(field.extendee!),
    tsType: holder.fields[0]!.tsType,
    holder,
    json: planJson(field, context),
    doc: comment(field.comment),
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

function planJson(field: Field, context: PlanContext): ExtensionJsonView {
  const { shape, int64 } = field;
  const { type } = shape;
  const value = planJsonValue(type, int64, context);
  return {
    kind: 'json',
    read: readOf(field, value),
    readOptions:
      type.kind === 'message'
        ? readsWithOptions(context.messages.get(type.fullName)!)
          ? 'nested'
          : ''
        : type.kind === 'enum' && !value.nullable
          ? 'options'
          : '',
    nullable: value.nullable && shape.kind === 'singular',
    write: writeOf(field, value, atom(code('value'))),
    writeOptions: type.kind === 'message' && context.unbounded.has(type.fullName),
    absent: shape.kind === 'list' ? code('value.length === 0') : code('value === undefined'),
  };
}
