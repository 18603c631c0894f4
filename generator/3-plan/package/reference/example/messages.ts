/** Arbitraries of messages in ProtoJSON, for examples. Source of the forms: protobuf.dev/programming-guides/json. */
import type { Arbitrary } from 'fast-check';
import type { Field, Message, ProtoEnum, ValueType } from '../../../../ir/protocol.ts';
import { listExample, mapExample, objectExample, scalarExample, textExample, type FastCheck } from './values.ts';

export interface MessageExamples {
  /** @param depth - Messages that it stands in. Throws `NoExample` for one that requires itself. */
  message(fullName: string, depth: number): Arbitrary<unknown>;
  enum(fullName: string): Arbitrary<unknown>;
}

/** There is no value that ends. */
export class NoExample extends Error {}

/** Fields of a message at each depth: all that a reader has come for, less of what stands inside. */
const fieldsAt = [60, 8, 4, 0] as const;

/** Depth at which what is required still nests: only a message that requires itself gets there. */
const bottom = 20;

export function messageExamples(
  fc: FastCheck,
  nodes: { readonly messages: ReadonlyMap<string, Message>; readonly enums: ReadonlyMap<string, ProtoEnum> },
): MessageExamples {
  const value = (type: ValueType, depth: number): Arbitrary<unknown> => {
    switch (type.kind) {
      case 'scalar':
        return scalarExample(fc, type.scalar, 'text');
      case 'message':
        return self.message(type.fullName, depth + 1);
      case 'enum':
        return self.enum(type.fullName);
      default:
        return type satisfies never;
    }
  };
  const fieldValue = (field: Field, depth: number): Arbitrary<unknown> => {
    const item = value(field.shape.type, depth);
    switch (field.shape.kind) {
      case 'singular':
        return item;
      case 'list':
        return listExample(fc, item);
      case 'map':
        return mapExample(fc, field.shape.key, item);
      default:
        return field.shape satisfies never;
    }
  };
  const self: MessageExamples = {
    message(fullName, depth) {
      const message = nodes.messages.get(fullName);
      if (message === undefined || depth > bottom) throw new NoExample(fullName);
      const known = wellKnown(fc, message);
      if (known !== undefined) return known;
      const room = fieldsAt[depth] ?? 0;
      const chosen = message.fields.filter(
        (field, at) =>
          field.presence === 'required' || (at < room && (depth < 2 || field.shape.type.kind !== 'message')),
      );
      // Of the members of a oneof, one is set.
      const shown = chosen.filter(
        ({ oneof, name }) => oneof === undefined || chosen.find((one) => one.oneof === oneof)?.name === name,
      );
      return objectExample(
        fc,
        shown.map((field) => [field.jsonName, fieldValue(field, depth)] as const),
      );
    },
    enum(fullName) {
      if (fullName === 'google.protobuf.NullValue') return fc.constant(null);
      const names = nodes.enums.get(fullName)?.values.map(({ name }) => name) ?? [];
      if (names.length === 0) throw new NoExample(fullName);
      return fc.constantFrom(...names);
    },
  };
  return self;
}

function wellKnown(fc: FastCheck, { fullName, fields }: Message): Arbitrary<unknown> | undefined {
  const name = /^google\.protobuf\.(\w+)$/.exec(fullName)?.[1];
  switch (name) {
    case 'Timestamp':
      return fc.constantFrom('2024-12-07T09:30:00Z', '2025-01-01T00:00:00.250Z');
    case 'Duration':
      return fc.constantFrom('90s', '1.500s');
    case 'FieldMask':
      return fc.constantFrom('title,author.name', 'updatedAt');
    case 'Any':
      return fc.constant({ '@type': 'type.googleapis.com/google.protobuf.Duration', value: '90s' });
    case 'Struct':
      return objectExample(fc, [['key', textExample(fc)]]);
    case 'ListValue':
      return listExample(fc, textExample(fc));
    case 'Value':
      return textExample(fc);
    default: {
      const wrapped = /^(Double|Float|U?Int(32|64)|Bool|String|Bytes)Value$/.test(name ?? '') ? fields[0] : undefined;
      return wrapped?.shape.type.kind === 'scalar' ? scalarExample(fc, wrapped.shape.type.scalar, 'text') : undefined;
    }
  }
}
