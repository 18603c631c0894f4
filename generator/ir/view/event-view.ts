/** Types, unions, callbacks and event maps of an event spec as they are printed. */
import type { DeclaredView, Identifier } from '../printable.ts';

export interface ObjectView extends DeclaredView {
  readonly kind: 'object';
  readonly name: Identifier;
}

export type EventSpecViews = ObjectView;
