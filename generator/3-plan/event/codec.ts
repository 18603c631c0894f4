/** What is known of a type expression's code: its types, and how values are read, written, tested and explained. */
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import { literal } from '../text.ts';
import { asFunction, atom, type Build, builtIn, call, infix, runtime } from './build.ts';
import type { EventRuntimeName } from './runtime-names.ts';

/** What a value is at first sight; the runtime's `byKind` tells them apart. */
export type Kind = 'string' | 'number' | 'bigint' | 'boolean' | 'null' | 'array' | 'object' | 'bytes';

export interface Codec {
  /** In memory. */
  readonly type: TypeCode;
  /** In JSON. */
  readonly json: TypeCode;
  readonly fromJson: Build;
  readonly toJson: Build;
  readonly toText: Build;
  readonly is: Build;
  /** A validation rule. */
  readonly rule: Expression;
  /** The value that `createX` fills in; undefined where only a caller can give one. */
  readonly initial: () => Expression | undefined;
  /** In memory. */
  readonly kinds: readonly Kind[];
  /** In JSON, as the exact parser gives it. */
  readonly jsonKinds: readonly Kind[];
}

/** Kinds of a JSON number: integers that a number cannot hold safely come as bigint. */
export const numeric: readonly Kind[] = ['number', 'bigint'];

/** A codec made of functions of the runtime, each taking the value alone. */
export function leaf(facts: {
  readonly type: TypeCode;
  readonly json?: TypeCode;
  readonly fromJson: EventRuntimeName;
  readonly toJson: EventRuntimeName;
  readonly toText: EventRuntimeName;
  readonly is: EventRuntimeName;
  readonly rule: EventRuntimeName;
  readonly initial: Expression;
  readonly kinds: readonly Kind[];
  readonly jsonKinds?: readonly Kind[];
}): Codec {
  return {
    type: facts.type,
    json: facts.json ?? facts.type,
    fromJson: (json) => call(facts.fromJson, json),
    toJson: (value) => call(facts.toJson, value),
    toText: (value) => call(facts.toText, value),
    is: (value) => call(facts.is, value),
    rule: runtime(facts.rule),
    initial: () => facts.initial,
    kinds: facts.kinds,
    jsonKinds: facts.jsonKinds ?? facts.kinds,
  };
}

/** As the codec, or null. */
export function nullableCodec(codec: Codec): Codec {
  return {
    type: { kind: 'union', of: [codec.type, builtIn('null')] },
    json: { kind: 'union', of: [codec.json, builtIn('null')] },
    fromJson: (json) => call('nullable', json, asFunction(codec.fromJson, 'item')),
    toJson: (value) => call('nullable', value, asFunction(codec.toJson, 'item')),
    toText: (value) => call('nullableToText', value, asFunction(codec.toText, 'item')),
    is: (value) => infix('||', infix('===', value, nullLiteral), codec.is(value)),
    rule: call('nullableRule', codec.rule),
    initial: () => nullLiteral,
    kinds: ['null', ...codec.kinds],
    jsonKinds: ['null', ...codec.jsonKinds],
  };
}

const nullLiteral: Expression = atom(literal(null));
