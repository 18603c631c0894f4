/** @throws {EncodeError} For a lone surrogate, which has no UTF-8. */
export declare function writeString(pos: number, value: string): number;
export declare function writeBytes(pos: number, value: Uint8Array): number;
