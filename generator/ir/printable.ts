/** Text that is safe to print into generated code, told apart by type from text that is not. */
import type { Origin } from './origin.ts';

declare const brand: unique symbol;

/** A JavaScript identifier that is free in its module and safe to print. Only `3-plan/names.ts` makes them. */
export type Identifier = string & { readonly [brand]: 'identifier' };

/** An encoded JavaScript literal (string, number, bigint, ...), safe to print anywhere an expression may stand. */
export type Literal = string & { readonly [brand]: 'literal' };

/** Lines of a doc comment with comment terminators neutralised; no leading `*`. */
export type Comment = readonly (string & { readonly [brand]: 'comment' })[];

/** Text of a document, encoded for the language that it is written in, HTML or Markdown. Only `3-plan/package/reference` makes it. */
export type Markup = string & { readonly [brand]: 'markup' };

/** What any exported thing carries over from its declaration. */
export interface DeclaredView {
  readonly doc: Comment;
  readonly deprecated: boolean;
  readonly origin: Origin;
  /** Origin as the doc comment prints it, e.g. `common.proto:12`. */
  readonly place: string;
}
