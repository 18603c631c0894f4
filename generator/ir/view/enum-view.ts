/** An enum as it is printed: a const object, an open (or closed) union type, and a table of names by value. */
import type { DeclaredView, Identifier, Literal } from '../printable.ts';
import type { Expression, TypeCode } from './code.ts';

export interface EnumView extends DeclaredView {
  readonly kind: 'enum';
  readonly name: Identifier;
  /** Name of the value -> name table. */
  readonly namesName: Identifier;
  readonly members: readonly EnumMemberView[];
  /** Members, strings that start like one, and any other value of an open enum. */
  readonly type: TypeCode;
  /** An object literal with one entry per distinct value: the first member that has it. */
  readonly names: Expression;
  readonly namesType: TypeCode;
}

export interface EnumMemberView extends DeclaredView {
  /** Property of the const object, printed as a key: an identifier or a quoted string. */
  readonly key: Identifier | Literal;
  readonly value: Literal;
}
