/** Values that are one of several things: told apart by their kind, by trying, or by a discriminant. */
import { JsonError } from './errors.ts';
import { type Issue, type Rule } from './validation.ts';
/** What a value is at first sight. */
export type Kind = 'string' | 'number' | 'bigint' | 'boolean' | 'null' | 'array' | 'object' | 'bytes';
type ByKind = {
    readonly [K in Kind]?: (value: never) => unknown;
};
/** A converter for each kind that may come. */
type ResultOf<Table extends ByKind> = {
    [K in keyof Table]: Table[K] extends (value: never) => infer T ? T : never;
}[keyof Table];
declare const unlisted: unique symbol;
/**
 * A discriminant that no variant of an open union has. The brand keeps TypeScript's narrowing intact: comparing with a
 * listed literal excludes it. At run time it is an ordinary string or number.
 */
export type Unlisted<T extends string | number> = T & {
    readonly [unlisted]: true;
};
/** Converts by what the value is. @throws {JsonError} `wrong-type` for a kind that the table does not have. */
export declare function byKind<const Table extends ByKind>(value: unknown, table: Table): ResultOf<Table>;
/** The rule for what the value is. */
export declare function kindRule(table: Readonly<Partial<Record<Kind, Rule>>>): Rule;
/** What the first converter that does not refuse it makes of a value. @throws {JsonError} what the last one throws. */
export declare function firstFit<const Converters extends readonly ((value: never) => unknown)[]>(value: unknown, converters: Converters): ReturnType<Converters[number]>;
/** At least one of the rules; what the last one says where none holds. */
export declare function anyRule(...rules: readonly Rule[]): Rule;
/** Null, or what the rule takes. */
export declare function nullableRule(rule: Rule): Rule;
/** The error for an object whose discriminant no variant has. */
export declare function unknownVariant(object: object, discriminant: string): JsonError;
/** Is the discriminant of the right type? What a variant of an open union that is not listed must have. */
export declare function isUnlisted(value: unknown, discriminant: string, type: 'string' | 'number'): boolean;
/**
 * A variant of an open union that is not listed, as it is.
 *
 * @throws {JsonError} `missing`, `unknown-case` unless its discriminant is of the right type; or when it is not JSON.
 */
export declare function checkUnlisted<T>(value: unknown, discriminant: string, type: 'string' | 'number'): T;
/**
 * An object by its discriminant.
 * @param variants - Called when the rule runs.
 * @param open - Type of discriminants that no variant has; `''` where there must be none.
 */
export declare function variantRule(discriminant: string, variants: () => readonly (readonly [isOf: string | number | ((value: unknown) => boolean), rule: Rule])[], open: '' | 'string' | 'number'): Rule;
/** A rule made when it runs, so that rules may refer to each other in any order. */
export declare function lazyRule(rule: () => Rule): Rule;
/** What a type's own `validateX` says, at the place where its value stands. */
export declare function validatedBy(validate: (value: unknown) => readonly Issue[]): Rule;
export {};
