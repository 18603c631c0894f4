/** Codecs of types and messages that have functions of their own: code that calls them. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { Identifier } from '../../ir/printable.ts';
import type { Expression } from '../../ir/view/code.ts';
import { atom, atomType, call, infix, quoted, verbatim } from './build.ts';
import type { Codec } from './codec.ts';
import { initialOf } from './initial.ts';
import type { SpecContext } from './spec-context.ts';
import { kindsOf } from './kinds.ts';

/** An object, union or alias of this or another spec. */
export function typeCodec(type: Extract<TypeExpr, { kind: 'type' }>, context: SpecContext): Codec {
  const { module, name } = context.symbols.spec(type.spec, type.name);
  const here = type.spec === context.spec.name;
  const plain = here && context.graph.isPlainType(type.name);
  const locals = here ? context.locals.get(type.name) : undefined;
  const codec: Codec = {
    ...generatedCodec(module, name, context),
    ...(plain ? { json: atomType(context.imports.add(module, name, true)) } : {}),
    ...(locals === undefined ? {} : { rule: atom(locals.rule) }),
    initial: () => initialOf(type, context),
    ...kindsOf(type, context, []),
  };
  if (locals?.recursive === undefined || !context.graph.areEntwined(context.owner, type.name)) return codec;
  const { fromJson, toJson, toText, is } = locals.recursive;
  return {
    ...codec,
    fromJson: (json) => call(atom(fromJson), json, deeper),
    toJson: (value) => call(atom(toJson), value, deeper),
    toText: (value) => call(atom(toText), value, deeper),
    is: (value) => call(atom(is), value, deeper),
  };
}

/** The depth of what a value holds, one more than its own. */
const deeper: Expression = infix('+', atom(verbatim('depth')), quoted(1));

/** A proto message, in ProtoJSON. */
export function messageCodec(fullName: string, context: SpecContext): Codec {
  const { module, name } = context.symbols.proto(fullName);
  return {
    ...generatedCodec(module, name, context),
    initial: () => call(atom(context.imports.add(module, `create${name}`, false))),
    kinds: ['object'],
    // Well-known types have JSON forms of every kind.
    jsonKinds: ['object', 'string', 'number', 'bigint', 'boolean', 'null', 'array'],
  };
}

/** Calls of the functions that a module exports for a type. */
function generatedCodec(
  module: string,
  name: Identifier,
  { imports }: SpecContext,
): Omit<Codec, 'initial' | 'kinds' | 'jsonKinds'> {
  const value = (prefix: string): Expression => atom(imports.add(module, `${prefix}${name}`, false));
  return {
    type: atomType(imports.add(module, name, true)),
    json: atomType(imports.add(module, `${name}Json`, true)),
    fromJson: (json) => call(value('fromJson'), json),
    toJson: (subject) => call(value('toJson'), subject),
    toText: (subject) => call(value('toJsonString'), subject),
    is: (subject) => call(value('is'), subject),
    rule: call('validatedBy', value('validate')),
  };
}
