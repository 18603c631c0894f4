/** Reads byte fields. */
import { input, source } from './input.ts';

/** Stands in every message for a byte field that is empty. An array without elements cannot be changed. */
export const emptyBytes: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** Up to so many bytes an engine keeps an array's content within the object: copying them is as cheap as sharing. */
const inObject = 64;

/**
 * The bytes of a field. Where the caller's array owns its whole buffer, they share its memory, as in other libraries:
 * keeping them keeps that message. From a part of a larger buffer they are copied, since the buffer may be a pool that
 * is used again, or much larger than the message.
 */
export function readBytes(start: number, stop: number): Uint8Array {
  if (stop - start > inObject && source!.byteLength === source!.buffer.byteLength) {
    return new Uint8Array(source!.buffer, start, stop - start);
  }
  return input.slice(start, stop);
}
