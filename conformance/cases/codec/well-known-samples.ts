/** Values of the messages that have a JSON form of their own: at their limits, of every form. */
import type { MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import type { CanonicalMessage } from '../../reference/oracle/value.ts';
import { wellKnownKind } from '../../reference/oracle/well-known.ts';
import { writeMessage } from '../../reference/oracle/write-message.ts';
import { scalarEdges, tellingScalar } from './scalar-edges.ts';

/** Legal values of the messages with a JSON form of their own, the plainest first. */
export function wellKnownSamples(schema: Schema, message: MessageInfo): readonly CanonicalMessage[] {
  const times = (rows: readonly (readonly [seconds: string, nanos: number])[]): CanonicalMessage[] =>
    rows.map(([seconds, nanos]) => ({ ...(seconds === '0' ? {} : { seconds }), ...(nanos === 0 ? {} : { nanos }) }));
  switch (message.wellKnown) {
    case 'timestamp':
      return times([
        ['1700000000', 123456789],
        ['0', 0],
        ['0', 1],
        ['1', 500000000],
        ['1', 120000000],
        ['1', 1000000],
        ['1', 1000],
        ['-1', 999999999],
        ['951782400', 0],
        ['-62135596800', 0],
        ['253402300799', 999999999],
      ]);
    case 'duration':
      return times([
        ['1', 500000000],
        ['0', 0],
        ['0', 1],
        ['0', -1],
        ['-1', -1],
        ['0', -500000000],
        ['3', 1000],
        ['3', 1000000],
        ['315576000000', 999999999],
        ['-315576000000', -999999999],
      ]);
    case 'field-mask':
      return [{ paths: ['foo_bar', 'baz.qux_quux'] }, {}, { paths: ['a'] }];
    case 'value':
      return valueSamples;
    case 'list-value':
      return [{ values: valueSamples }, {}];
    case 'struct':
      return [
        {
          fields: {
            entries: [
              ['a', valueSamples[0]!],
              ['b', valueSamples[1]!],
            ],
          },
        },
        {},
        { fields: { entries: [['', valueSamples[2]!]] } },
      ];
    case 'wrapper': {
      const { type } = message.fields[0]!;
      const edges = type.kind === 'scalar' ? scalarEdges(type.info) : [];
      return [...edges.slice(1), edges[0]!].map((value, i, all) => (i === all.length - 1 ? {} : { value }));
    }
    case 'any':
      return anySamples(schema);
    case 'empty':
    case undefined:
      return [{}];
    default:
      return message.wellKnown satisfies never;
  }
}

/** Messages that any implementation of the package knows by their names: the first that has an Any itself, and listed types with a JSON form of their own. */
function anySamples(schema: Schema): readonly CanonicalMessage[] {
  const packed = (type: string, content: CanonicalMessage): CanonicalMessage => {
    const bytes = writeMessage(schema, schema.message(type), content);
    const url = { type_url: `type.googleapis.com/${type}` };
    return bytes.length === 0 ? url : { ...url, value: { b64: Buffer.from(bytes).toString('base64') } };
  };
  const holder = schema.descriptor.messages.find(({ fields }) =>
    fields.some(({ type }) => type.kind === 'message' && type.name === 'google.protobuf.Any'),
  );
  const ordinary =
    holder === undefined ||
    wellKnownKind(holder.name) !== undefined ||
    holder.fields.some(({ presence }) => presence === 'required')
      ? []
      : [packed(holder.name, fewScalars(schema.message(holder.name))), packed(holder.name, {})];
  const special = anyContents.flatMap(([name, content]) =>
    schema.findMessage(name)?.listed ? [packed(name, content)] : [],
  );
  const samples = [...ordinary, ...special];
  const [first] = samples;
  const nested = first !== undefined && schema.findMessage(anyName)?.listed ? [packed(anyName, first)] : [];
  return [...samples, ...nested, {}];
}

const anyName = 'google.protobuf.Any';

/** Up to three singular scalars of a message, each with a telling value. */
function fewScalars({ fields }: MessageInfo): CanonicalMessage {
  const chosen = fields.filter(({ cardinality, oneof }) => cardinality === 'singular' && oneof === undefined);
  return Object.fromEntries(
    chosen
      .flatMap(({ name, type }, i) => (type.kind === 'scalar' ? [[name, tellingScalar(type.info, i)] as const] : []))
      .slice(0, 3),
  );
}

/** Types whose JSON stands under "value" in an Any. */
const anyContents: readonly (readonly [string, CanonicalMessage])[] = [
  ['google.protobuf.Duration', { seconds: '3', nanos: 5000000 }],
  ['google.protobuf.Timestamp', { seconds: '1700000000' }],
  ['google.protobuf.FieldMask', { paths: ['foo_bar'] }],
  ['google.protobuf.Int32Value', { value: 12345 }],
  ['google.protobuf.StringValue', {}],
  ['google.protobuf.Struct', { fields: { entries: [['k', { null_value: 0 }]] } }],
  ['google.protobuf.Value', { string_value: 'text' }],
];

const valueSamples: readonly CanonicalMessage[] = [
  { number_value: 1.5 },
  { null_value: 0 },
  { string_value: 'text' },
  { bool_value: false },
  { number_value: -0.5 },
  { string_value: '' },
  { struct_value: { fields: { entries: [['k', { bool_value: true }]] } } },
  { struct_value: {} },
  { list_value: { values: [{ null_value: 0 }, { number_value: 0 }] } },
  { list_value: {} },
];
