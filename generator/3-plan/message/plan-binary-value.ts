/** Plans how one value is read and written: a scalar, an enum, a message or a group; and the key of a map. */
import type { Field, ValueType } from '../../ir/protocol.ts';
import { scalars, type Int64Surface } from '../../ir/scalar.ts';
import type { BinaryValueView, MapKeyView } from '../../ir/view/message-binary-view.ts';
import type { PlanContext } from '../context.ts';
import { literal } from '../text.ts';
import { scalarCodec } from './scalar-codec.ts';
import { tagOf, wireTypeOf } from './tag.ts';

export interface ValuePlan {
  readonly type: ValueType;
  readonly number: number;
  readonly delimited: boolean;
  readonly int64: Int64Surface;
  readonly verifyUtf8: boolean;
  /** The value's type in TypeScript. */
  readonly typeText: string;
}

export function planBinaryValue(plan: ValuePlan, { symbols, imports }: PlanContext): BinaryValueView {
  const { type, number, delimited } = plan;
  const wireType = wireTypeOf(type, delimited);
  const base = { tag: tagOf(number, wireType), endTag: wireType === 3 ? tagOf(number, 4) : 0 };
  if (type.kind === 'message') {
    const { module, name } = symbols.proto(type.fullName);
    const kind = delimited ? 'group' : 'message';
    return {
      ...base,
      readPartial: `message-read-${kind}`,
      writePartial: `message-write-${kind}`,
      reader: '',
      taken: '',
      wide: false,
      taggedWriter: false,
      writer: '',
      readMessage: imports.add(module, `read${name}`, false),
      writeMessage: imports.add(module, `write${name}`, false),
      enumType: '',
    };
  }
  const codec = scalarCodec(type.kind === 'enum' ? 'int32' : type.scalar, plan);
  return {
    ...base,
    readPartial: 'message-read-scalar',
    writePartial: 'message-write-scalar',
    reader: codec.reader,
    taken: codec.taken,
    wide: codec.wide,
    taggedWriter: codec.writer === 'writeString',
    writer: codec.writer,
    readMessage: '',
    writeMessage: '',
    enumType: type.kind === 'enum' && !type.open ? plan.typeText : '',
  };
}

/** Properties are text: other keys are converted both ways. For fields that are no maps, the result is of no use. */
export function planMapKey({ shape, verifyUtf8 }: Field): MapKeyView {
  const key = shape.kind === 'map' ? shape.key : 'string';
  const { kind, wireType } = scalars[key];
  // 64-bit keys have a surface that is their decimal text already.
  const { reader, taken, wide, writer } = scalarCodec(key, { int64: 'string', verifyUtf8 });
  return {
    reader: reader === 'readString' ? 'keyAt' : reader,
    taken,
    wide,
    enumType: '',
    taggedWriter: writer === 'writeString',
    writer,
    convert: kind === 'int' || kind === 'bool',
    isInteger: kind === 'int' || kind === 'int64',
    parse: kind === 'int' ? 'intKey' : kind === 'bool' ? 'boolKey' : '',
    absent: literal(kind === 'string' ? '' : kind === 'bool' ? 'false' : '0'),
    tag: tagOf(1, wireType),
  };
}
