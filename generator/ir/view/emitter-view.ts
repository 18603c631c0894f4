/** Typed emitters: one for each event map of a package. */
import type { Comment, Identifier } from '../printable.ts';

export interface EmitterView {
  readonly kind: 'emitter';
  /** `Floo` of `createFlooEmitter`. */
  readonly name: Identifier;
  /** The event map, as it is called in the module. */
  readonly events: Identifier;
  readonly doc: Comment;
  readonly deprecated: boolean;
  readonly place: string;
}
