/** A line of an index: what it passes on from another module. */
import type { Identifier } from '../printable.ts';

export interface ReexportView {
  readonly kind: 'reexport';
  /** Module path relative to `lib/`, without ending. */
  readonly from: string;
  /** The namespace that it becomes where plain names would clash; `''` for plain names. */
  readonly as: Identifier | '';
  /** Just these values and types; both empty for all that the module exports. */
  readonly values: readonly Identifier[];
  readonly types: readonly Identifier[];
}
