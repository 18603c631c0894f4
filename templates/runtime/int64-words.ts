/** One 64-bit integer as two words and as a bigint: between them engines have no faster way. Nothing is left in it. */

// A name of its own, so that bundlers see that a view which nobody uses can go.
const memory = /* @__PURE__ */ new ArrayBuffer(8);
/** Its lower and upper half. */
export const words: Int32Array = /* @__PURE__ */ new Int32Array(memory);
export const signed: BigInt64Array = /* @__PURE__ */ new BigInt64Array(memory);
export const unsigned: BigUint64Array = /* @__PURE__ */ new BigUint64Array(memory);
