import type { JsonWriteOptions } from './json-options.ts';
/** Writes a message as JSON text; errors do not know their place yet. */
export type JsonWriter<T> = (message: T, options: JsonWriteOptions | undefined) => string;
/**
 * The JSON text of a message.
 * @throws {JsonError} When a value has no JSON form: names its place in the message.
 */
export declare function toText<T>(write: JsonWriter<T>, message: T, options?: JsonWriteOptions): string;
/**
 * Options for the messages in a message that may hold others of its type.
 * @throws {JsonError} `too-deep`.
 */
export declare function below(options: JsonWriteOptions | undefined): JsonWriteOptions;
/** Ends an object whose text so far is `json`, `''` when it has no member. */
export declare function closed(json: string): string;
/** A list, each item written by `write`. */
export declare function listText<T>(list: readonly T[], write: (item: T) => string): string;
/** Has the map an entry? */
export declare function hasEntries(map: object): boolean;
/** A map, each value written by `write`. */
export declare function mapText<T>(map: {
    readonly [key: string]: T;
}, write: (value: T) => string): string;
/** The map, once every key of it is known to be of its type. @throws {JsonError} `bad-key`. */
export declare function checkKeys<T extends object>(map: T, isKey: (key: string) => boolean): T;
/** What a oneof holds is none of its members. Throws {@link JsonError} `unknown-case`. */
export declare function unknownCase(oneof: unknown): never;
