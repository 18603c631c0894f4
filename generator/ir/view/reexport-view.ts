/** A line of an index: what it passes on from another module. */
import type { Identifier } from '../printable.ts';

export interface ReexportView {
  readonly kind: 'reexport';
  /** Module path relative to `lib/`, without ending. */
  readonly from: string;
  /** Everything, or a namespace where plain names would clash. */
  readonly as: Identifier | '';
}
