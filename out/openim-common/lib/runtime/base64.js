/**
 * Base64 in both alphabets. Source: RFC 4648, sections 4 and 5. Where there is a Buffer, as in Node, it does the work;
 * elsewhere `atob` and `btoa` do.
 */
import { nodeBuffer } from './node-buffer.js';
/**
 * The bytes of base64 or base64url text, padded or not; undefined when it is neither. In Node, short ones lie in Buffer's
 * pool of 8 kB, as all short buffers do: an array of their own would take three times as long to make.
 */
export function base64Decode(text) {
    const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
    const length = text.length - padding;
    // A lone character holds no whole byte, and padding must fill up to four.
    if (length % 4 === 1 || (padding > 0 && text.length % 4 !== 0))
        return undefined;
    const size = (length * 3) >> 2;
    // Buffer skips what is not base64, and stops at padding; `atob` skips white space: then there is too little.
    if (nodeBuffer === undefined) {
        const bytes = latin1Bytes(text.replaceAll('-', '+').replaceAll('_', '/'));
        return bytes?.length === size ? bytes : undefined;
    }
    const bytes = allocate(size);
    const complete = nodeBuffer.base64Write.call(bytes, text, 0, size) === size;
    return complete ? new Uint8Array(bytes.buffer, bytes.byteOffset, size) : undefined;
}
/** Memory for so many bytes, from the pool if they are few. */
function allocate(size) {
    return globalThis.Buffer.allocUnsafe(size);
}
function latin1Bytes(text) {
    try {
        return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    }
    catch {
        return undefined;
    }
}
/** Padded base64, as ProtoJSON writes it. */
export function base64Encode(bytes) {
    if (nodeBuffer !== undefined)
        return nodeBuffer.base64Slice.call(bytes, 0, bytes.length);
    let text = '';
    for (const byte of bytes)
        text += String.fromCharCode(byte);
    return btoa(text);
}
//# sourceMappingURL=base64.js.map