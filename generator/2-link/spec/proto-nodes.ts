/** Finds what an overlay can speak of: messages, fields, enums and their values, by name. */
import type { Message, ProtoEnum, ProtoFile } from '../../ir/protocol.ts';

export interface ProtoNodes {
  readonly messages: ReadonlyMap<string, Message>;
  readonly enums: ReadonlyMap<string, ProtoEnum>;
  /** Full names of all packages and nodes; an enum value goes by its enum's full name, a dot and its own name. */
  readonly names: ReadonlySet<string>;
}

export function indexNodes(files: readonly ProtoFile[]): ProtoNodes {
  const messages = files.flatMap((file) => file.messages);
  const enums = files.flatMap((file) => file.enums);
  return {
    messages: new Map(messages.map((message) => [message.fullName, message])),
    enums: new Map(enums.map((each) => [each.fullName, each])),
    names: new Set([
      ...files.map((file) => file.package).filter((name) => name !== ''),
      ...messages.flatMap(({ fullName, fields }) => [fullName, ...fields.map((field) => field.fullName)]),
      ...files.flatMap(({ services }) =>
        services.flatMap(({ fullName, methods }) => [
          fullName,
          ...methods.map((method) => `${fullName}.${method.name}`),
        ]),
      ),
      ...enums.flatMap(({ fullName, values }) => [fullName, ...values.map((value) => `${fullName}.${value.name}`)]),
    ]),
  };
}
