/** What the constants of extensions are called. */
import type { Message, Protocol } from '../../ir/protocol.ts';
import { camelCase } from '../names.ts';
import { messageFamily } from './family.ts';

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
