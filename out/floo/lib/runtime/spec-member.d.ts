/**
 * Converts the member `key`.
 *
 * @throws {JsonError} `missing` when it is undefined; what `convert` throws, with the key in the path.
 */
export declare function required<V, T>(key: string, value: V | undefined, convert: (value: V) => T): T;
/** Converts the member `key` unless it is undefined. */
export declare function optional<V, T>(key: string, value: V | undefined, convert: (value: V) => T): T | undefined;
/** Converts what is not null. */
export declare function nullable<V, T>(value: V | null, convert: (value: V) => T): T | null;
/** As `nullable`, for JSON text. */
export declare function nullableToText<V>(value: V | null, convert: (value: V) => string): string;
