/** Is it one? Boolean checks of values in memory, by type. They allocate nothing, and narrow. */
/** A value whose members of `T` are still to be looked at. */
export type Unchecked<T> = {
    readonly [Name in keyof T]?: unknown;
};
/** An object that is no array and no binary data. What is to be found in it may be named as `T`. */
export declare function isRecord(value: unknown): value is Record<string, unknown>;
export declare function isRecord<T>(value: unknown): value is Unchecked<T>;
export declare function isString(value: unknown): value is string;
export declare function isBoolean(value: unknown): value is boolean;
/** Any number, NaN and infinities included: protobuf's double. */
export declare function isDouble(value: unknown): value is number;
/** A number that a 32-bit float can hold, if rounded. NaN and infinities included. */
export declare function isFloat(value: unknown): value is number;
/** From -2^31 to 2^31 - 1. */
export declare function isInt32(value: unknown): value is number;
/** From 0 to 2^32 - 1. */
export declare function isUint32(value: unknown): value is number;
/** A bigint from -2^63 to 2^63 - 1. */
export declare function isInt64(value: unknown): value is bigint;
/** A bigint from 0 to 2^64 - 1. */
export declare function isUint64(value: unknown): value is bigint;
/** An integer that a double holds safely: a 64-bit field that surfaces as a number. */
export declare function isSafeInt64(value: unknown): value is number;
/** As `isSafeInt64`, and not negative. */
export declare function isSafeUint64(value: unknown): value is number;
/** Decimal digits of an integer from -2^63 to 2^63 - 1, as `BigInt` prints it: a 64-bit field that surfaces as a string. */
export declare function isInt64String(value: unknown): value is string;
/** Decimal digits of an integer from 0 to 2^64 - 1. */
export declare function isUint64String(value: unknown): value is string;
/** A value that a table of names lists: a closed enum. */
export declare function isMember(value: unknown, names: Readonly<Record<number, unknown>>): value is number;
export declare function isBytes(value: unknown): value is Uint8Array;
/** A list whose every item passes. Holes count as undefined. */
export declare function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[];
/**
 * A map whose every key and value passes.
 * @param isKey - Of the key as text; left out where any string will do.
 */
export declare function isMapOf<V>(value: unknown, isValue: (value: unknown) => value is V, isKey?: (key: string) => boolean): value is {
    [key: string]: V;
};
/** The key of a map with `int32`, `sint32` or `sfixed32` keys. */
export declare function isInt32Key(key: string): boolean;
/** The key of a map with `uint32` or `fixed32` keys. */
export declare function isUint32Key(key: string): boolean;
/** The key of a map with `bool` keys. */
export declare function isBooleanKey(key: string): boolean;
