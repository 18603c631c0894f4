/** Node's own conversions between text and bytes, faster than those of the platform. */
/** The methods of Node's Buffer; undefined in browsers, also where a stand-in for Buffer lacks them. */
export const nodeBuffer = /* @__PURE__ */ (() => {
    const { prototype } = globalThis.Buffer ?? {};
    return prototype?.ucs2Slice && prototype;
})();
//# sourceMappingURL=node-buffer.js.map