/**
 * Takes the bytes of a message and its descriptor, gives what they mean as a tree: two encodings are the same message
 * when their trees are equal. Field order, packing, padded varints, split sub-messages and repeated singular fields have
 * been resolved by the rules of protobuf.dev, Encoding; unknown fields are kept, by number.
 */
import type { Descriptor, Enum, Field, Message, Scalar } from '../model/descriptor.gen.ts';
import { JsonNumber, type JsonTree } from './json-tree.ts';
import { MalformedMessage, readRecords, readVarints, type WireRecord } from './wire-records.ts';

/** @throws MalformedMessage - When the bytes are not a message. */
export function messageTree(descriptor: Descriptor, type: string, bytes: Buffer): JsonTree {
  const message = descriptor.messages.find((one) => one.name === type);
  if (message === undefined) throw new Error(`The package has no message "${type}".`);
  return treeOf({ descriptor, message }, readRecords(bytes));
}

interface Context {
  readonly descriptor: Descriptor;
  readonly message: Message;
}

/** A value of a field as it stood on the wire. Messages stay records until all of their pieces are known. */
type Piece =
  | { readonly kind: 'scalar'; readonly tree: JsonTree; readonly isDefault: boolean }
  | { readonly kind: 'message'; readonly records: readonly WireRecord[] };

function treeOf(context: Context, records: readonly WireRecord[]): JsonTree {
  const { descriptor, message } = context;
  const known = new Map<Field, Piece[]>();
  const unknown = new Map<number, JsonTree[]>();
  for (const record of records) {
    const field = message.fields.find((one) => one.number === record.number);
    const { pieces, rest } = field === undefined ? { pieces: [], rest: [record] } : piecesOf(descriptor, field, record);
    for (const left of rest) unknown.set(left.number, [...(unknown.get(left.number) ?? []), rawTree(left)]);
    if (field === undefined || pieces.length === 0) continue;
    // The last member of a oneof on the wire wins, and takes the others away.
    if (field.oneof !== undefined) {
      for (const other of known.keys()) if (other !== field && other.oneof === field.oneof) known.delete(other);
    }
    known.set(field, [...(known.get(field) ?? []), ...pieces]);
  }
  const tree = new Map<string, JsonTree>();
  for (const field of message.fields) {
    const pieces = known.get(field);
    const value = pieces && fieldTree(context, field, pieces);
    if (value !== undefined) tree.set(field.jsonName, value);
  }
  for (const [number, values] of [...unknown].sort(([a], [b]) => a - b)) tree.set(`unknown field ${number}`, values);
  return tree;
}

/** @returns Undefined for a default that need not be on the wire. */
function fieldTree(context: Context, field: Field, pieces: readonly Piece[]): JsonTree | undefined {
  const { descriptor } = context;
  switch (field.cardinality) {
    case 'map':
      return mapTree(descriptor, field, pieces);
    case 'list':
      return pieces.map((piece) => (piece.kind === 'scalar' ? piece.tree : subTree(descriptor, field, piece.records)));
    case 'singular': {
      const last = pieces.at(-1)!;
      if (last.kind === 'message') {
        return subTree(
          descriptor,
          field,
          pieces.flatMap((piece) => (piece.kind === 'message' ? piece.records : [])),
        );
      }
      return last.isDefault && field.presence === 'implicit' && field.oneof === undefined ? undefined : last.tree;
    }
    default:
      return field.cardinality satisfies never;
  }
}

function subTree(descriptor: Descriptor, field: Field, records: readonly WireRecord[]): JsonTree {
  const name = field.type.kind === 'message' ? field.type.name : '';
  const message = descriptor.messages.find((one) => one.name === name);
  if (message === undefined) throw new Error(`The package has no message "${name}".`);
  return treeOf({ descriptor, message }, records);
}

/** A map entry is a message with key 1 and value 2; the last entry of a key wins. */
function mapTree(descriptor: Descriptor, field: Field, pieces: readonly Piece[]): JsonTree {
  const tree = new Map<string, JsonTree>();
  const entry = { ...field, presence: 'explicit', cardinality: 'singular', oneof: undefined } as const;
  const keyField: Field = { ...entry, number: 1, type: { kind: 'scalar', scalar: field.key ?? 'string' } };
  const valueField: Field = { ...entry, number: 2 };
  for (const piece of pieces) {
    if (piece.kind === 'scalar') continue;
    const pick = (wanted: Field): readonly Piece[] =>
      piece.records
        .filter((record) => record.number === wanted.number)
        .flatMap((record) => piecesOf(descriptor, wanted, record).pieces);
    const key = pick(keyField).at(-1);
    const values = pick(valueField);
    const keyTree = key?.kind === 'scalar' ? key.tree : scalarDefault(field.key ?? 'string');
    const value = values.length > 0 ? fieldTree({ descriptor, message: emptyMessage }, valueField, values) : undefined;
    tree.set(keyText(keyTree), value ?? defaultTree(descriptor, valueField));
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const emptyMessage = { fields: [] as readonly Field[] } as Message;
const keyText = (tree: JsonTree): string => (tree instanceof JsonNumber ? tree.text : String(tree));

function defaultTree(descriptor: Descriptor, field: Field): JsonTree {
  switch (field.type.kind) {
    case 'scalar':
      return scalarDefault(field.type.scalar);
    case 'message':
      return subTree(descriptor, field, []);
    default:
      return new JsonNumber('0');
  }
}

function scalarDefault(scalar: Scalar): JsonTree {
  if (scalar === 'string' || scalar === 'bytes') return '';
  return scalar === 'bool' ? false : new JsonNumber('0');
}

/** What a record says of a field; what its wire type does not fit is left over and counts as unknown. */
function piecesOf(
  descriptor: Descriptor,
  field: Field,
  record: WireRecord,
): { readonly pieces: readonly Piece[]; readonly rest: readonly WireRecord[] } {
  const misfit = { pieces: [], rest: [record] };
  const { type } = field;
  if (field.cardinality === 'map') {
    return record.wire === 'len'
      ? { pieces: [{ kind: 'message', records: readRecords(record.bytes) }], rest: [] }
      : misfit;
  }
  if (type.kind === 'message') {
    if (field.delimited) {
      return record.wire === 'group' ? { pieces: [{ kind: 'message', records: record.records }], rest: [] } : misfit;
    }
    return record.wire === 'len'
      ? { pieces: [{ kind: 'message', records: readRecords(record.bytes) }], rest: [] }
      : misfit;
  }
  const scalar = type.kind === 'scalar' ? type.scalar : 'int32';
  const wire = wireOf[scalar];
  if (record.wire === wire && record.wire !== 'len') {
    const closed =
      type.kind === 'enum' && field.closedEnum ? descriptor.enums.find((e) => e.name === type.name) : undefined;
    return keepMembers(closed, scalarPiece(scalar, record), record);
  }
  if (record.wire !== 'len') return misfit;
  if (wire === 'len') return { pieces: [scalarPiece(scalar, record)], rest: [] };
  if (field.cardinality !== 'list') return misfit;
  const closed =
    type.kind === 'enum' && field.closedEnum ? descriptor.enums.find((e) => e.name === type.name) : undefined;
  const parts = unpack(record, wire).map((part) => keepMembers(closed, scalarPiece(scalar, part), part));
  return { pieces: parts.flatMap(({ pieces }) => pieces), rest: parts.flatMap(({ rest }) => rest) };
}

/** A closed enum has no place for a number that it does not list. */
function keepMembers(
  closed: Enum | undefined,
  piece: Piece,
  record: WireRecord,
): { readonly pieces: readonly Piece[]; readonly rest: readonly WireRecord[] } {
  if (closed === undefined || piece.kind !== 'scalar') return { pieces: [piece], rest: [] };
  const listed = closed.members.some((member) => String(member.value) === keyText(piece.tree));
  return listed ? { pieces: [piece], rest: [] } : { pieces: [], rest: [record] };
}

/** How each scalar stands on the wire: protobuf.dev, Encoding, "Message Structure". */
const wireOf: Readonly<Record<Scalar, 'varint' | 'i64' | 'i32' | 'len'>> = {
  double: 'i64',
  float: 'i32',
  int32: 'varint',
  int64: 'varint',
  uint32: 'varint',
  uint64: 'varint',
  sint32: 'varint',
  sint64: 'varint',
  fixed32: 'i32',
  fixed64: 'i64',
  sfixed32: 'i32',
  sfixed64: 'i64',
  bool: 'varint',
  string: 'len',
  bytes: 'len',
};

function unpack(record: Extract<WireRecord, { wire: 'len' }>, wire: 'varint' | 'i64' | 'i32'): readonly WireRecord[] {
  const { number, bytes } = record;
  if (wire === 'varint') return readVarints(bytes).map((value) => ({ wire, number, value }));
  const size = wire === 'i64' ? 8 : 4;
  if (bytes.length % size !== 0) throw new MalformedMessage(`a packed run of field ${number} is not whole`);
  return Array.from({ length: bytes.length / size }, (_, i) => ({
    wire,
    number,
    bytes: bytes.subarray(i * size, (i + 1) * size),
  }));
}

function scalarPiece(scalar: Scalar, record: WireRecord): Piece {
  const tree = scalarTree(scalar, record);
  const text = tree instanceof JsonNumber ? tree.text : tree;
  return { kind: 'scalar', tree, isDefault: text === '0' || text === '' || text === false };
}

function scalarTree(scalar: Scalar, record: WireRecord): JsonTree {
  switch (record.wire) {
    case 'varint':
      return varintTree(scalar, record.value);
    case 'len':
      return scalar === 'string' ? utf8(record) : record.bytes.toString('hex');
    case 'i32':
    case 'i64':
      return fixedTree(scalar, record.bytes);
    case 'group':
      throw new MalformedMessage(`field ${record.number} is a group`);
    default:
      return record satisfies never;
  }
}

function varintTree(scalar: Scalar, value: bigint): JsonTree {
  switch (scalar) {
    case 'bool':
      return value !== 0n;
    case 'int32':
      return new JsonNumber(String(BigInt.asIntN(32, value)));
    case 'uint32':
      return new JsonNumber(String(BigInt.asUintN(32, value)));
    case 'int64':
      return new JsonNumber(String(BigInt.asIntN(64, value)));
    case 'sint32':
    case 'sint64': {
      const bits = BigInt.asUintN(scalar === 'sint32' ? 32 : 64, value);
      return new JsonNumber(String((bits >> 1n) ^ -(bits & 1n)));
    }
    default:
      return new JsonNumber(String(value));
  }
}

function fixedTree(scalar: Scalar, bytes: Buffer): JsonTree {
  switch (scalar) {
    case 'double':
      return floatTree(bytes.readDoubleLE());
    case 'float':
      return floatTree(bytes.readFloatLE());
    case 'sfixed32':
      return new JsonNumber(String(bytes.readInt32LE()));
    case 'fixed64':
      return new JsonNumber(String(bytes.readBigUInt64LE()));
    case 'sfixed64':
      return new JsonNumber(String(bytes.readBigInt64LE()));
    default:
      return new JsonNumber(String(bytes.readUInt32LE()));
  }
}

/** Every NaN is the same one; the zeros are two. */
function floatTree(value: number): JsonTree {
  if (!Number.isFinite(value)) return String(value);
  return new JsonNumber(Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e'));
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(record: Extract<WireRecord, { wire: 'len' }>): string {
  try {
    return strict.decode(record.bytes);
  } catch {
    return `not UTF-8: ${record.bytes.toString('hex')}`;
  }
}

function rawTree(record: WireRecord): JsonTree {
  switch (record.wire) {
    case 'varint':
      return new Map([['varint', new JsonNumber(String(record.value))]]);
    case 'group':
      return new Map([
        [
          'group',
          record.records.map(({ number, ...rest }) => [
            new JsonNumber(String(number)),
            rawTree({ number, ...rest } as WireRecord),
          ]),
        ],
      ]);
    case 'len':
    case 'i32':
    case 'i64':
      return new Map([[record.wire, record.bytes.toString('hex')]]);
    default:
      return record satisfies never;
  }
}
