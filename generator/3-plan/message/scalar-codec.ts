/** Names of the runtime functions that read and write a scalar. */
import type { Int64Surface, Scalar } from '../../ir/scalar.ts';
import { scalars } from '../../ir/scalar.ts';

export interface ScalarCodec {
  readonly reader: string;
  readonly writer: string;
  /** The reader needs to know where the enclosing message ends. */
  readonly bounded: boolean;
  /** Reads the packed form; `''` where there is none for this type alone. */
  readonly packedReader: string;
}

const surfaces: Readonly<Record<Int64Surface, string>> = { bigint: '', number: 'Number', string: 'String' };

/** Types whose packed form has a reader of its own: those of which there are often many. */
export const packedReaders: ReadonlySet<string> = new Set(
  'Double Float Int32 Uint32 Sint32 Int64 Uint64 Sint64 Int64Number Uint64Number Sint64Number'.split(' '),
);

/** @param verifyUtf8 - Refuse strings that are not UTF-8. */
export function scalarCodec(
  scalar: Scalar,
  { int64, verifyUtf8 }: { int64: Int64Surface; verifyUtf8: boolean },
): ScalarCodec {
  const { kind } = scalars[scalar];
  const name = `${scalar[0]!.toUpperCase()}${scalar.slice(1)}${kind === 'int64' ? surfaces[int64] : ''}`;
  return {
    reader: kind === 'string' && !verifyUtf8 ? 'readLooseString' : `read${name}`,
    writer: `write${name}`,
    packedReader: packedReaders.has(name) ? `readPacked${name}` : '',
    bounded: kind === 'string' || kind === 'bytes',
  };
}
