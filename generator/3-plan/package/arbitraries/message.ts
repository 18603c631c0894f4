/** The arbitrary of a message: every field, oneofs as `{case, value}`, absent fields as undefined. */
import type { Field, Message, ValueType } from '../../../ir/protocol.ts';
import type { Int64Surface } from '../../../ir/scalar.ts';
import { atom, quoted, verbatim } from '../../event/build.ts';
import { propertyNames } from '../../message/property-names.ts';
import { propertyKey } from '../../text.ts';
import { constant, type Arbitrary, type Builder } from './build.ts';
import type { Names } from './names.ts';
import { keyArbitrary, scalarArbitrary } from './scalar.ts';

export function messageArbitrary(message: Message, names: Names, build: Builder): Arbitrary {
  const known = wellKnown(message, build);
  if (known !== undefined) return known;
  const properties = propertyNames(message);
  const plain = message.fields.filter((field) => field.oneof === undefined);
  return build.record([
    ...plain.map((field) => ({
      key: propertyKey(properties.get(field.name)!),
      value: fieldArbitrary(field, names, build),
    })),
    ...message.oneofs.map((oneof) => ({
      key: propertyKey(properties.get(`oneof ${oneof.name}`)!),
      value: oneofArbitrary(
        message.fields
          .filter((field) => field.oneof === oneof.name)
          .map((field) => ({ field, name: properties.get(field.name)! })),
        { names, build, isValue: message.fullName === 'google.protobuf.Value' },
      ),
    })),
  ]);
}

function fieldArbitrary(field: Field, names: Names, build: Builder): Arbitrary {
  const { shape, presence, int64 } = field;
  const value = valueArbitrary(shape.type, { int64, finite: false }, { names, build });
  switch (shape.kind) {
    case 'singular':
      return presence === 'explicit' ? build.optional(value) : value;
    case 'list':
      return build.list(value);
    case 'map':
      return build.map(keyArbitrary(shape.key, build), value);
    default:
      return shape satisfies never;
  }
}

function valueArbitrary(
  type: ValueType,
  facts: { readonly int64: Int64Surface; readonly finite: boolean },
  { names, build }: { readonly names: Names; readonly build: Builder },
): Arbitrary {
  switch (type.kind) {
    case 'scalar':
      return scalarArbitrary(type.scalar, facts, build);
    case 'message':
      return build.made(names.message(type.fullName));
    case 'enum': {
      if (type.fullName === 'google.protobuf.NullValue') return constant(quoted(0));
      const members = atom(names.enum(type.fullName));
      return type.open ? build.leaf('openMember', members, build.help('int32')) : build.leaf('member', members);
    }
    default:
      return type satisfies never;
  }
}

/** A `google.protobuf.Value` always holds something, and no number that JSON cannot write. */
function oneofArbitrary(
  fields: readonly { readonly field: Field; readonly name: string }[],
  { names, build, isValue }: { readonly names: Names; readonly build: Builder; readonly isValue: boolean },
): Arbitrary {
  const cases = fields.map(({ field: { shape, int64 }, name }) =>
    build.record([
      { key: verbatim('case') as never, value: constant(quoted(name)) },
      {
        key: verbatim('value') as never,
        value: valueArbitrary(shape.type, { int64, finite: isValue }, { names, build }),
      },
    ]),
  );
  return build.oneOf(isValue ? cases : [constant(atom(verbatim('undefined'))), ...cases]);
}

/** Well-known types that only some values of have a JSON form. Source: protobuf.dev/programming-guides/json. */
function wellKnown(message: Message, build: Builder): Arbitrary | undefined {
  const seconds = message.fields.find((field) => field.name === 'seconds')?.int64 ?? 'bigint';
  const by = { bigint: verbatim('BigInt'), number: verbatim('Number'), string: verbatim('String') }[seconds];
  switch (message.fullName) {
    case 'google.protobuf.Timestamp':
      return build.leaf('timestamp', atom(by));
    case 'google.protobuf.Duration':
      return build.leaf('duration', atom(by));
    case 'google.protobuf.FieldMask':
      return build.leaf('fieldMask');
    case 'google.protobuf.Any':
      return build.leaf('any');
    default:
      return undefined;
  }
}
