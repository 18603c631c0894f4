/** A text that was read: its value, and where each part of it stands. */
import type { Place } from '../diagnostic.ts';
import type { DocumentNode } from './node.ts';

export interface SourceDocument {
  /** As diagnostics print it. */
  readonly file: string;
  readonly text: string;
  readonly root: DocumentNode;
  /** Plain JSON value of the whole; integers beyond 2^53 are bigint. */
  readonly value: unknown;
  /** The place of any part of the tree. */
  placeAt(start: number, end: number): Place;
  /**
   * The place of the value at an RFC 6901 pointer, or of its key. What is not there is placed at the nearest part around
   * it that is.
   */
  placeOf(pointer: string, part?: 'key' | 'value'): Place;
}
