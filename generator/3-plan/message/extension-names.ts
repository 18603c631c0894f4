/** Which extensions become constants, and what these are called. */
import type { Field, Message, Protocol, ProtoFile } from '../../ir/protocol.ts';
import { camelCase } from '../names.ts';
import { messageFamily } from './family.ts';

/** Extensions of a file that become constants: all but those of message sets, which have a wire format of their own. */
export function plannedExtensions(file: ProtoFile, messages: ReadonlyMap<string, Message>): readonly Field[] {
  return file.extensions.filter(({ extendee }) => messages.get(extendee!)?.messageSet === false);
}

/** Messages of a protocol by full name. */
export function messagesOf({ files }: Protocol): ReadonlyMap<string, Message> {
  return new Map(files.flatMap((file) => file.messages.map((node) => [node.fullName, node])));
}

/** `Outer.some_name` -> `Outer_someName`: the constant is written like a property. */
export function extensionName(local: string): string {
  const start = local.lastIndexOf('.') + 1;
  return local.slice(0, start).replaceAll('.', '_') + camelCase(local.slice(start));
}

/** The message that holds an extension of that name. */
export const holderName = (base: string): string => `${base[0]!.toUpperCase()}${base.slice(1)}Field`;

/** Names that an extension takes in its module: its constant, and those of its holder. */
export const extensionFamily = (base: string): readonly string[] => [base, ...messageFamily(holderName(base))];
