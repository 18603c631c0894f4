/** Base64 in both alphabets. Source: RFC 4648, sections 4 and 5. Where there is a Buffer, as in Node, it does the work. */
const native = globalThis.Buffer;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_';
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
    if (native === undefined)
        return decode(text, length, size);
    const { buffer, byteOffset, byteLength } = native.from(text, 'base64');
    // Buffer skips what is not base64, and stops at padding: then there is too little.
    return byteLength === size ? new Uint8Array(buffer, byteOffset, byteLength) : undefined;
}
/** Without Buffer: four characters of six bits give three bytes. */
function decode(text, length, size) {
    const bytes = new Uint8Array(size);
    let written = 0;
    let bits = 0;
    for (let i = 0; i < length; i++) {
        let six = alphabet.indexOf(text[i]);
        if (six < 0)
            return undefined;
        // The last two of the alphabet are base64url's names for the two before.
        if (six > 63)
            six -= 2;
        bits = (bits << 6) | six;
        if (i % 4 > 0)
            bytes[written++] = bits >> (6 - 2 * (i % 4));
    }
    return bytes;
}
/** Padded base64, as ProtoJSON writes it. */
export function base64Encode(bytes) {
    if (native !== undefined)
        return native.prototype.base64Slice.call(bytes, 0, bytes.length);
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
        const bits = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
        text += alphabet[bits >> 18] + alphabet[(bits >> 12) & 63];
        text +=
            (i + 1 < bytes.length ? alphabet[(bits >> 6) & 63] : '=') + (i + 2 < bytes.length ? alphabet[bits & 63] : '=');
    }
    return text;
}
//# sourceMappingURL=base64.js.map