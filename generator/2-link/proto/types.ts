/** Types of fields, as far as they are known: a scalar, or a message or enum that some file declares. */
import type { FieldDecl, NameDecl } from '../../ir/proto-source.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import type { MessageSymbol, EnumSymbol, TypeSymbol } from './symbols.ts';

export type FieldType =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'message'; readonly symbol: MessageSymbol }
  | { readonly kind: 'enum'; readonly symbol: EnumSymbol };

/** @param find - Looks up a message or enum. */
export function typeOf(name: NameDecl, find: (name: NameDecl) => TypeSymbol | undefined): FieldType | undefined {
  if (Object.hasOwn(scalars, name.text)) return { kind: 'scalar', scalar: name.text as Scalar };
  const symbol = find(name);
  if (symbol === undefined) return undefined;
  return symbol.kind === 'message' ? { kind: 'message', symbol } : { kind: 'enum', symbol };
}

/** Smallest and largest value of an integer scalar, inclusive; undefined for other scalars. */
export function boundsOf(scalar: Scalar): { readonly min: bigint; readonly max: bigint } | undefined {
  const { kind, signed } = scalars[scalar];
  if (kind !== 'int' && kind !== 'int64') return undefined;
  const bits = kind === 'int' ? 32n : 64n;
  return signed ? { min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n } : { min: 0n, max: 2n ** bits - 1n };
}

export function isRepeated(decl: FieldDecl): boolean {
  return decl.label?.text === 'repeated' || decl.mapKey !== undefined;
}
