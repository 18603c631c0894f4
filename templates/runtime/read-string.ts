/**
 * Reads strings. A native call per string costs more than most strings do, so a stretch of the input is turned into text
 * at once, as Latin-1, and strings of ASCII are cut out of it. Such a cut keeps the stretch alive: at most `stretch` bytes
 * of its own message.
 */
import { bytes, fail, length, moveText, position, readLength, text, textStart, view } from './input.ts';

/** Bytes turned into text at once. */
const stretch = 2048;

interface NodeBuffer {
  readonly prototype: {
    latin1Slice(this: Uint8Array, start: number, end: number): string;
    utf8Slice(this: Uint8Array, start: number, end: number): string;
  };
}

/** Node's own conversions, faster than `TextDecoder` by half; undefined in browsers. */
const native = /* @__PURE__ */ (() => (globalThis as { Buffer?: NodeBuffer }).Buffer?.prototype)();
const latin1 = /* @__PURE__ */ new TextDecoder('latin1');
const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/** A string that must be UTF-8. */
export function readString(pos: number, end: number): string {
  const start = readLength(pos, end);
  const stop = position;
  return isAscii(start, stop) ? cut(start, stop) : readUtf8(start, stop);
}

/** A string whose ill-formed parts become U+FFFD: proto2, and where `utf8_validation` is `NONE`. */
export function readLooseString(pos: number, end: number): string {
  const start = readLength(pos, end);
  const stop = position;
  return isAscii(start, stop) ? cut(start, stop) : loose.decode(bytes.subarray(start, stop));
}

/** Four bytes at a time; the last four overlap those before. */
function isAscii(start: number, stop: number): boolean {
  let bits = 0;
  if (stop - start < 4) {
    for (let i = start; i < stop; i++) bits |= bytes[i]!;
    return bits < 128;
  }
  const last = stop - 4;
  bits = view.getInt32(last, true);
  for (let i = start; i < last; i += 4) bits |= view.getInt32(i, true);
  return (bits & 0x80808080) === 0;
}

function cut(start: number, stop: number): string {
  if (stop > textStart + text.length) {
    moveText(start, latin1Text(start, Math.max(stop, Math.min(start + stretch, length))));
  }
  return text.substring(start - textStart, stop - textStart);
}

function latin1Text(start: number, stop: number): string {
  return native === undefined
    ? latin1.decode(bytes.subarray(start, stop))
    : native.latin1Slice.call(bytes, start, stop);
}

function readUtf8(start: number, stop: number): string {
  if (native !== undefined) {
    const value = native.utf8Slice.call(bytes, start, stop);
    // U+FFFD may stand in the input itself; only then is it worth asking the slow decoder.
    if (!value.includes('\ufffd')) return value;
  }
  try {
    return strict.decode(bytes.subarray(start, stop));
  } catch {
    return fail('invalid-utf-8', start);
  }
}
