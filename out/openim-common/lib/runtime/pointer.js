/** Places in a document. Source: RFC 6901 (JSON Pointer), section 3. */
/** One step of a pointer: `/` and the key, with `~` and `/` escaped. */
export function pointerStep(key) {
    return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
//# sourceMappingURL=pointer.js.map