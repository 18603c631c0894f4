import type { Rule } from './validation.ts';
type Literal = string | number | boolean;
/** Names of an enum's members by value. */
type Names = Readonly<Record<string | number, string | undefined>>;
/** @throws {JsonError} `missing`, `unknown-value` when it is anything else. */
export declare function checkLiteral<const L extends Literal>(value: unknown, literal: L): L;
export declare function literalToText(value: unknown, literal: Literal): string;
/** One of some literals. */
export declare function isOneOf<const L extends Literal>(value: unknown, literals: readonly L[]): value is L;
/** @throws {JsonError} `unknown-value` when it is anything else. */
export declare function checkOneOf<const L extends Literal>(value: unknown, literals: readonly L[]): L;
export declare function oneOfToText(value: unknown, literals: readonly Literal[]): string;
export declare function oneOfRule(...literals: readonly Literal[]): Rule;
/** A string that starts with `prefix`. */
export declare function isPrefixed<const P extends string>(value: unknown, prefix: P): value is `${P}${string}`;
/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export declare function checkPrefix<const P extends string>(value: unknown, prefix: P): `${P}${string}`;
export declare function prefixToText(value: unknown, prefix: string): string;
export declare function prefixRule(prefix: string): Rule;
/** A member of a closed enum of integers, by the table of its names. */
export declare function isIntegerMember<V extends number>(value: unknown, names: Names): value is V;
/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export declare function checkIntegerMember<V extends number>(value: unknown, names: Names): V;
export declare function integerMemberToText(value: unknown, names: Names): string;
export declare function integerMemberRule(names: Names): Rule;
/** A member of a closed enum of strings: one of the named values, or a string that starts with one of the prefixes. */
export declare function isStringMember<V extends string>(value: unknown, names: Names, prefixes?: readonly string[]): value is V;
/** @throws {JsonError} `wrong-type`, `unknown-value`. */
export declare function checkStringMember<V extends string>(value: unknown, names: Names, prefixes?: readonly string[]): V;
export declare function stringMemberToText(value: unknown, names: Names, prefixes?: readonly string[]): string;
export declare function stringMemberRule(names: Names, prefixes?: readonly string[]): Rule;
export {};
