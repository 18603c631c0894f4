/** Builds expressions and types for the code of messages. */
import type { Identifier, Literal } from '../../ir/printable.ts';
import type { Expression, Operator, TypeCode } from '../../ir/view/code.ts';

export type Atom = Extract<Expression, { kind: 'atom' }>;

/** Code of the generator's own. Never text from a spec: that is no literal type. */
export function code<T extends string>(text: string extends T ? never : T): Literal {
  return text as string as Literal;
}

export const atom = (text: Identifier | Literal): Atom => ({ kind: 'atom', text });

/** A name of the runtime library. */
export const runtime = (name: string): Expression => ({ kind: 'runtime', name });

export const call = (
  callee: Expression,
  ...args: readonly Expression[]
): Extract<Expression, { readonly kind: 'call' }> => ({
  kind: 'call',
  callee,
  types: [],
  args,
});

export const infix = (operator: Operator, ...operands: readonly Expression[]): Expression => ({
  kind: 'infix',
  operator,
  operands,
});

/** A function of one parameter. */
export function arrow(parameter: 'item', body: (subject: Expression) => Expression): Expression {
  const name = parameter as string as Identifier;
  return { kind: 'arrow', parameters: [name], body: body(atom(name)) };
}

export const fixedType = (name: 'boolean' | 'null' | 'number' | 'string'): TypeCode => ({
  kind: 'atom',
  text: name as string as Literal,
});
