/** Codecs of enums, of literals, and of strings with a prefix. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { Identifier } from '../../ir/printable.ts';
import type { TypeCode } from '../../ir/view/code.ts';
import type { PlanContext } from '../context.ts';
import { literal, template } from '../text.ts';
import { array, atom, atomType, builtIn, call, quoted, unionType } from './build.ts';
import { type Codec, type Kind, numeric } from './codec.ts';
import { integerCodec, stringCodec } from './scalar-codecs.ts';
import { type SpecContext, typeKey } from './spec-context.ts';

/** An enum of an event spec. Open ones take every value of the type. */
export function enumCodec(type: Extract<TypeExpr, { kind: 'spec-enum' }>, context: SpecContext): Codec {
  const { module, name } = context.symbols.spec(type.spec, type.name);
  const node = context.specEnums.get(typeKey(type.spec, type.name));
  const local = atomType(context.imports.add(module, name, true));
  const isString = node?.valueKind === 'string';
  const base = isString ? stringCodec : integerCodec(type.width);
  const first = node?.members.find(({ match }) => match === 'exact')?.value;
  const common = {
    ...base,
    type: local,
    json: local,
    initial: () => quoted(first === undefined ? (isString ? '' : 0) : firstOrZero(node, first)),
  };
  if (node === undefined || node.open) return common;
  const names = atom(context.imports.add(module, `${name}Names`, false));
  const prefixes = node.members.filter(({ match }) => match === 'prefix').map(({ value }) => quoted(value));
  const table = [names, ...(prefixes.length > 0 ? [array(prefixes)] : [])];
  const [check, text, is, rule] = isString
    ? (['checkStringMember', 'stringMemberToText', 'isStringMember', 'stringMemberRule'] as const)
    : (['checkIntegerMember', 'integerMemberToText', 'isIntegerMember', 'integerMemberRule'] as const);
  return {
    ...common,
    fromJson: (json) => call(check, json, ...table),
    toJson: (value) => call(check, value, ...table),
    toText: (value) => call(text, value, ...table),
    is: (value) => call(is, value, ...table),
    rule: call(rule, ...table),
  };
}

/** Zero where an enum of integers has it, as protocols with defaults do; otherwise the first member. */
function firstOrZero(
  node: { readonly members: readonly { readonly value: string | number }[] } | undefined,
  first: string | number,
): string | number {
  return node?.members.some(({ value }) => value === 0) === true ? 0 : first;
}

/** One of some values. */
export function literalsCodec(values: readonly (string | number | boolean)[]): Codec {
  const distinct = [...new Set(values)];
  const type = unionType(distinct.map((value) => atomType(literal(value))));
  const kinds = [...new Set(distinct.map((value) => typeof value as Kind))];
  const single = distinct.length === 1 ? quoted(distinct[0]!) : undefined;
  const all = single ?? array(distinct.map(quoted));
  return {
    type,
    json: type,
    fromJson: (json) => call(single ? 'checkLiteral' : 'checkOneOf', json, all),
    toJson: (value) => call(single ? 'checkLiteral' : 'checkOneOf', value, all),
    toText: (value) => call(single ? 'literalToText' : 'oneOfToText', value, all),
    is: (value) =>
      single ? { kind: 'infix', operator: '===', operands: [value, single] } : call('isOneOf', value, all),
    rule: call('oneOfRule', ...distinct.map(quoted)),
    initial: () => quoted(distinct[0]!),
    kinds,
    jsonKinds: kinds.includes('number') ? [...kinds, ...numeric.filter((kind) => kind !== 'number')] : kinds,
  };
}

/** Any string that starts with the prefix. */
export function prefixCodec(prefix: string): Codec {
  const type = atomType(template(prefix));
  const start = quoted(prefix);
  return {
    ...stringCodec,
    type,
    json: type,
    fromJson: (json) => call('checkPrefix', json, start),
    toJson: (value) => call('checkPrefix', value, start),
    toText: (value) => call('prefixToText', value, start),
    is: (value) => call('isPrefixed', value, start),
    rule: call('prefixRule', start),
    initial: () => start,
  };
}

/** A proto enum, in ProtoJSON: by name, or by number. */
export function protoEnumCodec(fullName: string, context: PlanContext): Codec {
  const { module, name } = context.symbols.proto(fullName);
  const node = context.enums.get(fullName);
  const value = (): Identifier => context.imports.add(module, name, false);
  const names = (): Identifier => context.imports.add(module, `${name}Names`, false);
  const local = atomType(context.imports.add(module, name, true));
  const base = integerCodec('int32');
  const common: Codec = {
    ...base,
    type: local,
    json: jsonEnum,
    fromJson: (json) => call('protoEnumFromJson', json, atom(value())),
    toJson: (number) => call('protoEnumToJson', number, atom(names())),
    toText: (number) => call('protoEnumToText', number, atom(names())),
    initial: () => quoted(node === undefined || node.open ? 0 : (node.values[0]?.number ?? 0)),
    jsonKinds: ['string', ...numeric],
  };
  if (node === undefined || node.open) return common;
  return {
    ...common,
    is: (number) => call('isIntegerMember', number, atom(names())),
    rule: call('integerMemberRule', atom(names())),
  };
}

/** A name, or a number that has none. */
const jsonEnum: TypeCode = unionType([builtIn('string'), builtIn('number')]);
