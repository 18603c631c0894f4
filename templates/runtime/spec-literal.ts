/** Literals, prefixes and enum members of event specs. */
import { JsonError } from './errors.ts';
import { stringToText } from './spec-scalar.ts';
import { wrongType } from './json-error.ts';
import { reportType } from './rules.ts';
import type { Rule } from './validation.ts';

type Literal = string | number | boolean;

/** Names of an enum's members by value. */
type Names = Readonly<Record<string | number, string | undefined>>;

/** @throws {JsonError} `missing`, `unknown-value` when it is anything else. */
export function checkLiteral<const L extends Literal>(value: unknown, literal: L): L {
  if (value !== literal) throw notOneOf(JSON.stringify(literal));
  return literal;
}

export function literalToText(value: unknown, literal: Literal): string {
  return JSON.stringify(checkLiteral(value, literal));
}

/** One of some literals. */
export function isOneOf<const L extends Literal>(value: unknown, literals: readonly L[]): value is L {
  return literals.includes(value as L);
}

/** @throws {JsonError} `unknown-value` when it is anything else. */
export function checkOneOf<const L extends Literal>(value: unknown, literals: readonly L[]): L {
  if (isOneOf(value, literals)) return value;
  throw notOneOf(literals.map((literal) => JSON.stringify(literal)).join(' or '));
}

export function oneOfToText(value: unknown, literals: readonly Literal[]): string {
  return JSON.stringify(checkOneOf(value, literals));
}

export function oneOfRule(...literals: readonly Literal[]): Rule {
  return (value, report) => {
    const expected = literals.map((literal) => JSON.stringify(literal)).join(' or ');
    if (value === undefined) reportType(expected, value, report);
    else if (!isOneOf(value, literals)) report.add('unknown-value', `expected ${expected}`);
  };
}

/** A string that starts with `prefix`. */
export function isPrefixed<const P extends string>(value: unknown, prefix: P): value is `${P}${string}` {
  return typeof value === 'string' && value.startsWith(prefix);
}

/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export function checkPrefix<const P extends string>(value: unknown, prefix: P): `${P}${string}` {
  if (typeof value !== 'string') throw wrongType('a string', value);
  if (!isPrefixed(value, prefix)) throw notOneOf(`a string that starts with ${JSON.stringify(prefix)}`);
  return value;
}

export function prefixToText(value: unknown, prefix: string): string {
  return stringToText(checkPrefix(value, prefix));
}

export function prefixRule(prefix: string): Rule {
  return (value, report) => {
    if (typeof value !== 'string') reportType('a string', value, report);
    else if (!value.startsWith(prefix)) {
      report.add('unknown-value', `expected a string that starts with ${JSON.stringify(prefix)}`);
    }
  };
}

/** A member of a closed enum of integers, by the table of its names. */
export function isIntegerMember<V extends number>(value: unknown, names: Names): value is V {
  return typeof value === 'number' && Object.hasOwn(names, value);
}

/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export function checkIntegerMember<V extends number>(value: unknown, names: Names): V {
  if (isIntegerMember<V>(value, names)) return value;
  throw typeof value === 'number' || typeof value === 'bigint' ? noMember() : wrongType('an integer', value);
}

export function integerMemberToText(value: unknown, names: Names): string {
  return String(checkIntegerMember(value, names));
}

export function integerMemberRule(names: Names): Rule {
  return (value, report) => {
    if (typeof value !== 'number') reportType('a number', value, report);
    else if (!isIntegerMember(value, names)) report.add('unknown-value', `${value} is no member of the enum`);
  };
}

/** A member of a closed enum of strings: one of the named values, or a string that starts with one of the prefixes. */
export function isStringMember<V extends string>(
  value: unknown,
  names: Names,
  prefixes: readonly string[] = [],
): value is V {
  if (typeof value !== 'string') return false;
  return Object.hasOwn(names, value) || prefixes.some((prefix) => value.startsWith(prefix));
}

/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export function checkStringMember<V extends string>(value: unknown, names: Names, prefixes: readonly string[] = []): V {
  if (isStringMember<V>(value, names, prefixes)) return value;
  throw typeof value === 'string' ? noMember() : wrongType('a string', value);
}

export function stringMemberToText(value: unknown, names: Names, prefixes: readonly string[] = []): string {
  return stringToText(checkStringMember(value, names, prefixes));
}

export function stringMemberRule(names: Names, prefixes: readonly string[] = []): Rule {
  return (value, report) => {
    if (typeof value !== 'string') reportType('a string', value, report);
    else if (!isStringMember(value, names, prefixes)) report.add('unknown-value', 'expected a member of the enum');
  };
}

function noMember(): JsonError {
  return new JsonError('unknown-value', 'expected a member of the enum');
}

function notOneOf(expected: string): JsonError {
  return new JsonError('unknown-value', `expected ${expected}`);
}
