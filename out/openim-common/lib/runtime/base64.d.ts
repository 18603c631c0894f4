/**
 * The bytes of base64 or base64url text, padded or not; undefined when it is neither. In Node, short ones lie in Buffer's
 * pool of 8 kB, as all short buffers do: an array of their own would take three times as long to make.
 */
export declare function base64Decode(text: string): Uint8Array | undefined;
/** Padded base64, as ProtoJSON writes it. */
export declare function base64Encode(bytes: Uint8Array): string;
