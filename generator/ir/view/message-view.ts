/** A message as it is printed: interface, create, binary codec, ProtoJSON codec, validators. */
import type { DeclaredView, Identifier } from '../printable.ts';

export interface MessageView extends DeclaredView {
  readonly kind: 'message';
  readonly name: Identifier;
}
