/** As `writeString`, unless the string is empty. */
export declare function putString(pos: number, tag: number, value: string): number;
/**
 * Writes a string with its tag, and with both in one call: most fields of most messages are strings.
 *
 * @throws {EncodeError} For a lone surrogate, which has no UTF-8.
 */
export declare function writeString(pos: number, tag: number, value: string): number;
export declare function writeBytes(pos: number, value: Uint8Array): number;
