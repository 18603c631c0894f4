/** @throws {JsonError} `wrong-type` when it is no array; what `convert` throws, with the index in the path. */
export declare function listFromJson<T>(json: unknown, convert: (json: unknown) => T): T[];
/** As `listFromJson`, the other way. */
export declare function listToJson<V, T>(value: readonly V[], convert: (value: V) => T): T[];
export declare function listToText<V>(value: readonly V[], convert: (value: V) => string): string;
/**
 * @param isKey - Of the key as text; left out where any string will do.
 * @throws {JsonError} `wrong-type` when it is no object; `bad-key`; what `convert` throws, with the key in the path.
 */
export declare function mapFromJson<T>(json: unknown, convert: (json: unknown) => T, isKey?: (key: string) => boolean): {
    [key: string]: T;
};
/** As `mapFromJson`, the other way. */
export declare function mapToJson<V, T>(value: {
    readonly [key: string]: V;
}, convert: (value: V) => T, isKey?: (key: string) => boolean): {
    [key: string]: T;
};
export declare function mapToText<V>(value: {
    readonly [key: string]: V;
}, convert: (value: V) => string, isKey?: (key: string) => boolean): string;
/** A list whose every item passes. Holes count as undefined. */
export declare function everyItem(value: unknown, test: (item: unknown) => boolean): boolean;
/** A map whose every key and value passes. */
export declare function everyEntry(value: unknown, test: (item: unknown) => boolean, isKey?: (key: string) => boolean): boolean;
