/** Names of the runtime functions that read and write a scalar. */
import type { Int64Surface, Scalar } from '../../ir/scalar.ts';
import { scalars } from '../../ir/scalar.ts';

export interface ScalarCodec {
  /** Reader of what `taken` tells; `''` where that is the value already. */
  readonly reader: string;
  /** What reading takes, in the variables of `message-read-field.hbs`. */
  readonly taken: string;
  /** It takes the upper half of a varint, too. */
  readonly wide: boolean;
  readonly writer: string;
  /** Reads the packed form; `''` for what has none. */
  readonly packedReader: string;
  /** Reader that it takes for each element; `''` where it is made for this type alone. */
  readonly packedElement: string;
}

const surfaces: Readonly<Record<Int64Surface, string>> = { bigint: '', number: 'Number', string: 'String' };

/** Types whose packed form has a reader of its own: those of which there are often many. */
const packedReaders: ReadonlySet<string> = new Set(
  'Double Float Int32 Uint32 Sint32 Int64 Uint64 Sint64 Int64Number Uint64Number Sint64Number Bool'.split(' '),
);

/** Readers of the packed form that take the reader of an element, by wire type. */
const packedReaderOfAny = { 0: 'readPackedVarints', 1: 'readPackedDoubleWords', 2: '', 5: 'readPackedWords' } as const;

/** Varints of which the value is an expression: calls cost more than these. */
const inPlace: { readonly [S in Scalar]?: string } = {
  int32: 'value',
  uint32: 'value >>> 0',
  sint32: '(value >>> 1) ^ -(value & 1)',
  bool: '(value | upper) !== 0',
};

const takenBy = { 0: 'value, upper', 1: 'pos', 2: 'pos, stop', 5: 'pos' } as const;

/** @param verifyUtf8 - Refuse strings that are not UTF-8. */
export function scalarCodec(
  scalar: Scalar,
  { int64, verifyUtf8 }: { int64: Int64Surface; verifyUtf8: boolean },
): ScalarCodec {
  const { kind, wireType } = scalars[scalar];
  const name = `${scalar[0]!.toUpperCase()}${scalar.slice(1)}${kind === 'int64' ? surfaces[int64] : ''}`;
  const reader = kind === 'string' && !verifyUtf8 ? 'readLooseString' : `read${name}`;
  const expression = inPlace[scalar];
  const ownPacked = packedReaders.has(name);
  return {
    reader: expression === undefined ? reader : '',
    taken: expression ?? takenBy[wireType],
    wide: wireType === 0 && kind !== 'int',
    writer: `write${name}`,
    packedReader: ownPacked ? `readPacked${name}` : packedReaderOfAny[wireType],
    packedElement: ownPacked ? '' : reader,
  };
}
