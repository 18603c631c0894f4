/** An enum as it is printed: a const object, an open (or closed) union type, and a table of names by value. */
import type { Comment, DeclaredView, Identifier, Literal } from '../printable.ts';
import type { Origin } from '../origin.ts';

export interface EnumView extends DeclaredView {
  readonly kind: 'enum';
  readonly name: Identifier;
  /** Name of the value -> name table. */
  readonly namesName: Identifier;
  /** True when values are numbers. */
  readonly numeric: boolean;
  /** Base type of an open enum (`number`, `string`), `''` for a closed one. */
  readonly openBase: '' | 'number' | 'string';
  readonly members: readonly EnumMemberView[];
  /** One entry per distinct value: the first member that has it. */
  readonly names: readonly { readonly value: Literal; readonly name: Literal }[];
  /** Values that start with one of these are members too (open string enums with prefixes). */
  readonly prefixes: readonly { readonly pattern: Literal; readonly doc: Comment }[];
}

export interface EnumMemberView {
  /** Property of the const object, printed as a key: an identifier or a quoted string. */
  readonly key: Identifier | Literal;
  readonly value: Literal;
  readonly doc: Comment;
  readonly deprecated: boolean;
  readonly origin: Origin;
  readonly place: string;
}
