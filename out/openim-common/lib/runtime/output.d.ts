/** Writes the fields of a message at an offset; returns the offset behind them. */
export type Write<T> = (pos: number, message: T) => number;
/** What `encodeX` can be told. */
export interface EncodeOptions {
    /** Levels of messages and groups that may lie inside the outermost message. Default 100: what readers take, unless told. */
    readonly maxDepth?: number | undefined;
    /**
     * Puts the keys of each map in order: `sortedKeys`. Then equal messages have equal bytes. Default: as the object has them.
     * It is told whether the keys are integers, and may sort in place.
     */
    readonly mapKeys?: ((keys: string[], integers: boolean) => string[]) | undefined;
}
/** Where writers write. */
export declare let buffer: Uint8Array;
/** The same as a view. */
export declare let bufferView: DataView | undefined;
/**
 * Encodes a message with its `writeX`.
 *
 * @throws {EncodeError} When a value has no encoding; names its path.
 */
export declare function encode<T>(write: Write<T>, message: T, options?: EncodeOptions): Uint8Array;
/** Throws an `EncodeError`; `encode` adds the path. Of a value that is no number only the type is told. */
export declare function refuse(expectation: string, value: unknown): never;
/** Writes the low 32 bits of a varint: a tag or a length. */
export declare function writeVarint(pos: number, value: number): number;
/** Writes a varint of up to ten bytes from its lower and upper 32 bits. */
export declare function writeVarint64(pos: number, low: number, high: number): number;
/** Writes a message inside the one at hand, with its tag. */
export declare function putMessage<T extends object>(pos: number, tag: number, message: T, write: Write<T>): number;
/**
 * Writes the tag of a map entry or a packed list, and leaves a byte for its length, which is only known behind it. Returns
 * where it starts, for `closeEntry`.
 */
export declare function openEntry(pos: number, tag: number): number;
export declare function closeEntry(start: number, pos: number): number;
/** Writes the length of what lies between `start` and `pos` into the `width` bytes before it; moves it if they do not fit. */
export declare function writeLength(start: number, width: number, pos: number): number;
/** Bytes that a length takes: seven bits each. */
export declare function sizeOfLength(length: number): number;
/** Writes a group: its start tag was written with `openGroup`. */
export declare function openGroup(pos: number, tag: number, message: object): number;
export declare function closeGroup(pos: number, tag: number): number;
/** Is there anything to write? A list must be an array. */
export declare function isFilled(list: readonly unknown[]): boolean;
/** Keys of a map in the order of insertion, unless told otherwise. */
export declare function keysOf(map: object, integers?: boolean): string[];
/** Refuses a oneof of no case that the schema has. It is there; TypeScript does not see that where there is but one case. */
export declare function refuseCase(oneof: {
    readonly case: string;
} | undefined): never;
/** Copies bytes as they are. */
export declare function writeRaw(pos: number, raw: Uint8Array): number;
/** Writes unknown fields back as they were read. */
export declare function writeUnknown(pos: number, unknown: readonly Uint8Array[] | undefined): number;
