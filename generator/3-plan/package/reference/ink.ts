/** How the words of a reference get into a document: the same facts are printed with one ink as Markdown, with another as HTML. */
import type { Markup } from '../../../ir/printable.ts';

/** Something that links lead to. */
export interface Place {
  /** Module that declares it. */
  readonly module: string;
  /** Unique within the module. */
  readonly id: string;
}

export interface Ink {
  /** One line of words. */
  text(text: string): Markup;
  /** A description: paragraphs, as they were written. */
  prose(text: string): Markup;
  /** A description where one line has to do, such as in the cell of a table. */
  cell(text: string): Markup;
  /** Code as running text. */
  code(text: string): Markup;
  /** Code on lines of its own. */
  block(text: string): Markup;
  /** Words that lead to a place. */
  link(label: string, place: Place): Markup;
  /** Words that lead to an address of the web; those that are no such address stay words. */
  external(label: string, address: string): Markup;
  /** What an address ends in that leads to the place, from the document at hand. */
  href(place: Place): Markup;
  /** The place's own name. */
  anchor(place: Place): Markup;
}

/** Pieces that are printed already, in one. */
export const join = (...pieces: readonly Markup[]): Markup => pieces.join('') as Markup;

export const nothing = '' as Markup;
