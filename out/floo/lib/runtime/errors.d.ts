/** What generated code throws. One class per direction, so that a caller can tell them apart; `code` says what went wrong. */
/** Bytes that are not a message. */
export declare class WireError extends Error {
    readonly name = "WireError";
    /** Kebab-case, e.g. `truncated`. */
    readonly code: string;
    /** Byte offset into the input at which reading failed. */
    readonly offset: number;
    /** Field at which reading failed, as an RFC 6901 pointer into the message; `''` for the message itself. */
    readonly path: string;
    constructor(code: string, reason: string, at: {
        readonly offset: number;
        readonly path?: string;
    });
}
/** A value that cannot be written as bytes, e.g. an int32 out of range. */
export declare class EncodeError extends Error {
    readonly name = "EncodeError";
    /** Kebab-case, e.g. `out-of-range`. */
    readonly code: string;
    /** What is wrong, without the place. */
    readonly reason: string;
    /** The value's place, as an RFC 6901 pointer into the message; `''` for the message itself. */
    readonly path: string;
    constructor(code: string, reason: string, path?: string);
}
/** JSON that does not say what it should, or a value that has no JSON form. */
export declare class JsonError extends Error {
    readonly name = "JsonError";
    /** Kebab-case, e.g. `wrong-type`. */
    readonly code: string;
    /** What is wrong, without the place. */
    readonly reason: string;
    /** The value's place, as an RFC 6901 pointer into the JSON document or the message; `''` for the whole. */
    readonly path: string;
    constructor(code: string, reason: string, path?: string);
}
