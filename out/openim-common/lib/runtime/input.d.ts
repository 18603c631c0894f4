/**
 * The bytes being decoded, and where reading stands. One decoding runs at a time and no code of the caller runs within it,
 * so the state is kept in module variables: that is what makes reading fast.
 *
 * The input is copied into a scratch buffer with some slack behind it. So a reader may look a few bytes past the end
 * without a check of its own: whoever goes past the end of a message is caught when the message ends. Only a large input is
 * read in place, at first.
 *
 * Readers of values take the offsets between which a value lies, or a varint's lower and upper 32 bits, and leave nothing
 * behind: module variables cost more than locals, so what is known of each field stays in locals of the generated code.
 */
import { WireError } from './errors.ts';
/** Levels of messages and groups inside the outermost one that are read and written, unless told otherwise. */
export declare const defaultMaxDepth = 100;
/** What `decodeX` can be told. */
export interface DecodeOptions {
    /** Levels of messages and groups that may lie inside the outermost message. Default 100, as all of protobuf has it. */
    readonly maxDepth?: number | undefined;
}
/** Reads the fields of a message between two offsets into a new object, or on top of one read before. */
export type Read<T> = (pos: number, end: number, into?: T) => T;
/** The input, followed by slack. */
export declare let input: Uint8Array;
/** The same as a view. */
export declare let view: DataView;
/** The caller's own array while it is being decoded. */
export declare let source: Uint8Array | undefined;
/** Where the last reader stopped, if what it returns does not say. */
export declare let position: number;
/** Upper 32 bits of the varint that was read last. */
export declare let high: number;
/** Text of a stretch of the input as Latin-1, from one offset to another; see `read-string.ts`. */
export declare let text: string;
export declare let textStart: number;
export declare let textEnd: number;
/**
 * Decodes a message with its `readX`.
 *
 * @throws {WireError} When the bytes are not such a message.
 */
export declare function decode<T>(read: Read<T>, bytes: Uint8Array, options?: DecodeOptions): T;
/** Throws a `WireError`; its message is the code in words. */
export declare function fail(code: string, offset: number): never;
/** The error for a message without a field that it must have. */
export declare function missing(name: string, offset: number): WireError;
export declare function moveText(start: number, end: number, part: string): void;
/** Reads a tag: at most five bytes, 32 bits. Source: the encoding guide, "Message Structure". */
export declare function tagAt(pos: number): number;
/** Reads the varint behind a tag. One that is a length must not be beyond all bounds. */
export declare function varintAt(tag: number, pos: number): number;
/** Refuses a field that goes past the end of its message, or has no number; `pos` is where its content starts. */
export declare function refuseField(tag: number, pos: number): never;
/** Goes into a message or group at an offset; returns it. `leave` follows behind its last field. */
export declare function enter(pos: number): number;
export declare function leave(): void;
/** Steps over the value of a field; returns the offset behind it. Of a group, it leaves where its end tag starts. */
export declare function skip(tag: number, pos: number, end: number): number;
/** What any message has. */
interface WithUnknown {
    $unknown?: readonly Uint8Array[] | undefined;
}
/** Adds a field that the schema does not know, as it stands in the input, to the unknown fields. */
export declare function keepUnknown(message: WithUnknown, start: number, stop: number): void;
/** As `keepUnknown`, for a number that a closed enum does not know. */
export declare function keepEnum(message: WithUnknown, tag: number, value: number): void;
/**
 * Reads a varint of at most ten bytes: returns its lower 32 bits, leaves the upper ones in `high`.
 *
 * Takes four bytes at once. In `~word & 0x80808080` the bytes that end a varint have their top bit set; the lowest one
 * says where it ends, and `m ^ (m - 1)` masks what comes before.
 */
export declare function readVarint(pos: number): number;
/** Packs the lower seven bits of four bytes. */
export declare function squeeze(word: number): number;
/** Joins two words; refuses what a number cannot hold exactly. */
export declare function safeInteger(low: number, upper: number, offset?: number): number;
export {};
