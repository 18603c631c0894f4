import type { JsonReadOptions } from './json-options.ts';
/** Reads one JSON value. Readers of messages take the options. */
export type JsonReader<T> = (json: unknown, options: JsonReadOptions | undefined) => T;
/**
 * Options for the messages in a message that may hold others of its type.
 * @throws {JsonError} `too-deep` when that lies in too many others itself.
 */
export declare function inner(options: JsonReadOptions | undefined): JsonReadOptions;
/** The members of a JSON object. @throws {JsonError} `wrong-type` when it is none. */
export declare function asObject(json: unknown): Readonly<Record<string, unknown>>;
/**
 * A list. Items that a reader gives as undefined (unknown names of enum values, when ignored) are left out.
 * @throws {JsonError} `wrong-type` when it is no array, or an item is null: only absent fields may be null.
 */
export declare function asList<T>(json: unknown, read: JsonReader<T | undefined>, options?: JsonReadOptions): T[];
/**
 * A map whose keys are any strings. Values as `asList` has items.
 * @throws {JsonError} `wrong-type`; `lone-surrogate` in a key.
 */
export declare function asMap<T>(json: unknown, read: JsonReader<T | undefined>, options?: JsonReadOptions): {
    [key: string]: T;
};
/**
 * A map with its keys in canonical form: `1e2` becomes `100`.
 * @param read - Reads a key as a value of its type.
 */
export declare function withKeys<T>(map: {
    [key: string]: T;
}, read: (key: string) => unknown): {
    [key: string]: T;
};
/** Meets a field that the message does not have. @throws {JsonError} `unknown-field` unless told to ignore it. */
export declare function unknownField(key: string, options: JsonReadOptions | undefined): void;
/**
 * Meets a field's original name, which is as good as its JSON name, but not beside it.
 * @throws {JsonError} `duplicate-field` when the object has both.
 */
export declare function insteadOf(jsonName: string, object: object): void;
/** Meets a member of a oneof. @throws {JsonError} `duplicate-oneof` when another member was there before. */
export declare function firstOf(oneof: {
    readonly case: string;
} | undefined): void;
/** What a message requires. @throws {JsonError} `missing-required` when it is not there. */
export declare function requireField(value: unknown, key: string): void;
/**
 * Reads JSON text. No integer passes through a double: where `JSON.parse` rounded one that a field of 64 bits was to have,
 * the text is parsed again, exactly.
 */
export declare function fromText<T>(text: string, read: (json: unknown, options: JsonReadOptions | undefined) => T, options?: JsonReadOptions): T;
