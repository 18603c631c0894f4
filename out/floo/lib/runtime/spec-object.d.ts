import type { Rule } from './validation.ts';
/** An object that may become a `T`: its members, of which nothing is known yet. */
export type Members<T> = {
    readonly [Name in keyof T]?: unknown;
};
/** An object, and no array. Its members are still unknown. */
export declare function isObject<T>(value: unknown): value is Members<T>;
/** @throws {JsonError} `wrong-type` when it is no object. */
export declare function checkObject<T>(value: unknown): Members<T>;
/**
 * An object without members that its type does not list.
 *
 * @throws {JsonError} `wrong-type` when it is no object; `unexpected` for a member that is not listed.
 */
export declare function checkClosedObject<T>(value: unknown, listed: ReadonlySet<string>): Members<T>;
/** A member under a name that all objects inherit, such as `constructor`: undefined unless the object has its own. */
export declare function own<T extends object, K extends string>(object: T, key: K): K extends keyof T ? T[K] : undefined;
/**
 * Adds to `object` the members of `from` that are not listed.
 *
 * @throws {JsonError} when one of them is not JSON.
 */
export declare function withOthers<T extends object>(object: T, from: object, listed: ReadonlySet<string>): T;
/** As `withOthers`, towards JSON. */
export declare function withOthersToJson<T extends object>(json: T, value: object, listed: ReadonlySet<string>): T;
/** Members that are not listed as JSON text, each with a comma in front. */
export declare function othersToText(value: object, listed: ReadonlySet<string>): string;
/** JSON text of an object, from that of its members with a comma in front of each. */
export declare function objectToText(members: string): string;
/** Has an object no members beside the listed ones? */
export declare function hasOnly(value: object, listed: ReadonlySet<string>): boolean;
/** Each property by its rule, and no member that is not listed. */
export declare function closedObjectRule(listed: ReadonlySet<string>, properties: () => Readonly<Record<string, Rule>>): Rule;
/** @throws {JsonError} `too-deep` beyond 100 objects inside one another. */
export declare function checkDepth(depth: number): void;
/** Do at most 100 objects lie inside one another? */
export declare function isShallow(depth: number): boolean;
