/** How JSON is read and written, and what a caller names for it: the types and extensions that messages may hold. */
/** How JSON is read. */
export interface JsonReadOptions {
    /** Skips fields and names of enum values that the schema does not have, instead of refusing them. Default: false. */
    readonly ignoreUnknown?: boolean | undefined;
    /** Types that a `google.protobuf.Any` may hold: `[anyTypeOfFoo, anyTypeOfBar]`. Default: none. */
    readonly types?: readonly AnyType[] | undefined;
    /** Extensions that messages may have: `[someExtension]`. Default: none. */
    readonly extensions?: readonly JsonExtension[] | undefined;
    /** Messages inside one another, the outermost included. Default: 100, as protobuf parsers have it. */
    readonly maxDepth?: number | undefined;
    /**
     * Refuses text in which an object has a key twice, which takes several times as long. Default: false, the
     * last one wins, as in `JSON.parse`. JSON values cannot have such keys.
     */
    readonly uniqueKeys?: boolean | undefined;
}
/** How JSON is written. */
export interface JsonWriteOptions {
    /** Types that a `google.protobuf.Any` may hold: `[anyTypeOfFoo, anyTypeOfBar]`. Default: none. */
    readonly types?: readonly AnyType[] | undefined;
    /** Extensions that are written: `[someExtension]`. Default: none. */
    readonly extensions?: readonly JsonExtension[] | undefined;
    /** Messages inside one another, the outermost included. Default: 100, as protobuf parsers have it. */
    readonly maxDepth?: number | undefined;
}
/** A message type that an `Any` may hold. Generated as `anyTypeOfFoo`. */
export interface AnyType {
    /** Fully qualified name, e.g. `google.protobuf.Duration`. */
    readonly name: string;
    /** Its JSON is not the object of its fields, so that it stands in a member `value` beside `@type`. */
    readonly special: boolean;
    /** From binary to JSON text. */
    readonly toText: (bytes: Uint8Array, options: JsonWriteOptions) => string;
    /** From a JSON value to binary. */
    readonly fromJson: (json: unknown, options: JsonReadOptions) => Uint8Array;
}
/** What JSON readers and writers need to know of an extension. */
export interface JsonExtension {
    /** Fully qualified name. */
    readonly name: string;
    /** Fully qualified name of the message that it extends. */
    readonly extendee: string;
    /** Field number. */
    readonly number: number;
    /** Of message sets: the bytes that `decode` takes, out of an unknown field; undefined when it holds something else. */
    readonly find?: ((record: Uint8Array) => Uint8Array | undefined) | undefined;
    /** From binary, its tag included, to JSON text; `''` when it has no value. */
    readonly toText: (bytes: Uint8Array, options: JsonWriteOptions) => string;
    /** From a JSON value to binary; no bytes for no value. */
    readonly fromJson: (json: unknown, options: JsonReadOptions) => Uint8Array;
}
