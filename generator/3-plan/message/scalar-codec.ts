/** Names of the runtime functions that read and write a scalar. */
import type { Int64Surface, Scalar } from '../../ir/scalar.ts';
import { scalars } from '../../ir/scalar.ts';

export interface ScalarCodec {
  readonly reader: string;
  readonly writer: string;
  /** The reader needs to know where the enclosing message ends. */
  readonly bounded: boolean;
}

const surfaces: Readonly<Record<Int64Surface, string>> = { bigint: '', number: 'Number', string: 'String' };

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
    bounded: kind === 'string' || kind === 'bytes',
  };
}
