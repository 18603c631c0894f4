/** Node's own conversions between text and bytes, faster than those of the platform. */

/** What we need of Buffer. Its methods work on any Uint8Array. */
interface NodeBuffer {
  latin1Slice(this: Uint8Array, start: number, end: number): string;
  ucs2Slice(this: Uint8Array, start: number, end: number): string;
  utf8Write(this: Uint8Array, text: string, pos: number): number;
  base64Write(this: Uint8Array, text: string, start: number, length: number): number;
  base64Slice(this: Uint8Array, start: number, end: number): string;
}

/** The methods of Node's Buffer; undefined in browsers, also where a stand-in for Buffer lacks them. */
export const nodeBuffer: NodeBuffer | undefined = /* @__PURE__ */ (() => {
  const { prototype } = (globalThis as { Buffer?: { prototype: NodeBuffer } }).Buffer ?? {};
  return prototype?.ucs2Slice && prototype;
})();
