/** Writes strings and bytes, each with its length before it. */
import { nodeBuffer } from './node-buffer.ts';
import { buffer, refuse, sizeOfLength, writeLength, writeRaw, writeVarint } from './output.ts';

/** Strings of fewer UTF-16 units are written by a loop, which a native call outweighs. Their length takes one byte. */
const shortString = 36;

/** As long as all of it is ASCII; and the call of `TextEncoder` outweighs longer ones. */
const shortAscii = nodeBuffer === undefined ? 128 : shortString;

const encoder = /* @__PURE__ */ new TextEncoder();

/** A surrogate without its other half. */
const loneSurrogate = /\p{Surrogate}/u;

/** As `writeString`, unless the string is empty. */
export function putString(pos: number, tag: number, value: string): number {
  return value === '' ? pos : writeString(pos, tag, value);
}

/**
 * Writes a string with its tag, and with both in one call: most fields of most messages are strings.
 *
 * @throws {EncodeError} For a lone surrogate, which has no UTF-8.
 */
export function writeString(pos: number, tag: number, value: string): number {
  if (typeof value !== 'string') refuse('a string', value);
  pos = writeVarint(pos, tag);
  const units = value.length;
  if (units < shortAscii) {
    const out = buffer;
    let end = pos + 1;
    let i = 0;
    // ASCII four units at a time, for which one test is enough.
    for (; i + 3 < units; i += 4) {
      const a = value.charCodeAt(i);
      const b = value.charCodeAt(i + 1);
      const c = value.charCodeAt(i + 2);
      const d = value.charCodeAt(i + 3);
      if ((a | b | c | d) > 127) break;
      out[end] = a;
      out[end + 1] = b;
      out[end + 2] = c;
      out[end + 3] = d;
      end += 4;
    }
    for (; i < units; i++) {
      const unit = value.charCodeAt(i);
      if (unit > 127) break;
      out[end++] = unit;
    }
    if (i < units && units < shortString) {
      end = writeUnits(end, value, i);
      i = units;
    }
    if (i === units) {
      out[pos] = end - pos - 1;
      return end;
    }
  }
  const width = sizeOfLength(units);
  const start = pos + width;
  // A unit takes at most three bytes; without room for them the buffer is taken as too small.
  if (start + units * 3 > buffer.length) return start + units * 3;
  const written =
    nodeBuffer === undefined
      ? encoder.encodeInto(value, buffer.subarray(start)).written
      : nodeBuffer.utf8Write.call(buffer, value, start);
  if (written !== units && loneSurrogate.test(value)) refuse('well-formed text', value);
  return writeLength(start, width, start + written);
}

/** Writes the units from `i` on. Source: RFC 3629, section 3. */
function writeUnits(pos: number, value: string, i: number): number {
  const out = buffer;
  for (; i < value.length; i++) {
    let unit = value.charCodeAt(i);
    if (unit < 128) out[pos++] = unit;
    else {
      if (unit < 2048) out[pos++] = (unit >> 6) | 192;
      else {
        if ((unit & 0xf800) !== 0xd800) out[pos++] = (unit >> 12) | 224;
        else {
          const next = value.charCodeAt(++i);
          if (unit > 0xdbff || (next & 0xfc00) !== 0xdc00) refuse('well-formed text', value);
          unit = 0x10000 + ((unit & 1023) << 10) + (next & 1023);
          out[pos++] = (unit >> 18) | 240;
          out[pos++] = ((unit >> 12) & 63) | 128;
        }
        out[pos++] = ((unit >> 6) & 63) | 128;
      }
      out[pos++] = (unit & 63) | 128;
    }
  }
  return pos;
}

export function writeBytes(pos: number, value: Uint8Array): number {
  if (!ArrayBuffer.isView(value) || value.BYTES_PER_ELEMENT !== 1) refuse('a Uint8Array', value);
  return writeRaw(writeVarint(pos, value.length), value);
}
