/** Base64 in both alphabets. Source: RFC 4648, sections 4 and 5. Where there is a Buffer, as in Node, it does the work. */

/** Two methods of Buffer that work on any Uint8Array. */
interface NativeBase64 {
  base64Write(this: Uint8Array, text: string): number;
  base64Slice(this: Uint8Array, start: number, end: number): string;
}

const native = (globalThis as { Buffer?: { prototype: NativeBase64 } }).Buffer?.prototype;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_';

/** The bytes of base64 or base64url text, padded or not; undefined when it is neither. */
export function base64Decode(text: string): Uint8Array | undefined {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = text.length - padding;
  // A lone character holds no whole byte, and padding must fill up to four.
  if (length % 4 === 1 || (padding > 0 && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array((length * 3) >> 2);
  // Buffer skips what is not base64, and stops at padding: then it writes too little.
  const written = native === undefined ? decodeInto(bytes, text, length) : native.base64Write.call(bytes, text);
  return written === bytes.length ? bytes : undefined;
}

/** Without Buffer: four characters of six bits give three bytes. Returns the number of bytes written, -1 when it fails. */
function decodeInto(bytes: Uint8Array, text: string, length: number): number {
  let written = 0;
  let bits = 0;
  for (let i = 0; i < length; i++) {
    let six = alphabet.indexOf(text[i]!);
    if (six < 0) return -1;
    // The last two of the alphabet are base64url's names for the two before.
    if (six > 63) six -= 2;
    bits = (bits << 6) | six;
    if (i % 4 > 0) bytes[written++] = bits >> (6 - 2 * (i % 4));
  }
  return written;
}

/** Padded base64, as ProtoJSON writes it. */
export function base64Encode(bytes: Uint8Array): string {
  if (native !== undefined) return native.base64Slice.call(bytes, 0, bytes.length);
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet[bits >> 18]! + alphabet[(bits >> 12) & 63]!;
    text +=
      (i + 1 < bytes.length ? alphabet[(bits >> 6) & 63]! : '=') + (i + 2 < bytes.length ? alphabet[bits & 63]! : '=');
  }
  return text;
}
