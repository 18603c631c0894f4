/** Tags: field number and wire type in one number. Source: the encoding guide, "Message Structure". */
import type { ValueType } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';

/** Wire type of one value: 0 varint, 1 eight bytes, 2 with a length, 3 start of a group, 5 four bytes. */
export function wireTypeOf(type: ValueType, delimited: boolean): 0 | 1 | 2 | 3 | 5 {
  switch (type.kind) {
    case 'scalar':
      return scalars[type.scalar].wireType;
    case 'enum':
      return 0;
    case 'message':
      return delimited ? 3 : 2;
    default:
      return type satisfies never;
  }
}

/** May a list of it be packed? All that has no length of its own. */
export function isPackable(type: ValueType): boolean {
  return type.kind === 'enum' || (type.kind === 'scalar' && scalars[type.scalar].packable);
}

/** Up to 2^32 - 1, as an unsigned number. */
export function tagOf(fieldNumber: number, wireType: number): number {
  return ((fieldNumber << 3) | wireType) >>> 0;
}
