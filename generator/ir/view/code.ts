/**
 * Expressions, statements and types of generated code as trees, so that the renderer can break long lines and see which
 * names of the runtime library they use. Texts in them are identifiers and literals: safe to print.
 */
import type { Identifier, Literal } from '../printable.ts';

export type Expression =
  /** A name of this module, or a literal. */
  | { readonly kind: 'atom'; readonly text: Identifier | Literal }
  /** A name of the runtime library; imported because it is printed. */
  | { readonly kind: 'runtime'; readonly name: string }
  /** `object.member` or `object['member']`. */
  | { readonly kind: 'member'; readonly object: Identifier | Literal; readonly access: Literal }
  /** Type arguments are printed in `.ts` alone. */
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly types: readonly TypeCode[];
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'arrow'; readonly parameters: readonly Identifier[]; readonly body: Expression }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: Identifier | Literal; readonly value: Expression }[];
    }
  /** An expression that is known to be of a type; `as` is printed in `.ts` alone. */
  | { readonly kind: 'as'; readonly value: Expression; readonly type: TypeCode }
  | { readonly kind: 'infix'; readonly operator: Operator; readonly operands: readonly Expression[] };

export type Operator = '&&' | '||' | '??' | '===' | '!==' | '<' | '+' | '=' | '+=';

export interface Statement {
  readonly kind: 'statement';
  /** Runs only if this holds. */
  readonly condition: Expression | undefined;
  readonly body: Expression;
}

export type TypeCode =
  | { readonly kind: 'atom'; readonly text: Identifier | Literal }
  /** A type of the runtime library with its arguments. */
  | { readonly kind: 'runtime'; readonly name: string; readonly args: readonly TypeCode[] }
  | { readonly kind: 'list'; readonly of: TypeCode }
  | { readonly kind: 'map'; readonly value: TypeCode }
  /** Alternatives; never empty. */
  | { readonly kind: 'union'; readonly of: readonly TypeCode[] }
  /** An object type. */
  | { readonly kind: 'members'; readonly members: readonly TypeMember[] }
  /** A labelled tuple. */
  | { readonly kind: 'tuple'; readonly members: readonly TypeMember[] }
  /** A function that returns nothing. */
  | { readonly kind: 'function'; readonly members: readonly TypeMember[] };

export interface TypeMember {
  readonly key: Identifier | Literal;
  readonly optional: boolean;
  readonly type: TypeCode;
}

export type Code = Expression | Statement | TypeCode;
