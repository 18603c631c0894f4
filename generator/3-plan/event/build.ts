/** Builds expressions of generated code. */
import type { Identifier, Literal } from '../../ir/printable.ts';
import type { Expression, Operator, Statement, TypeCode } from '../../ir/view/code.ts';
import { literal } from '../text.ts';
import type { EventRuntimeName } from './runtime-names.ts';

export const atom = (text: Identifier | Literal): Expression => ({ kind: 'atom', text });

/** Code of the generator's own; never text from a spec, which is no literal type. */
export const verbatim = <T extends string>(code: string extends T ? never : T): Literal => code as string as Literal;

/** A string, number or other plain value. */
export const quoted = (value: string | number | bigint | boolean): Expression => atom(literal(value));

export const runtime = (name: EventRuntimeName): Expression => ({ kind: 'runtime', name });

export const array = (items: readonly Expression[]): Expression => ({ kind: 'array', items });

export const object = (entries: Extract<Expression, { kind: 'object' }>['entries']): Expression => ({
  kind: 'object',
  entries,
});

/** Operands that are of the same operator are taken apart. */
export const infix = (operator: Operator, ...operands: readonly Expression[]): Expression => ({
  kind: 'infix',
  operator,
  operands: operands.flatMap((one) => (one.kind === 'infix' && one.operator === operator ? one.operands : [one])),
});

/** @param condition - Undefined for a statement that always runs. */
export const statement = (body: Expression, condition?: Expression): Statement => ({
  kind: 'statement',
  condition,
  body,
});

/** A call of a function: of the runtime when it is given by name. */
export function call(callee: EventRuntimeName | Expression, ...args: readonly Expression[]): Expression {
  return { kind: 'call', callee: typeof callee === 'string' ? runtime(callee) : callee, types: [], args };
}

/** A call with type arguments, which only `.ts` has. */
export function typedCall(
  callee: EventRuntimeName,
  types: readonly TypeCode[],
  args: readonly Expression[],
): Expression {
  return { kind: 'call', callee: runtime(callee), types, args };
}

/** An expression made from another. */
export type Build = (subject: Expression) => Expression;

/** The expression as a function: its callee where it does nothing but call it, otherwise an arrow function. */
export function asFunction(build: Build, parameter: 'json' | 'value' | 'member' | 'item' | 'arg' | 'args'): Expression {
  const subject = atom(parameter as Identifier);
  const body = build(subject);
  if (body.kind === 'call' && body.types.length === 0 && body.args.length === 1 && body.args[0] === subject) {
    return body.callee;
  }
  return { kind: 'arrow', parameters: [parameter as Identifier], body };
}

/** A function without parameters. */
export const thunk = (body: Expression): Expression => ({ kind: 'arrow', parameters: [], body });

export const atomType = (text: Identifier | Literal): TypeCode => ({ kind: 'atom', text });

/** A type that is built in, such as `string`. */
export const builtIn = (name: 'string' | 'number' | 'bigint' | 'boolean' | 'null' | 'undefined'): TypeCode =>
  atomType(verbatim(name));

export const runtimeType = (name: EventRuntimeName, ...args: readonly TypeCode[]): TypeCode => ({
  kind: 'runtime',
  name,
  args,
});

/** Alternatives without repetition; the type itself when there is but one. */
export function unionType(of: readonly TypeCode[]): TypeCode {
  const seen = new Map<string, TypeCode>();
  for (const type of of.flatMap((one) => (one.kind === 'union' ? one.of : [one]))) seen.set(JSON.stringify(type), type);
  const distinct = [...seen.values()];
  return distinct.length === 1 ? distinct[0]! : { kind: 'union', of: distinct };
}
