/** The messages that stand behind map fields: what the compiler makes of `map<K, V>`, and what rules for fields apply to. */
import type { Field, Message } from '../ir/protocol.ts';

/** One per map field, with its key as field 1 and its value as field 2. Source: protobuf.dev/programming-guides/encoding#maps. */
export function entryMessages(message: Message): Message[] {
  return message.fields.flatMap((field) => {
    if (field.shape.kind !== 'map') return [];
    const name = entryName(field);
    const fullName = `${message.fullName}.${name}`;
    const part = { ...field, default: undefined, oneof: undefined, packed: false } as const;
    const options = { features: field.options['features'] };
    const key: Field = {
      ...part,
      options,
      ...named('key', fullName),
      number: 1,
      shape: { kind: 'singular', type: { kind: 'scalar', scalar: field.shape.key } },
    };
    const value: Field = {
      ...part,
      options,
      ...named('value', fullName),
      number: 2,
      shape: { kind: 'singular', type: field.shape.type },
      presence: field.shape.type.kind === 'message' ? 'explicit' : 'implicit',
    };
    const fields = [key, value];
    return [
      {
        ...message,
        name,
        fullName,
        parent: message.fullName,
        fields,
        oneofs: [],
        extensionRanges: [],
        reservedRanges: [],
        reservedNames: [],
        messageSet: false,
        origin: field.origin,
      },
    ];
  });
}

/** `user_names` has entries called `UserNamesEntry`. */
export function entryName(field: Field): string {
  return `${field.name.replace(/(?:^|_+)([^_]?)/g, (_, letter: string) => letter.toUpperCase())}Entry`;
}

const named = (name: string, scope: string): Pick<Field, 'name' | 'jsonName' | 'fullName'> => ({
  name,
  jsonName: name,
  fullName: `${scope}.${name}`,
});
